import { metresPerDegree } from './distance.ts'
import type { Bbox, Position } from './position.ts'

/**
 * Smallest box around positions.
 *
 * @throws RangeError if there are none.
 */
export function bboxOf(positions: readonly Position[]): Bbox {
  if (positions.length === 0) throw new RangeError('a bbox needs at least one position')
  const bbox: Bbox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    if (lon < bbox[0]) bbox[0] = lon
    if (lat < bbox[1]) bbox[1] = lat
    if (lon > bbox[2]) bbox[2] = lon
    if (lat > bbox[3]) bbox[3] = lat
  }
  return bbox
}

/** Box that reaches `metres` from a position in each direction. */
export function bboxAround(position: Position, metres: number): Bbox {
  const [perLon, perLat] = metresPerDegree(position[1])
  const dLon = metres / perLon
  const dLat = metres / perLat
  return [position[0] - dLon, position[1] - dLat, position[0] + dLon, position[1] + dLat]
}
