import { CLOSED, type Hierarchy, type HierarchyWeights, type PathEnd } from './hierarchy-types.ts'
import { type EndLabels, labelEnds } from './label-ends.ts'

/**
 * Least costs from each source to each target.
 *
 * @param sources, targets The nodes of each place, with the costs spent between them and the place itself.
 * @returns Row by row, a row for each source; CLOSED = no way.
 * @throws RangeError if a place names no node, or has a cost out of bounds.
 */
export function findMatrix(
  hierarchy: Hierarchy,
  weights: HierarchyWeights,
  sources: readonly (readonly PathEnd[])[],
  targets: readonly (readonly PathEnd[])[],
): Int32Array {
  return matrixOf(
    labelEnds(hierarchy, weights, sources, 'from'),
    labelEnds(hierarchy, weights, targets, 'to'),
  )
}

/**
 * Least costs from each labelled source to each labelled target, as `findMatrix` gives them. A least way climbs from
 * both sides to an ancestor of both; the common ancestors of two places are the last items that their rows share.
 *
 * @see Ouyang et al. (2018), "When Hierarchy Meets 2-Hop-Labeling", SIGMOD 2018, for labels by tree ancestors.
 */
export function matrixOf(sources: EndLabels, targets: EndLabels): Int32Array {
  const matrix = new Int32Array(sources.placeCount * targets.placeCount).fill(CLOSED)
  const targetRows = targets.place.length
  const sharedWithNext = new Int32Array(targetRows)
  for (let i = 0; i + 1 < targetRows; i++) sharedWithNext[i] = sharedItems(targets, i, targets, i + 1)
  for (let row = 0; row < sources.place.length; row++) {
    const line = sources.place[row]! * targets.placeCount
    const middle = firstRowFrom(targets, lowestRank(sources, row))
    let shared = middle < targetRows ? sharedItems(sources, row, targets, middle) : 0
    for (let i = middle; i < targetRows; i++) {
      relax(matrix, line, sources, row, targets, i, shared)
      shared = Math.min(shared, sharedWithNext[i]!)
    }
    shared = middle > 0 ? sharedItems(sources, row, targets, middle - 1) : 0
    for (let i = middle - 1; i >= 0; i--) {
      relax(matrix, line, sources, row, targets, i, shared)
      if (i > 0) shared = Math.min(shared, sharedWithNext[i - 1]!)
    }
  }
  return matrix
}

function relax(
  matrix: Int32Array,
  line: number,
  sources: EndLabels,
  row: number,
  targets: EndLabels,
  targetRow: number,
  shared: number,
): void {
  const from = sources.cost
  const to = targets.cost
  const end = sources.rowStart[row + 1]!
  const offset = targets.rowStart[targetRow + 1]! - end
  const at = line + targets.place[targetRow]!
  let least = matrix[at]!
  for (let i = end - shared; i < end; i++) {
    const cost = from[i]! + to[i + offset]!
    if (cost < least) least = cost
  }
  matrix[at] = least
}

function lowestRank(labels: EndLabels, row: number): number {
  return labels.rank[labels.rowStart[row]!]!
}

/** First row whose lowest node has at least a given rank. */
function firstRowFrom(labels: EndLabels, rank: number): number {
  let from = 0
  let to = labels.place.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (lowestRank(labels, middle) < rank) from = middle + 1
    else to = middle
  }
  return from
}

/** How many items two rows share, from the root of the tree down. */
function sharedItems(a: EndLabels, rowA: number, b: EndLabels, rowB: number): number {
  const endA = a.rowStart[rowA + 1]!
  const endB = b.rowStart[rowB + 1]!
  const most = Math.min(endA - a.rowStart[rowA]!, endB - b.rowStart[rowB]!)
  let shared = 0
  while (shared < most && a.rank[endA - 1 - shared] === b.rank[endB - 1 - shared]) shared++
  return shared
}
