import { isAcrossBorder } from '../road-network/places.ts'
import { snapToRoad } from '../road-network/snap.ts'
import type { NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import type { PlacedStop, WayNetwork } from './types.ts'

/** Farther from a road than this, a way along roads says nothing about reaching the stop. */
export const FARTHEST_OFF_ROAD_METRES = 25_000

/**
 * The nearest road that may be used. Without the permission to cross, a point beyond the border has none, even
 * if a road of Mauritania runs on the other bank. A post of the register belongs to Mauritania wherever the
 * drawn line puts it.
 */
export function snapStop(
  network: WayNetwork,
  stop: PlacedStop,
  options: NetworkOptions,
): SnappedPoint | null {
  const snapped = snapToRoad(network.graph, stop.position, options, FARTHEST_OFF_ROAD_METRES)
  if (!snapped || options.allowCrossing || stop.postId) return snapped
  return isAcrossBorder(network, stop.position, snapped.snappedPosition) ? null : snapped
}
