import { ancestorsOf, type Climb, climb } from './climb.ts'
import type { Hierarchy, HierarchyWeights, PathEnd } from './hierarchy-types.ts'
import { toStarts } from './path-ends.ts'

/**
 * Least costs between places and their ancestors in the elimination tree. Each row is a path of the tree, up to its
 * root; a place has one row, or several if its nodes lie on several branches.
 */
export interface EndLabels {
  placeCount: number
  /** Place of each row. The rows stand by ascending rank of their lowest node. */
  place: Int32Array
  /** Row i holds items `rowStart[i]` to `rowStart[i + 1] - 1`. */
  rowStart: Int32Array
  rank: Int32Array
  cost: Int32Array
}

/**
 * Labels of places, from which a matrix is made; those of a fixed set can be kept as long as the weights stay.
 *
 * @param places The nodes of each place, with the costs spent between them and the place itself.
 * @param direction `from`: for ways that begin at the places; `to`: for ways that end there.
 * @throws RangeError if a place names no node, or has a cost out of bounds.
 */
export function labelEnds(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  places: readonly (readonly PathEnd[])[],
  direction: 'from' | 'to',
): EndLabels {
  const weight = direction === 'from' ? weights.up : weights.down
  const rows = places.flatMap((ends, place) =>
    climbBranches(hierarchy, weight, ends).map((branch) => ({ place, ...branch })),
  )
  rows.sort((a, b) => a.ranks[0]! - b.ranks[0]! || a.place - b.place)
  const items = rows.reduce((sum, row) => sum + row.ranks.length, 0)
  const labels = {
    placeCount: places.length,
    place: Int32Array.from(rows, (row) => row.place),
    rowStart: new Int32Array(rows.length + 1),
    rank: new Int32Array(items),
    cost: new Int32Array(items),
  }
  for (const [i, row] of rows.entries()) {
    const from = labels.rowStart[i]!
    labels.rank.set(row.ranks, from)
    labels.cost.set(row.cost, from)
    labels.rowStart[i + 1] = from + row.ranks.length
  }
  return labels
}

/** A climb for each branch on which the ends lie: often one, as the two ends of a road lie on one. */
function climbBranches(hierarchy: Hierarchy, weight: Int32Array, ends: readonly PathEnd[]): Climb[] {
  const branches: Climb[] = []
  let waiting = toStarts(hierarchy, ends)
  while (waiting.length > 0) {
    const lowest = Math.min(...waiting.map((start) => start.rank))
    const branch = climb(hierarchy, weight, ancestorsOf(hierarchy, [lowest]), waiting)
    branches.push(branch)
    waiting = waiting.filter((start) => start.rank !== lowest && !branch.ranks.includes(start.rank))
  }
  return branches
}
