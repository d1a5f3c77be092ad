import type { Hierarchy } from './hierarchy-types.ts'

/** Hierarchy arc between two ranks, the lower first; -1 if there is none. */
export function findArc({ upStart, upHead }: Hierarchy, low: number, high: number): number {
  let from = upStart[low]!
  let to = upStart[low + 1]!
  while (to - from > 8) {
    const middle = (from + to) >> 1
    if (upHead[middle]! <= high) from = middle
    else to = middle
  }
  for (; from < to; from++) if (upHead[from] === high) return from
  return -1
}
