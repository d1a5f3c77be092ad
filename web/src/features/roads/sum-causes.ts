import type { RoadCause, RoadDay } from '@borne/api/contracts/roads'
import type { RoadChange } from '../../ui/level-scale.ts'

export interface CauseSum {
  readonly cause: RoadCause
  readonly lengthMetres: number
}

/** How much each cause closes or slows, what cuts first, then by length. */
export function sumByCause({ roads, causes }: Pick<RoadDay, 'roads' | 'causes'>): CauseSum[] {
  const sums = causes.map((cause) => ({ cause, lengthMetres: 0 }))
  for (const { properties } of roads.features) {
    const sum = sums[properties.cause]
    if (sum) sum.lengthMetres += properties.lengthMetres
  }
  const rank = { cut: 0, 'four-wheel-drive': 1, slow: 2, open: 3 }
  return sums
    .filter(({ lengthMetres }) => lengthMetres > 0)
    .sort((a, b) => rank[a.cause.level] - rank[b.cause.level] || b.lengthMetres - a.lengthMetres)
}

/** Metres of each change between the two days. */
export function sumByChange({ difference }: Pick<RoadDay, 'difference'>): Record<RoadChange, number> {
  const sums = { closes: 0, worse: 0, better: 0, opens: 0 }
  for (const { properties } of difference.features) sums[properties.change] += properties.lengthMetres
  return sums
}
