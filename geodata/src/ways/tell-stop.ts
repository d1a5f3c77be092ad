import { roundPosition } from '../geometry/round-position.ts'
import { connectOffRoad } from '../road-network/connect-off-road.ts'
import { findNearSettlement } from '../road-network/places.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import type { VehicleProfile } from '../road-state/types.ts'
import type { PlacedStop, ToldStop, WayQuestion } from './types.ts'

/** Nearer than this a stop lies on the road. */
const ON_ROAD_METRES = 5

/** A stop as answers tell it: the settlement near it, the road that it was brought to, and the stretch in between. */
export function tellStop(
  { network, options }: WayQuestion,
  stop: PlacedStop,
  snapped: SnappedPoint | null,
): ToldStop {
  return {
    ...stop,
    near: findNearSettlement(network, stop.position),
    snappedPosition: snapped ? roundPosition(snapped.snappedPosition) : null,
    offRoadMetres: snapped ? Math.round(snapped.offRoadMetres) : null,
    connector:
      snapped && snapped.offRoadMetres > ON_ROAD_METRES
        ? tellConnector(snapped, options.conditions.vehicle)
        : null,
  }
}

function tellConnector(snapped: SnappedPoint, vehicle: VehicleProfile): ToldStop['connector'] {
  const { lengthMetres, seconds, isTooLong } = connectOffRoad(snapped, vehicle)
  return { lengthMetres, seconds: Number.isFinite(seconds) ? seconds : null, isTooLong }
}
