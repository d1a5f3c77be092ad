import type { Position } from '@borne/geodata/geometry/position'
import { isAcrossBorder } from '@borne/geodata/road-network/places'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import { parsePoint } from '../../platform/parse-point.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadQuestion } from '../../platform/road-state.ts'

/** Farther from a road than this, ways along roads say nothing about a point. */
export const FARTHEST_OFF_ROAD_METRES = 25_000

/** The point on the nearest usable road, on its side of the border; null where there is none. */
export function placePoint({ network, options }: RoadQuestion, position: Position): SnappedPoint | null {
  const snapped = snapToRoad(network.graph, position, options, FARTHEST_OFF_ROAD_METRES)
  if (!snapped || options.allowCrossing) return snapped
  return isAcrossBorder(network, position, snapped.snappedPosition) ? null : snapped
}

/** @throws problem `stop-unreadable`, `stop-outside-region`, `stop-swapped`, `point-off-network`. */
export function placeAsked(question: RoadQuestion, text: string): SnappedPoint {
  const point = placePoint(question, parsePoint(text, 1, question.network.bbox))
  if (!point)
    throw problem('point-off-network', { kilometres: FARTHEST_OFF_ROAD_METRES / 1000 }, { field: 'from' })
  return point
}
