import { climb } from './climb.ts'
import { CLOSED, type Hierarchy, type HierarchyWeights, type PathEnd } from './hierarchy-types.ts'
import { checkEnds } from './path-ends.ts'
import { type Scratch, scratchOf } from './scratch.ts'
import { tailOf } from './tail-of.ts'
import { unpackArc } from './unpack-arc.ts'

export interface HierarchyPath {
  /** With the costs at both ends. */
  cost: number
  /** Arcs of the graph, first to last; none where the way begins and ends at one node. */
  arcs: number[]
  /** Which of the starts, and which of the ends it joins: an index each. */
  start: number
  end: number
}

/**
 * Least cost from any of several starts to any of several ends.
 *
 * @returns In the unit of the arc costs; CLOSED if there is no way.
 * @throws RangeError if a start or an end names no node, or has a cost out of bounds.
 */
export function findCost(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  starts: readonly PathEnd[],
  ends: readonly PathEnd[],
): number {
  return meet(hierarchy, weights, starts, ends, (_, cost) => cost)
}

/**
 * A way of least cost from any of several starts to any of several ends.
 *
 * @returns null if there is no way.
 * @throws RangeError if a start or an end names no node, or has a cost out of bounds.
 */
export function findPath(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  starts: readonly PathEnd[],
  ends: readonly PathEnd[],
): HierarchyPath | null {
  return meet(hierarchy, weights, starts, ends, (top, cost, scratch) => {
    if (cost === CLOSED) return null
    const { costFrom, costTo, arcFrom, arcTo } = scratch
    const rise = walkDown(hierarchy, arcFrom, top)
    const fall = walkDown(hierarchy, arcTo, top)
    const arcs: number[] = []
    for (let i = rise.length - 1; i > 0; i--) {
      const [low, high] = [rise[i]!, rise[i - 1]!]
      unpackArc(hierarchy, weights, low, high, weights.up[arcFrom[high]!]!, arcs)
    }
    for (let i = 1; i < fall.length; i++) {
      const [high, low] = [fall[i - 1]!, fall[i]!]
      unpackArc(hierarchy, weights, high, low, weights.down[arcTo[high]!]!, arcs)
    }
    const isAt = (end: PathEnd, r: number, spent: number) =>
      hierarchy.rank[end.node] === r && end.cost === spent
    const [first, last] = [rise.at(-1)!, fall.at(-1)!]
    return {
      cost,
      arcs,
      start: starts.findIndex((start) => isAt(start, first, costFrom[first]!)),
      end: ends.findIndex((end) => isAt(end, last, costTo[last]!)),
    }
  })
}

/** Climbs from both sides and hands over the rank at which they meet at least cost. */
function meet<Answer>(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  starts: readonly PathEnd[],
  ends: readonly PathEnd[],
  answer: (top: number, cost: number, scratch: Scratch) => Answer,
): Answer {
  checkEnds(hierarchy, starts)
  checkEnds(hierarchy, ends)
  const scratch = scratchOf(hierarchy)
  const { costFrom, costTo } = scratch
  const above = climb(hierarchy, weights.up, starts, costFrom, scratch.arcFrom)
  const below = climb(hierarchy, weights.down, ends, costTo, scratch.arcTo)
  let top = -1
  let least = CLOSED
  for (const r of above) {
    const cost = costFrom[r]! + costTo[r]!
    if (cost >= least) continue
    least = cost
    top = r
  }
  try {
    return answer(top, least, scratch)
  } finally {
    for (const r of above) costFrom[r] = CLOSED
    for (const r of below) costTo[r] = CLOSED
  }
}

/** Ranks from a reached one down to the end from which it was reached. */
function walkDown({ upStart }: Hierarchy, arcInto: Int32Array, top: number): number[] {
  const ranks = [top]
  for (let arc = arcInto[top]!; arc >= 0; arc = arcInto[ranks.at(-1)!]!) ranks.push(tailOf(upStart, arc))
  return ranks
}
