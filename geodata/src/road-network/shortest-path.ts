import type { RoadGraph } from './graph.ts'

/** A node from which a search sets out, with what has been spent on reaching it. */
export interface SearchStart {
  node: number
  cost: number
}

export interface SearchOptions {
  /** Nodes farther than this are not settled. Default: no bound. */
  maxCost?: number
  /** The search may stop once all of these are settled. Default: the whole graph. */
  targets?: readonly number[]
}

/** Result of a search, valid until the next search on the same graph: the arrays are used again. */
export interface SearchTree {
  /** Least cost from the nearest start, `Infinity` = not reached. */
  costTo(node: number): number
  /** Arc by which the least way enters a node, -1 at a start. */
  arcInto(node: number): number
}

interface Scratch {
  cost: Float64Array
  arc: Int32Array
  /** Search in which a node was last touched, so that nothing has to be cleared. */
  touched: Uint32Array
  settled: Uint32Array
  heapNode: Int32Array
  /** Place in the heap of a node that is in it. */
  place: Int32Array
  heapSize: number
  search: number
}

const scratches = new WeakMap<RoadGraph, Scratch>()

function scratchOf(graph: RoadGraph): Scratch {
  const found = scratches.get(graph)
  if (found) return found
  const n = graph.nodeCount
  const scratch: Scratch = {
    cost: new Float64Array(n),
    arc: new Int32Array(n),
    touched: new Uint32Array(n),
    settled: new Uint32Array(n),
    heapNode: new Int32Array(n),
    place: new Int32Array(n),
    heapSize: 0,
    search: 0,
  }
  scratches.set(graph, scratch)
  return scratch
}

function siftUp(s: Scratch, from: number, node: number): void {
  const { cost, heapNode, place } = s
  const key = cost[node]!
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 2
    const other = heapNode[parent]!
    if (cost[other]! <= key) break
    heapNode[at] = other
    place[other] = at
    at = parent
  }
  heapNode[at] = node
  place[node] = at
}

function popLeast(s: Scratch): number {
  const { cost, heapNode, place } = s
  const least = heapNode[0]!
  const size = --s.heapSize
  if (size === 0) return least
  const node = heapNode[size]!
  const key = cost[node]!
  let at = 0
  for (;;) {
    const first = 4 * at + 1
    if (first >= size) break
    let best = first
    let bestCost = cost[heapNode[first]!]!
    const end = Math.min(first + 4, size)
    for (let child = first + 1; child < end; child++) {
      const childCost = cost[heapNode[child]!]!
      if (childCost < bestCost) {
        best = child
        bestCost = childCost
      }
    }
    if (bestCost >= key) break
    const other = heapNode[best]!
    heapNode[at] = other
    place[other] = at
    at = best
  }
  heapNode[at] = node
  place[node] = at
  return least
}

function reach(s: Scratch, node: number, cost: number, arc: number): void {
  if (s.touched[node] !== s.search) {
    s.touched[node] = s.search
    s.cost[node] = cost
    s.arc[node] = arc
    siftUp(s, s.heapSize++, node)
  } else if (cost < s.cost[node]!) {
    s.cost[node] = cost
    s.arc[node] = arc
    siftUp(s, s.place[node]!, node)
  }
}

/**
 * Least costs from one or more starts (Dijkstra with a 4-ary heap).
 *
 * @param arcCost By arc: not negative; `Infinity` = closed. Any unit.
 * @param starts Several starts give, for each node, the nearest of them.
 * @returns A view of arrays that the next search on this graph overwrites.
 * @see Dijkstra (1959), Numerische Mathematik 1, 269–271; Johnson (1975) for d-ary heaps.
 */
export function searchFrom(
  graph: RoadGraph,
  arcCost: Float64Array,
  starts: readonly SearchStart[],
  { maxCost = Infinity, targets }: SearchOptions = {},
): SearchTree {
  const s = scratchOf(graph)
  s.search++
  s.heapSize = 0
  const { cost, settled, search } = s
  const { arcStart, arcHead } = graph
  for (const start of starts) if (start.cost <= maxCost) reach(s, start.node, start.cost, -1)
  const wanted = targets && new Set(targets)
  while (s.heapSize > 0) {
    const node = popLeast(s)
    settled[node] = search
    if (wanted?.delete(node) && wanted.size === 0) break
    const spent = cost[node]!
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const next = spent + arcCost[arc]!
      const head = arcHead[arc]!
      if (next <= maxCost && next < Infinity && settled[head] !== search) reach(s, head, next, arc)
    }
  }
  return {
    costTo: (node) => (settled[node] === search ? cost[node]! : Infinity),
    arcInto: (node) => s.arc[node]!,
  }
}

/**
 * Arcs of the least way to a node, first to last.
 *
 * @throws RangeError if the search did not reach the node.
 */
export function arcsTo(graph: RoadGraph, tree: SearchTree, node: number): number[] {
  if (tree.costTo(node) === Infinity) throw new RangeError(`node ${node} was not reached`)
  const arcs: number[] = []
  for (let arc = tree.arcInto(node); arc >= 0; arc = tree.arcInto(tailOf(graph, arc))) arcs.push(arc)
  return arcs.reverse()
}

/** Node that an arc leaves. */
export function tailOf(graph: RoadGraph, arc: number): number {
  const edge = graph.arcEdge[arc]!
  return graph.isForward[arc] === 1 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!
}
