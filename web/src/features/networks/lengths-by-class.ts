import type { RoadNetworkVersion } from '@borne/api/contracts/networks'
import type { Highway } from '@borne/geodata/road-network/road-codes'

export interface ClassLength {
  readonly highway: Highway
  readonly metres: number
}

/**
 * The length of each class in a version, the longest first: from its own report or comparison, else from the comparison of
 * a version that was held against it. Null where nobody has counted.
 */
export function lengthsByClass(
  version: RoadNetworkVersion,
  all: readonly RoadNetworkVersion[],
): ClassLength[] | null {
  const counted = countedIn(version, all)
  if (!counted) return null
  return counted.filter(({ metres }) => metres > 0).sort((a, b) => b.metres - a.metres)
}

export function totalMetres(lengths: readonly ClassLength[] | null): number | null {
  return lengths ? lengths.reduce((sum, { metres }) => sum + metres, 0) : null
}

function countedIn(
  { id, report, figures }: RoadNetworkVersion,
  all: readonly RoadNetworkVersion[],
): ClassLength[] | null {
  if (report) {
    const entries = Object.entries(report.metresByClass) as [Highway, number][]
    return entries.map(([highway, metres]) => ({ highway, metres }))
  }
  if (figures) {
    return figures.byClass.map(({ highway, latterMetres }) => ({ highway, metres: latterMetres }))
  }
  const other = all.find(({ comparedWith, figures: theirs }) => comparedWith === id && theirs)
  return (
    other?.figures?.byClass.map(({ highway, formerMetres }) => ({ highway, metres: formerMetres })) ?? null
  )
}
