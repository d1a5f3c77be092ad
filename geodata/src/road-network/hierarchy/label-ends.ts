import { CLOSED, type Hierarchy, type HierarchyWeights, type PathEnd } from './hierarchy-types.ts'
import { checkEnds } from './path-ends.ts'
import { scratchOf } from './scratch.ts'

/**
 * Least costs between places and their ancestors in the elimination tree. Each row is a path of the tree, from its
 * root down; a place has one row, or several if its nodes lie on several branches.
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
  const rows: Row[] = []
  for (const [place, ends] of places.entries()) {
    checkEnds(hierarchy, ends)
    addRows(hierarchy, weight, place, ends, rows)
  }
  rows.sort((a, b) => a.ranks.at(-1)! - b.ranks.at(-1)! || a.place - b.place)
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
    labels.cost.set(row.costs, from)
    labels.rowStart[i + 1] = from + row.ranks.length
  }
  return labels
}

interface Row {
  place: number
  ranks: number[]
  costs: number[]
}

function addRows(
  hierarchy: Hierarchy,
  weight: Int32Array,
  place: number,
  ends: readonly PathEnd[],
  rows: Row[],
): void {
  const { rank, upStart, upHead } = hierarchy
  const { costFrom: cost } = scratchOf(hierarchy)
  let waiting = ends.map((end) => ({ rank: rank[end.node]!, cost: end.cost })).sort((a, b) => a.rank - b.rank)
  while (waiting.length > 0) {
    for (const end of waiting) if (end.cost < cost[end.rank]!) cost[end.rank] = end.cost
    const ranks: number[] = []
    for (let r = waiting[0]!.rank; r >= 0; ) {
      ranks.push(r)
      const from = upStart[r]!
      const to = upStart[r + 1]!
      const spent = cost[r]!
      if (spent < CLOSED) {
        for (let i = from; i < to; i++) {
          const next = spent + weight[i]!
          if (next < cost[upHead[i]!]!) cost[upHead[i]!] = next
        }
      }
      r = from < to ? upHead[from]! : -1
    }
    ranks.reverse()
    rows.push({ place, ranks, costs: ranks.map((r) => cost[r]!) })
    for (const r of ranks) cost[r] = CLOSED
    for (const end of waiting) cost[end.rank] = CLOSED
    waiting = waiting.filter((end) => !ranks.includes(end.rank))
  }
}
