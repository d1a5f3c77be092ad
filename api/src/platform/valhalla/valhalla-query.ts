import type { Position } from '@borne/geodata/geometry/position'
import type { Mode } from '@borne/geodata/road-network/road-codes'
import { problem } from '../problems.ts'
import type { EngineQuestion } from '../road-engine.ts'

/** Farther than this from a road a point is off the network, as in our own engine. */
const MAX_OFF_ROAD_METRES = 5_000

const COSTINGS: Record<Mode, string | null> = {
  car: 'auto',
  lorry: 'truck',
  motorbike: 'motorcycle',
  foot: 'pedestrian',
  boat: null,
}

/**
 * What every question to Valhalla carries.
 *
 * @throws problem `road-engine-lacks` for boats, which it does not know.
 */
export function commonQuery({ mode, date, avoidAreas = [] }: EngineQuestion, today: string): object {
  const costing = COSTINGS[mode]
  if (costing === null) throw problem('road-engine-lacks', { mode })
  return {
    costing,
    units: 'kilometers',
    // Live traffic, and with it what was closed there, is heeded only by a question about now.
    ...(date === today ? { date_time: { type: 0 } } : {}),
    // Valhalla takes the outer rings alone: a hole of an area is avoided with it.
    ...(avoidAreas.length > 0 ? { exclude_polygons: avoidAreas.map((area) => area.coordinates[0]) } : {}),
  }
}

export function toLocation([lon, lat]: Position): object {
  return { lon, lat, search_cutoff: MAX_OFF_ROAD_METRES }
}
