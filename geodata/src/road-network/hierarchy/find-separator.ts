import { MIDDLE, SINK, SOURCE, type VertexCut } from './vertex-cut.ts'

/** Shares of the nodes of a part that are sources, and sinks, in the cuts that are tried. */
const SHARES = [0.25]
const DIRECTIONS = 4

/**
 * Nodes whose removal takes a part of the graph apart: few, with much on both sides. The nodes are ordered along
 * several lines across the map; in each order the first and the last are parted by a least cut.
 *
 * @param nodes Nodes of the part.
 * @param x, y Places of all nodes, in one unit.
 * @see Schild & Sommer (2015), "On Balanced Separators in Road Networks", SEA 2015 (inertial flow).
 */
export function findSeparator(
  nodes: Int32Array,
  x: Float64Array,
  y: Float64Array,
  vertexCut: VertexCut,
): Int32Array {
  let best: Int32Array | null = null
  let bestScore = Infinity
  const keys = new Float64Array(nodes.length)
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const angle = (Math.PI * direction) / DIRECTIONS
    const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)]
    for (let i = 0; i < nodes.length; i++) keys[i] = alongX * x[nodes[i]!]! + alongY * y[nodes[i]!]!
    for (const share of SHARES) {
      setSides(nodes, keys, share, vertexCut.side)
      const limit = best ? best.length * 1.5 : nodes.length
      const size = vertexCut.solve(nodes, limit)
      if (size > limit) continue
      let behind = 0
      for (let i = 0; i < nodes.length; i++) if (vertexCut.isBehind(nodes[i]!)) behind++
      const smaller = Math.min(behind, nodes.length - size - behind)
      const score = size / (smaller + 1)
      if (score >= bestScore) continue
      bestScore = score
      best = nodes.filter((node) => vertexCut.isInCut(node))
    }
  }
  return best!
}

/** The first and the last nodes by key become sources and sinks. Among equal keys the order of `nodes` counts. */
function setSides(nodes: Int32Array, keys: Float64Array, share: number, side: Uint8Array): void {
  const sorted = keys.slice().sort()
  const count = Math.max(1, Math.floor(share * nodes.length))
  const lowest = sorted[count - 1]!
  const highest = sorted[nodes.length - count]!
  let atLowest = count - sorted.indexOf(lowest)
  let atHighest = sorted.lastIndexOf(highest) + 1 - (nodes.length - count)
  for (let i = 0; i < nodes.length; i++) {
    const key = keys[i]!
    let isSource = key < lowest
    if (key === lowest && atLowest > 0) {
      atLowest--
      isSource = true
    }
    let isSink = key > highest
    if (!isSource && key === highest && atHighest > 0) {
      atHighest--
      isSink = true
    }
    side[nodes[i]!] = isSource ? SOURCE : isSink ? SINK : MIDDLE
  }
}
