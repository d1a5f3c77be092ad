import { ancestorsOf, type Climb, climb } from './climb.ts'
import { CLOSED, type Hierarchy, type HierarchyWeights, type PathEnd } from './hierarchy-types.ts'
import { toStarts } from './path-ends.ts'
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
  return meet(climbFrom(hierarchy, weights.up, starts), climbFrom(hierarchy, weights.down, ends)).cost
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
  const rise = climbFrom(hierarchy, weights.up, starts)
  const fall = climbFrom(hierarchy, weights.down, ends)
  const { cost, top } = meet(rise, fall)
  if (cost === CLOSED) return null
  const first = stepsDown(hierarchy, rise, top)
  const second = stepsDown(hierarchy, fall, top)
  const arcs: number[] = []
  for (let i = first.ranks.length - 1; i > 0; i--) {
    const weight = weights.up[first.arcs[i - 1]!]!
    unpackArc(hierarchy, weights, first.ranks[i]!, first.ranks[i - 1]!, weight, arcs)
  }
  for (let i = 1; i < second.ranks.length; i++) {
    const weight = weights.down[second.arcs[i - 1]!]!
    unpackArc(hierarchy, weights, second.ranks[i - 1]!, second.ranks[i]!, weight, arcs)
  }
  return {
    cost,
    arcs,
    start: indexOfLeast(hierarchy, starts, first.ranks.at(-1)!),
    end: indexOfLeast(hierarchy, ends, second.ranks.at(-1)!),
  }
}

function climbFrom(hierarchy: Hierarchy, weight: Int32Array, ends: readonly PathEnd[]): Climb {
  const starts = toStarts(hierarchy, ends)
  const ranks = ancestorsOf(
    hierarchy,
    starts.map((start) => start.rank),
  )
  return climb(hierarchy, weight, ranks, starts)
}

/** The common ancestor over which two climbs cost least together; its cost is CLOSED if there is none. */
function meet(rise: Climb, fall: Climb): { cost: number; top: number } {
  let cost = CLOSED
  let top = -1
  let i = rise.ranks.length - 1
  let j = fall.ranks.length - 1
  while (i >= 0 && j >= 0) {
    const [a, b] = [rise.ranks[i]!, fall.ranks[j]!]
    if (a === b && rise.cost[i]! + fall.cost[j]! < cost) {
      cost = rise.cost[i]! + fall.cost[j]!
      top = a
    }
    if (a >= b) i--
    if (b >= a) j--
  }
  return { cost, top }
}

/** Ranks from a reached one down to the start from which it was reached, and the hierarchy arcs between them. */
function stepsDown(
  { upStart }: Hierarchy,
  { ranks, arc }: Climb,
  top: number,
): { ranks: number[]; arcs: number[] } {
  const steps = { ranks: [top], arcs: [] as number[] }
  let at = ranks.indexOf(top)
  while (arc[at]! >= 0) {
    const below = tailOf(upStart, arc[at]!)
    steps.arcs.push(arc[at]!)
    steps.ranks.push(below)
    at = ranks.lastIndexOf(below, at)
  }
  return steps
}

function indexOfLeast({ rank }: Hierarchy, ends: readonly PathEnd[], wanted: number): number {
  let least = -1
  for (const [i, end] of ends.entries()) {
    if (rank[end.node] === wanted && (least < 0 || end.cost < ends[least]!.cost)) least = i
  }
  return least
}
