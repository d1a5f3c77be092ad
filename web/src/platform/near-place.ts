import type { BorderPosts } from '@borne/api/contracts/posts'
import { geodesicMetres } from '@borne/geodata/geometry/geodesic'

export const BEARINGS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Bearing = (typeof BEARINGS)[number]

export interface NearPlace {
  readonly name: string
  readonly distanceMetres: number
  /** From the named place to the position. */
  readonly bearing: Bearing
}

/** The nearest post, as people say where something is: so far, in that direction from there. */
export function nearPlace(
  posts: BorderPosts['features'],
  [lon, lat]: readonly [number, number],
): NearPlace | null {
  let nearest: NearPlace | null = null
  for (const { geometry, properties } of posts) {
    if (geometry?.type !== 'Point') continue
    const [postLon = 0, postLat = 0] = geometry.coordinates
    const distanceMetres = geodesicMetres([postLon, postLat], [lon, lat])
    if (nearest && nearest.distanceMetres <= distanceMetres) continue
    const east = (lon - postLon) * Math.cos((lat * Math.PI) / 180)
    nearest = { name: properties.name, distanceMetres, bearing: bearingOf(east, lat - postLat) }
  }
  return nearest
}

function bearingOf(east: number, north: number): Bearing {
  const eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4))
  return BEARINGS[(eighths + 8) % 8]!
}
