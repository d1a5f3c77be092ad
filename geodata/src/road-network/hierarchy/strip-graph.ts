import type { UndirectedGraph } from './undirected-graph.ts'

/** What is left of a graph after its dead ends and chains are contracted. */
export interface StrippedGraph {
  /** Nodes that were contracted, in this order. */
  stripped: number[]
  /** Nodes that are left, ascending; node i of `core` is `kept[i]`. */
  kept: Int32Array
  core: UndirectedGraph
}

/** Neighbour lists that only shrink, each in the room it had at first. */
interface ShrinkingGraph {
  start: Int32Array
  degree: Int32Array
  neighbour: Int32Array
}

/**
 * Contracts nodes of degree 0, 1 and 2 until none is left. A contracted node of degree 2 joins its two neighbours.
 * It goes in rounds, and neighbours never go in the same round, so that a long chain gives a flat tree.
 */
export function stripGraph(whole: UndirectedGraph): StrippedGraph {
  const { nodeCount, start } = whole
  const graph = { start, degree: new Int32Array(nodeCount), neighbour: whole.neighbour.slice() }
  const { degree, neighbour } = graph
  for (let node = 0; node < nodeCount; node++) degree[node] = start[node + 1]! - start[node]!
  const isStripped = new Uint8Array(nodeCount)
  const touchedInRound = new Int32Array(nodeCount)
  const stripped: number[] = []
  let waiting: number[] = []
  for (let node = 0; node < nodeCount; node++) if (degree[node]! <= 2) waiting.push(node)
  for (let round = 1; waiting.length > 0; round++) {
    const next: number[] = []
    for (const node of waiting) {
      if (isStripped[node]) continue
      if (touchedInRound[node] === round) {
        next.push(node)
        continue
      }
      isStripped[node] = 1
      stripped.push(node)
      const neighbours = [...neighbour.subarray(start[node]!, start[node]! + degree[node]!)]
      for (const [i, other] of neighbours.entries()) {
        replaceNeighbour(graph, other, node, neighbours[1 - i] ?? -1)
        touchedInRound[other] = round
        if (degree[other]! <= 2) next.push(other)
      }
    }
    waiting = next
  }
  return { stripped, ...coreOf(graph, isStripped) }
}

/** Takes `gone` off the neighbours of a node and puts `instead` there, unless that is -1 or a neighbour already. */
function replaceNeighbour(graph: ShrinkingGraph, node: number, gone: number, instead: number): void {
  const { start, degree, neighbour } = graph
  const end = start[node]! + degree[node]!
  let place = end
  let isKnown = instead < 0
  for (let i = start[node]!; i < end; i++) {
    if (neighbour[i] === gone) place = i
    if (neighbour[i] === instead) isKnown = true
  }
  if (isKnown) neighbour[place] = neighbour[end - 1]!
  else neighbour[place] = instead
  if (isKnown) degree[node]!--
}

function coreOf({ start, degree, neighbour }: ShrinkingGraph, isStripped: Uint8Array) {
  const kept: number[] = []
  const newNumber = new Int32Array(isStripped.length)
  let neighbours = 0
  for (let node = 0; node < isStripped.length; node++) {
    if (isStripped[node]) continue
    newNumber[node] = kept.length
    kept.push(node)
    neighbours += degree[node]!
  }
  const core = {
    nodeCount: kept.length,
    start: new Int32Array(kept.length + 1),
    neighbour: new Int32Array(neighbours),
  }
  let end = 0
  for (const [i, node] of kept.entries()) {
    for (let j = start[node]!; j < start[node]! + degree[node]!; j++) {
      core.neighbour[end++] = newNumber[neighbour[j]!]!
    }
    core.start[i + 1] = end
  }
  return { kept: Int32Array.from(kept), core }
}
