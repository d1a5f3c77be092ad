import type { Position } from '@borne/geodata/geometry/position'
import { isAcrossBorder } from '@borne/geodata/road-network/places'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import type { NetworkOptions, SnappedPoint } from '@borne/geodata/road-network/types'
import type { RoadNetwork } from '../../platform/road-network.ts'

/** Farther from a road than this, a way along roads says nothing about reaching the stop. */
export const FARTHEST_OFF_ROAD_METRES = 25_000

/** A stop whose position is known: a post of the register, or a point. */
export interface PlacedStop {
  readonly postId: string | null
  readonly name: string | null
  readonly position: Position
  readonly isPositionUnconfirmed: boolean
  readonly uncertaintyMetres: number | null
  readonly isDemonstration: boolean
}

/**
 * The nearest road that may be used. Without the permission to cross, a point beyond the border has none, even
 * if a road of Mauritania runs on the other bank. A post of the register belongs to Mauritania wherever the
 * drawn line puts it.
 */
export function snapStop(
  network: RoadNetwork,
  stop: PlacedStop,
  options: NetworkOptions,
): SnappedPoint | null {
  const snapped = snapToRoad(network.graph, stop.position, options, FARTHEST_OFF_ROAD_METRES)
  if (!snapped || options.allowCrossing || stop.postId) return snapped
  return isAcrossBorder(network, stop.position, snapped.snappedPosition) ? null : snapped
}
