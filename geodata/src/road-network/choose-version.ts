import type { IsoDate } from '../road-state/types.ts'

/** A version of the road network: from a day on the roads are as in it. */
export interface DatedVersion {
  readonly id: number
  readonly validFrom: IsoDate
}

/**
 * The version that counts on a day: the latest that is valid by then, else the earliest; as `road_network_in_service`
 * in the database.
 *
 * @param versions Those in service, any order; undefined where there are none.
 */
export function chooseVersion<V extends DatedVersion>(versions: readonly V[], date: IsoDate): V | undefined {
  const latestFirst = versions.toSorted((a, b) => compare(b.validFrom, a.validFrom) || b.id - a.id)
  return latestFirst.find(({ validFrom }) => validFrom <= date) ?? latestFirst.at(-1)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
