import type { Position } from '../geometry/position.ts'
import type { RoadNetworkRecords } from './types.ts'

/** A watercourse as the data name it. */
export interface Watercourse {
  /** OSM `waterway`: river, stream, canal, drain, ditch. */
  class: string
  name: string | null
  coordinates: readonly Position[]
}

/** The rivers whose plain floods weeks after the rains: the Senegal and, where it joins, the Falémé. */
const FLOOD_RIVER = /\bs[ée]n[ée]gal\b|\bfal[ée]m[ée]\b/i
const NATURAL: ReadonlySet<string> = new Set(['river', 'stream'])

/** Tells the rivers that flood from the wadis that cut roads; canals, drains and ditches do neither. */
export function sortWatercourses(
  watercourses: readonly Watercourse[],
): Required<Pick<RoadNetworkRecords, 'wadis' | 'floodRivers'>> {
  const natural = watercourses.filter((water) => NATURAL.has(water.class))
  const floods = ({ name }: Watercourse) => name !== null && FLOOD_RIVER.test(name)
  return {
    wadis: natural.filter((water) => !floods(water)).map(({ coordinates }) => coordinates),
    floodRivers: natural.filter(floods).map(({ coordinates }) => coordinates),
  }
}
