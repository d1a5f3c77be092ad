import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import type { RoadInputs } from '../../api/src/features/roads/contract.ts'
import type { WayAsked } from '../../web/src/platform/roads-worker/roads-asked.ts'
import type { Random } from './random.ts'

const DATES = [undefined, '2026-03-10', '2026-05-15', '2026-08-15', '2026-10-15']
/** Guidimakha with what lies round it, well inside the network: west, south, east, north. */
const AREA = [-13, 14.7, -11, 16] as const
/** Farthest that a stop is moved from the settlement near which it is asked, in degrees: 11 km. */
const ASIDE = 0.1

type AskedState = Pick<WayAsked, 'date' | 'vehicle'>

/** A vehicle on a day, or in the dry season. */
export function randomState(random: Random): AskedState {
  return { date: random.pick(DATES), vehicle: random.pick(DEFAULT_VEHICLES).id }
}

/** A question about a way as someone could ask it: stops near settlements and at posts, and any permission. */
export function randomWay(random: Random, { settlements, posts }: RoadInputs, state: AskedState): WayAsked {
  const [west, south, east, north] = AREA
  const near = settlements.filter(
    ({ position: [lon, lat] }) => lon > west && lon < east && lat > south && lat < north,
  )
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
  const place = (): [number, number] => {
    const [lon, lat] = random.pick(near).position
    const aside = random.chance(0.5) ? ASIDE : 0.005
    return [round(lon + (random.next() - 0.5) * 2 * aside), round(lat + (random.next() - 0.5) * 2 * aside)]
  }
  const placed = posts.filter(({ position }) => position)
  const stop = () => (random.chance(0.25) ? random.pick(placed).postId : place())
  const area = () => {
    const [lon, lat] = place()
    return [0, 1, 2, 3].map((corner): [number, number] => [
      round(lon + (corner === 1 || corner === 2 ? 0.05 : 0)),
      round(lat + (corner > 1 ? 0.05 : 0)),
    ])
  }
  const stops = Array.from({ length: random.chance(0.7) ? 2 : 3 }, stop)
  return {
    stops,
    ...state,
    by: random.chance(0.7) ? 'time' : 'distance',
    alternatives: stops.length === 2 && random.chance(0.5),
    onward: random.chance(0.2) ? random.pick(['4x4', 'foot', 'motorbike']) : undefined,
    crossing: random.chance(0.5),
    documented: random.chance(0.8),
    presumed: random.chance(0.4),
    presumedMetres: random.pick([500, 5000, 15_000]),
    areas: random.chance(0.25) ? [area()] : [],
  }
}

/** The same question as the parameters of `GET /api/ways`. */
export function wayParams({ stops, areas, ...asked }: WayAsked): Record<string, unknown> {
  const text = (corners: readonly (readonly number[])[]) =>
    corners.map((corner) => corner.join(',')).join(';')
  return {
    ...asked,
    stops: stops.map((stop) => (typeof stop === 'string' ? stop : stop.join(','))).join(';'),
    avoid: areas.map(text).join('|') || undefined,
  }
}
