import type { VehicleProfile } from '../road-state/types.ts'
import type { RoadGraph } from './graph.ts'
import { GROUNDS, type Ground, HIGHWAYS } from './road-codes.ts'
import type { Passage, RouteShare } from './types.ts'

/** What is driven on a ground; no litres where the vehicle has no figure. */
export interface GroundShare extends RouteShare {
  litres: number | null
}
export type FuelByGround = Record<Ground, GroundShare>

export interface Fuel {
  /** Null for a vehicle without figures. */
  litres: number | null
  byGround: FuelByGround
}

/**
 * Fuel burnt on a way: length on each ground × the vehicle's litres per 100 km there (`litresPer100KmByGround`).
 *
 * The ground is the one that the map tells; `unknown` has a figure of its own, and ferries and rivers are `water`.
 * Slopes, load, wet ground and engines that run while standing are not counted, nor the stretches off the road.
 *
 * @param passages Of one way, or of several driven one after the other.
 * @returns Litres, unrounded. A vehicle whose figures are all 0 (on foot) burns nothing that could be told: null.
 */
export function measureFuel(
  graph: RoadGraph,
  passages: readonly Pick<Passage, 'edge' | 'seconds' | 'lengthMetres'>[],
  vehicle: VehicleProfile,
): Fuel {
  const perKm = vehicle.litresPer100KmByGround
  const hasFigures = GROUNDS.some((ground) => perKm[ground] > 0)
  const byGround = noFuel(hasFigures ? 0 : null)
  for (const { edge, lengthMetres, seconds } of passages) {
    const ground = groundOf(graph, edge)
    const share = byGround[ground]
    share.lengthMetres += lengthMetres
    share.seconds += seconds
    if (share.litres !== null) share.litres += (lengthMetres / 100_000) * perKm[ground]
  }
  const litres = hasFigures ? GROUNDS.reduce((sum, ground) => sum + (byGround[ground].litres ?? 0), 0) : null
  return { litres, byGround }
}

/** Nothing on any ground. */
export function noFuel(litres: 0 | null): FuelByGround {
  return Object.fromEntries(
    GROUNDS.map((ground) => [ground, { lengthMetres: 0, seconds: 0, litres }]),
  ) as FuelByGround
}

/** What an edge is driven on: as the map tells, and water for ferries and rivers. */
export function groundOf(graph: RoadGraph, edge: number): Ground {
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  return highway === 'ferry' || highway === 'river' ? 'water' : GROUNDS[graph.edgeGround[edge]!]!
}
