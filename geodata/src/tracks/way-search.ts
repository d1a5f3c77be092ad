import type { RoadGraph } from '../road-network/graph.ts'

/** An edge in one direction: 2 × edge, plus 1 in the edge's own direction. */
export type DirectedEdge = number

export function directedEdge(edge: number, isForward: boolean): DirectedEdge {
  return 2 * edge + (isForward ? 1 : 0)
}

/**
 * Shortest ways from a node to the beginnings of directed edges, within a bound (Dijkstra's search, binary heap).
 * The arrays are kept between searches.
 */
export class WaySearch {
  readonly #graph: RoadGraph
  readonly #arcMetres: Float64Array
  readonly #metres: Float64Array
  readonly #arcInto: Int32Array
  readonly #nodeBefore: Int32Array
  readonly #touched: Int32Array
  readonly #heap: Int32Array
  readonly #place: Int32Array
  readonly #targetMark: Int32Array
  readonly #targetIndex: Int32Array
  readonly #foundIn: Int32Array
  #heapSize = 0
  #search = 0
  #aim = 0

  /** @param arcMetres By arc; `Infinity` = closed. */
  constructor(graph: RoadGraph, arcMetres: Float64Array) {
    this.#graph = graph
    this.#arcMetres = arcMetres
    this.#metres = new Float64Array(graph.nodeCount)
    this.#arcInto = new Int32Array(graph.nodeCount)
    this.#nodeBefore = new Int32Array(graph.nodeCount)
    this.#touched = new Int32Array(graph.nodeCount)
    this.#heap = new Int32Array(graph.nodeCount)
    this.#place = new Int32Array(graph.nodeCount)
    this.#targetMark = new Int32Array(2 * graph.edgeCount)
    this.#targetIndex = new Int32Array(2 * graph.edgeCount)
    this.#foundIn = new Int32Array(2 * graph.edgeCount)
  }

  /** Names the directed edges that the next searches look for, each once. */
  aimAt(targets: readonly DirectedEdge[]): void {
    this.#aim++
    targets.forEach((target, index) => {
      this.#targetMark[target] = this.#aim
      this.#targetIndex[target] = index
    })
  }

  /**
   * Metres from a node to the first node of each target; the search stops when all are found.
   *
   * @param found By target; left as it is beyond the bound.
   */
  searchFrom(node: number, maxMetres: number, found: Float64Array): void {
    this.#begin(node)
    let missing = found.length
    while (this.#heapSize > 0 && missing > 0) missing -= this.#settle(this.#pop(), maxMetres, found)
  }

  /** Arcs from a node up to but without a directed edge; null when there is no way within the bound. */
  arcsBetween(node: number, target: DirectedEdge, maxMetres: number): number[] | null {
    const found = new Float64Array(1)
    this.aimAt([target])
    this.#begin(node)
    while (this.#heapSize > 0) {
      const settled = this.#pop()
      if (this.#settle(settled, maxMetres, found) > 0) return this.#arcsTo(settled)
    }
    return null
  }

  #begin(node: number): void {
    this.#search++
    this.#heapSize = 0
    this.#metres[node] = 0
    this.#arcInto[node] = -1
    this.#touched[node] = this.#search
    this.#siftUp(this.#heapSize++, node)
  }

  #arcsTo(node: number): number[] {
    const arcs: number[] = []
    for (let at = node; this.#arcInto[at]! >= 0; at = this.#nodeBefore[at]!) arcs.push(this.#arcInto[at]!)
    return arcs.reverse()
  }

  /** Looks along the arcs of a node whose distance is final. Returns how many targets begin there. */
  #settle(node: number, maxMetres: number, found: Float64Array): number {
    const { arcStart, arcHead, arcEdge, isForward } = this.#graph
    const metres = this.#metres[node]!
    let count = 0
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const length = this.#arcMetres[arc]!
      if (length === Infinity) continue
      const directed = 2 * arcEdge[arc]! + isForward[arc]!
      if (this.#targetMark[directed] === this.#aim && this.#foundIn[directed] !== this.#search) {
        this.#foundIn[directed] = this.#search
        found[this.#targetIndex[directed]!] = metres
        count++
      }
      if (metres + length <= maxMetres) this.#relax(arcHead[arc]!, metres + length, arc, node)
    }
    return count
  }

  #relax(head: number, metres: number, arc: number, node: number): void {
    const isNew = this.#touched[head] !== this.#search
    if (!isNew && metres >= this.#metres[head]!) return
    this.#touched[head] = this.#search
    this.#metres[head] = metres
    this.#arcInto[head] = arc
    this.#nodeBefore[head] = node
    this.#siftUp(isNew ? this.#heapSize++ : this.#place[head]!, head)
  }

  #siftUp(from: number, node: number): void {
    const key = this.#metres[node]!
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const other = this.#heap[parent]!
      if (this.#metres[other]! <= key) break
      this.#heap[at] = other
      this.#place[other] = at
      at = parent
    }
    this.#heap[at] = node
    this.#place[node] = at
  }

  #pop(): number {
    const least = this.#heap[0]!
    const size = --this.#heapSize
    if (size === 0) return least
    const node = this.#heap[size]!
    const key = this.#metres[node]!
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#metres[this.#heap[child + 1]!]! < this.#metres[this.#heap[child]!]!)
        child++
      const other = this.#heap[child]!
      if (this.#metres[other]! >= key) break
      this.#heap[at] = other
      this.#place[other] = at
      at = child
    }
    this.#heap[at] = node
    this.#place[node] = at
    return least
  }
}
