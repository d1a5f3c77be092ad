import { findSeparator } from './find-separator.ts'
import { type ArcGraph, BuildStopped } from './hierarchy-types.ts'
import { orderLeaf } from './order-leaf.ts'
import { stripGraph } from './strip-graph.ts'
import { toUndirected, type UndirectedGraph } from './undirected-graph.ts'
import { VertexCut } from './vertex-cut.ts'

const LEAF_NODES = 64

export interface BuildOptions {
  /** Told now and then which share (0–1) of the nodes has its place. */
  onProgress?: (doneShare: number) => void
  /** Asked now and then; the build ends with `BuildStopped` once it says yes. */
  shouldStop?: () => boolean
}

/**
 * Order in which to contract the nodes of a road network, by nested dissection: a small separator goes last, and the
 * parts that it leaves are put in order each for itself, again and again. Dead ends and chains go first.
 * The same graph always gives the same order.
 *
 * @returns Nodes, first to last.
 * @throws BuildStopped if `shouldStop` says so; RangeError if a node has no place.
 * @see George (1973), SIAM J. Numerical Analysis 10, 345–363; Dibbelt, Strasser & Wagner (2016), "Customizable
 *   Contraction Hierarchies", ACM J. Experimental Algorithmics 21.
 */
export function findNodeOrder(graph: ArcGraph, options: BuildOptions = {}): Int32Array {
  const { stripped, kept, core } = stripGraph(toUndirected(graph))
  const order = new Int32Array(graph.nodeCount)
  order.set(stripped)
  const [x, y] = placesOf(graph, kept)
  const coreOrder = new Dissection(core, x, y).run((done) => {
    if (options.shouldStop?.()) throw new BuildStopped('the order of the nodes was stopped')
    options.onProgress?.((stripped.length + done) / graph.nodeCount)
  })
  for (let i = 0; i < kept.length; i++) order[stripped.length + i] = kept[coreOrder[i]!]!
  return order
}

/** Places of some nodes, so that the same number is about the same distance to the east and to the north. */
function placesOf({ nodeLon, nodeLat }: ArcGraph, nodes: Int32Array): [x: Float64Array, y: Float64Array] {
  const widen = Math.cos(((nodeLat[0] ?? 0) * Math.PI) / 180)
  const x = Float64Array.from(nodes, (node) => nodeLon[node]! * widen)
  const y = Float64Array.from(nodes, (node) => nodeLat[node]!)
  for (const [i, node] of nodes.entries()) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) throw new RangeError(`node ${node} has no place`)
  }
  return [x, y]
}

/** Takes a graph apart. Each part is a stretch of `#nodes`, which becomes the order. */
class Dissection {
  readonly #graph: UndirectedGraph
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly #nodes: Int32Array
  /** Part by node; -1 once the node has its place. */
  readonly #partOf: Int32Array
  readonly #place: Int32Array
  readonly #vertexCut: VertexCut
  /** Parts still to be ordered: first and end in `#nodes`. */
  readonly #waiting: [from: number, to: number][] = []
  #parts = 0

  constructor(graph: UndirectedGraph, x: Float64Array, y: Float64Array) {
    this.#graph = graph
    this.#x = x
    this.#y = y
    this.#nodes = Int32Array.from({ length: graph.nodeCount }, (_, i) => i)
    this.#partOf = new Int32Array(graph.nodeCount)
    this.#place = new Int32Array(graph.nodeCount).fill(-1)
    this.#vertexCut = new VertexCut(graph, this.#partOf)
  }

  run(onPart: (done: number) => void): Int32Array {
    let done = 0
    this.#split(0, this.#graph.nodeCount)
    for (let part = this.#waiting.pop(); part; part = this.#waiting.pop()) {
      const [from, to] = part
      onPart(done)
      const nodes = this.#nodes.subarray(from, to)
      if (nodes.length <= LEAF_NODES) {
        orderLeaf(this.#graph, nodes, this.#place)
        for (const node of nodes) this.#partOf[node] = -1
        done += nodes.length
        continue
      }
      const cut = findSeparator(nodes, this.#x, this.#y, this.#vertexCut)
      for (const node of cut) this.#partOf[node] = -1
      done += cut.length
      this.#moveToEnd(nodes, cut)
      this.#split(from, to - cut.length)
    }
    onPart(done)
    return this.#nodes
  }

  #moveToEnd(nodes: Int32Array, cut: Int32Array): void {
    let kept = 0
    for (let i = 0; i < nodes.length; i++) if (this.#partOf[nodes[i]!] !== -1) nodes[kept++] = nodes[i]!
    nodes.set(cut, kept)
  }

  /** Makes a part of each connected piece of a stretch of nodes. */
  #split(from: number, to: number): void {
    const { start, neighbour } = this.#graph
    const unseen = this.#nodes.slice(from, to)
    const old = unseen.length > 0 ? this.#partOf[unseen[0]!]! : 0
    let end = from
    for (const first of unseen) {
      if (this.#partOf[first] !== old) continue
      const part = ++this.#parts
      const partFrom = end
      this.#partOf[first] = part
      this.#nodes[end++] = first
      for (let at = partFrom; at < end; at++) {
        const node = this.#nodes[at]!
        for (let i = start[node]!; i < start[node + 1]!; i++) {
          const other = neighbour[i]!
          if (this.#partOf[other] !== old) continue
          this.#partOf[other] = part
          this.#nodes[end++] = other
        }
      }
      this.#waiting.push([partFrom, end])
    }
  }
}
