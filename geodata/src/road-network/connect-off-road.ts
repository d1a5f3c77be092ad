import { geodesicMetres } from '../geometry/geodesic.ts'
import type { Position } from '../geometry/position.ts'
import type { VehicleProfile } from '../road-state/types.ts'
import type { RouteShare, SnappedPoint } from './types.ts'

/** The declared stretch between a stop and the road: nobody knows its course. */
export interface OffRoadConnector extends RouteShare {
  /** Straight, from the stop to the road; the length is longer by the vehicle's detour factor. */
  line: [Position, Position]
  /** Farther than the vehicle may go off the road. */
  isTooLong: boolean
}

/**
 * The stretch off the network between a stop and the place on the road that it was brought to.
 *
 * Length: straight line on the WGS 84 ellipsoid × the vehicle's `detourFactor`; time: at its `crossCountryKmh`. Neither
 * is part of a route's sums.
 *
 * @returns Length 0 where the stop lies on the road; `seconds` is `Infinity`, and the stretch too long, for a vehicle
 *   that does not leave the road (0 km/h).
 */
export function connectOffRoad(point: SnappedPoint, vehicle: VehicleProfile): OffRoadConnector {
  const { position, snappedPosition } = point
  const lengthMetres = geodesicMetres(position, snappedPosition) * vehicle.detourFactor
  const seconds = lengthMetres === 0 ? 0 : (lengthMetres * 3.6) / vehicle.crossCountryKmh
  const isTooLong = lengthMetres > vehicle.maxConnectorMetres || seconds === Infinity
  return { lengthMetres, seconds, line: [position, snappedPosition], isTooLong }
}
