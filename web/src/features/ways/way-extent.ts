import type { Way } from '@borne/api/contracts/ways'
import type { Position } from 'geojson'

export type Extent = [west: number, south: number, east: number, north: number]

/** The box around the stops and all pieces of a way. */
export function wayExtent({ stops, pieces }: Pick<Way, 'stops' | 'pieces'>): Extent {
  const lines = pieces.features.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? [geometry.coordinates] : [],
  )
  return extentOf([...stops.map(({ position }) => position), ...lines.flat()])
}

/** The box around positions; there is one at least. */
export function extentOf(positions: readonly Position[]): Extent {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = 0, lat = 0] of positions) {
    extent[0] = Math.min(extent[0], lon)
    extent[1] = Math.min(extent[1], lat)
    extent[2] = Math.max(extent[2], lon)
    extent[3] = Math.max(extent[3], lat)
  }
  return extent
}
