import { type RoadGraph, tailOf } from './graph.ts'
import { CLOSED } from './hierarchy/hierarchy.ts'

export { CLOSED }

/** What a search reads of a graph: arcs in compressed sparse rows. */
export type SearchGraph = Pick<RoadGraph, 'nodeCount' | 'arcStart' | 'arcHead'>

/** A node from which a search sets out, with what has been spent on reaching it. */
export interface SearchStart {
  node: number
  /** A whole number of the unit of the arcs' costs. */
  cost: number
}

export interface SearchOptions {
  /** Nodes farther than this are not settled. Default: no bound, which is under `CLOSED`. */
  maxCost?: number
  /** The search may stop once all of these are settled. Default: the whole graph. */
  targets?: readonly number[]
}

/** Result of a search, valid until the next search on the same graph: the arrays are used again. */
export interface SearchTree {
  /** Least cost from the nearest start, `CLOSED` = not reached. */
  costTo(node: number): number
  /** Arc by which the least way enters a node, -1 at a start. */
  arcInto(node: number): number
  /** Place in `starts` of the start from which a reached node is nearest. */
  startOf(node: number): number
}

interface Scratch {
  cost: Int32Array
  arc: Int32Array
  /** Place in `starts` of the start from which a node is reached. */
  start: Int32Array
  /** Search in which a node was last touched, so that nothing has to be cleared. */
  touched: Uint32Array
  settled: Uint32Array
  heapNode: Int32Array
  /** Place in the heap of a node that is in it. */
  place: Int32Array
  heapSize: number
  search: number
}

const scratches = new WeakMap<SearchGraph, Scratch>()

function scratchOf(graph: SearchGraph): Scratch {
  const found = scratches.get(graph)
  if (found) return found
  const n = graph.nodeCount
  const scratch: Scratch = {
    cost: new Int32Array(n),
    arc: new Int32Array(n),
    start: new Int32Array(n),
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

function reach(s: Scratch, node: number, cost: number, arc: number, start: number): void {
  if (s.touched[node] !== s.search) {
    s.touched[node] = s.search
    s.cost[node] = cost
    s.arc[node] = arc
    s.start[node] = start
    siftUp(s, s.heapSize++, node)
  } else if (cost < s.cost[node]!) {
    s.cost[node] = cost
    s.arc[node] = arc
    s.start[node] = start
    siftUp(s, s.place[node]!, node)
  }
}

/**
 * Least costs from one or more starts (Dijkstra with a 4-ary heap).
 *
 * @param arcCost By arc: whole, not negative; `CLOSED` or more = closed. Any unit, as long as the longest way stays
 *   under `CLOSED`.
 * @param starts Several starts give, for each node, the nearest of them.
 * @returns A view of arrays that the next search on this graph overwrites.
 * @see Dijkstra (1959), Numerische Mathematik 1, 269–271; Johnson (1975) for d-ary heaps.
 */
export function searchFrom(
  graph: SearchGraph,
  arcCost: Int32Array,
  starts: readonly SearchStart[],
  { maxCost = CLOSED - 1, targets }: SearchOptions = {},
): SearchTree {
  const s = scratchOf(graph)
  s.search++
  s.heapSize = 0
  const { cost, settled, search } = s
  const { arcStart, arcHead } = graph
  const most = Math.min(maxCost, CLOSED - 1)
  starts.forEach(({ node, cost: spent }, i) => {
    if (spent <= most) reach(s, node, spent, -1, i)
  })
  const wanted = targets && new Set(targets)
  while (s.heapSize > 0) {
    const node = popLeast(s)
    settled[node] = search
    if (wanted?.delete(node) && wanted.size === 0) break
    const spent = cost[node]!
    const start = s.start[node]!
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const next = spent + arcCost[arc]!
      const head = arcHead[arc]!
      if (next <= most && settled[head] !== search) reach(s, head, next, arc, start)
    }
  }
  return {
    costTo: (node) => (settled[node] === search ? cost[node]! : CLOSED),
    arcInto: (node) => s.arc[node]!,
    startOf: (node) => s.start[node]!,
  }
}

/**
 * Arcs of the least way to a node, first to last.
 *
 * @throws RangeError if the search did not reach the node.
 */
export function arcsTo(graph: RoadGraph, tree: SearchTree, node: number): number[] {
  if (tree.costTo(node) === CLOSED) throw new RangeError(`node ${node} was not reached`)
  const arcs: number[] = []
  for (let arc = tree.arcInto(node); arc >= 0; arc = tree.arcInto(tailOf(graph, arc))) arcs.push(arc)
  return arcs.reverse()
}
