import type { Highway } from '../road-network/road-codes.ts'
import { isTrackLike } from '../road-network/speeds.ts'
import type { GroundState } from './types.ts'

/*
 * How unsure a time is where no passage has taught it: standard deviation of the logarithm of the time. Assumptions, to
 * be replaced by what tracks of missions tell: on asphalt nine journeys in ten take less than 1.2 times the usual, on a
 * dry track less than 1.6 times, over wet ground more, and nobody knows when a ferry leaves.
 */
const PAVED_SPREAD = 0.15
const ROAD_SPREAD = 0.25
const TRACK_SPREAD = 0.35
const FERRY_SPREAD = 0.5
const WET_FACTOR = 1.5

const PAVED: ReadonlySet<Highway> = new Set(['motorway', 'trunk', 'primary', 'secondary'])

/** Standard deviation of the logarithm of a time over a class of road, before anything was learned. */
export function priorLogSpread(highway: Highway, state: GroundState): number {
  if (highway === 'ferry' || highway === 'river') return FERRY_SPREAD
  if (PAVED.has(highway)) return PAVED_SPREAD
  const dry = isTrackLike(highway) ? TRACK_SPREAD : ROAD_SPREAD
  return state === 'dry' ? dry : dry * WET_FACTOR
}
