import type { TrackDetail } from '@borne/api/contracts/tracks'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Bbox, Position } from '@borne/geodata/geometry/position'

/** What the lines of a track cover; null where there are none. */
export function bboxOfLines({ features }: TrackDetail['lines']): Bbox | null {
  const positions = features.flatMap(({ geometry }): Position[] => {
    if (geometry.type === 'LineString') return geometry.coordinates as unknown as Position[]
    return geometry.type === 'MultiLineString' ? (geometry.coordinates.flat() as unknown as Position[]) : []
  })
  return positions.length > 0 ? bboxOf(positions) : null
}
