import type { Way } from '@borne/api/contracts/ways'
import { geodesicLengthMetres } from '@borne/geodata/geometry/geodesic'
import type { WorseLevel } from '../../ui/road-words.ts'

/** Metres of a way that are slowed, or for four-wheel drive only, on its day; on the ellipsoid, along the drawn line. */
export function sumLevels({ pieces }: Pick<Way, 'pieces'>): Record<Exclude<WorseLevel, 'cut'>, number> {
  const sums = { slow: 0, 'four-wheel-drive': 0 }
  for (const { geometry, properties } of pieces.features) {
    const { level } = properties
    if (geometry.type !== 'LineString' || (level !== 'slow' && level !== 'four-wheel-drive')) continue
    sums[level] += geodesicLengthMetres(geometry.coordinates as [number, number][])
  }
  return sums
}
