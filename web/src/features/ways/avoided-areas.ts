import type { FeatureCollection } from 'geojson'
import { type ShapePoint, shapeGeometry } from '../../map/shape.ts'

/** As many as the server takes. */
export const MOST_AREAS = 10

/** The areas of an address; what is no area is left out. */
export function readAreas(text: string | undefined): ShapePoint[][] {
  return (text ?? '')
    .split('|')
    .map((ring) => ring.split(';').flatMap(readPoint))
    .filter((ring) => ring.length >= 3)
}

/** The address of areas; undefined when there is none. */
export function writeAreas(areas: readonly (readonly ShapePoint[])[]): string | undefined {
  return areas.map((ring) => ring.map((point) => point.join(',')).join(';')).join('|') || undefined
}

/** The areas as the map draws them. */
export function areaShapes(areas: readonly (readonly ShapePoint[])[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: areas.flatMap((ring) => {
      const geometry = shapeGeometry('area', ring)
      return geometry ? [{ type: 'Feature' as const, geometry, properties: {} }] : []
    }),
  }
}

function readPoint(text: string): ShapePoint[] {
  const [lon, lat, ...rest] = text.split(',').map(Number)
  if (lon === undefined || lat === undefined || rest.length > 0) return []
  return Number.isFinite(lon) && Number.isFinite(lat) ? [[lon, lat]] : []
}
