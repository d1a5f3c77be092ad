import { ancestorsOf, climb } from './climb.ts'
import { CLOSED, type Hierarchy, type HierarchyWeights, type PathEnd } from './hierarchy-types.ts'
import { toStarts } from './path-ends.ts'
import { scratchOf } from './scratch.ts'

export interface FindAllOptions {
  /** Nodes that cost more count as not reached. Default: no bound. */
  maxCost?: number
  /** `from` (the default): ways that begin at the ends; `to`: ways that end there. */
  direction?: 'from' | 'to'
}

/**
 * Least costs between the nearest of several ends and every node: a climb from the ends, then one sweep over all
 * nodes from the highest rank down.
 *
 * @param out Receives the costs by node of the graph; CLOSED = no way.
 * @throws RangeError if an end names no node or has a cost out of bounds, or if `out` is too short.
 * @see Delling, Goldberg, Nowatzyk & Werneck (2011), "PHAST: Hardware-Accelerated Shortest Path Trees", IPDPS 2011.
 */
export function findAll(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  ends: readonly PathEnd[],
  out: Int32Array,
  { maxCost = CLOSED, direction = 'from' }: FindAllOptions = {},
): void {
  const starts = toStarts(hierarchy, ends)
  const { nodeCount, rank, upStart, upHead } = hierarchy
  if (out.length < nodeCount) throw new RangeError(`${out.length} places are too few for ${nodeCount} nodes`)
  const isFrom = direction === 'from'
  const ranks = ancestorsOf(
    hierarchy,
    starts.map((start) => start.rank),
  )
  const above = climb(hierarchy, isFrom ? weights.up : weights.down, ranks, starts)
  const cost = scratchOf(hierarchy).fill(CLOSED)
  for (let i = 0; i < ranks.length; i++) cost[ranks[i]!] = above.cost[i]!
  const weight = isFrom ? weights.down : weights.up
  for (let r = nodeCount - 1, i = upHead.length - 1; r >= 0; r--) {
    let least = cost[r]!
    for (const first = upStart[r]!; i >= first; i--) {
      // The lesser of two without a branch, which the processor would guess wrong: a third faster.
      const more = (cost[upHead[i]!]! + weight[i]! - least) | 0
      least = (least + (more & (more >> 31))) | 0
    }
    cost[r] = least
  }
  for (let node = 0; node < nodeCount; node++) {
    const least = cost[rank[node]!]!
    out[node] = least > maxCost ? CLOSED : least
  }
}
