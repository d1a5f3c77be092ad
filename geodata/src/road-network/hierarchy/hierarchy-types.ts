/** Cost of an arc that cannot be used, and of a place that cannot be reached. Two of them still fit 32 bits. */
export const CLOSED = 0x3fffffff

/** Directed graph in compressed sparse rows: the arcs that leave node n are `arcStart[n]` to `arcStart[n + 1] - 1`. */
export interface ArcGraph {
  nodeCount: number
  arcStart: Int32Array
  arcHead: Int32Array
  /** Degrees. They only guide the order of the nodes. */
  nodeLon: Float64Array
  nodeLat: Float64Array
}

/**
 * Order of the nodes of a graph and the arcs that contracting them in this order gives, without any cost.
 * Nodes are named by rank here: 0 is contracted first. The elimination tree is numbered in post-order, so the
 * descendants of a node are the ranks just below it, and its parent is the first head of its upward arcs.
 *
 * A plain object of numbers and typed arrays. It can be stored and sent to a worker as it is; `arcStart` and `arcHead`
 * are those of the graph itself, not copies. All other arrays are the hierarchy's own.
 */
export interface Hierarchy {
  nodeCount: number
  arcStart: Int32Array
  arcHead: Int32Array
  /** Rank by node of the graph. */
  rank: Int32Array
  /** Node of the graph by rank. */
  order: Int32Array
  /** Upward arcs of rank r: `upStart[r]` to `upStart[r + 1] - 1`, by ascending head. */
  upStart: Int32Array
  upHead: Int32Array
  /** The same arcs from above: ranks below r with an arc to r are `downTail[downStart[r]]` and so on, ascending. */
  downStart: Int32Array
  downTail: Int32Array
}

/** Least costs over each hierarchy arc for one set of arc costs. Several can share one hierarchy. */
export interface HierarchyWeights {
  /** Costs by arc of the graph that these weights are made of; the caller's array, not a copy. */
  arcCost: Int32Array
  /** From the lower to the higher end. */
  up: Int32Array
  /** From the higher to the lower end. */
  down: Int32Array
}

/** Node of the graph at which a way may begin or end, with the cost spent before or after it. */
export interface PathEnd {
  node: number
  cost: number
}

/** The caller asked to stop before the hierarchy was built. */
export class BuildStopped extends Error {
  override name = 'BuildStopped'
}
