import type { ClimbStart } from './climb.ts'
import { CLOSED, type Hierarchy, type PathEnd } from './hierarchy-types.ts'

/** @throws RangeError if an end names no node, or its cost is no whole number from 0 to CLOSED. */
export function toStarts({ nodeCount, rank }: Hierarchy, ends: readonly PathEnd[]): ClimbStart[] {
  return ends.map(({ node, cost }) => {
    if (!Number.isInteger(node) || node < 0 || node >= nodeCount) {
      throw new RangeError(`node ${node} is not among the ${nodeCount} nodes`)
    }
    if (!Number.isInteger(cost) || cost < 0 || cost > CLOSED) {
      throw new RangeError(`the cost ${cost} at node ${node} is no whole number from 0 to ${CLOSED}`)
    }
    return { rank: rank[node]!, cost }
  })
}
