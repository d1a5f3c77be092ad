import { geodesicMetres } from '@borne/geodata/geometry/geodesic'
import type { FeatureCollection } from 'geojson'

export type MeasuredPoint = [lon: number, lat: number]

export interface Measurement {
  /** Geodesic, point to point. */
  segmentsMetres: number[]
  totalMetres: number
}

export function measure(points: readonly MeasuredPoint[]): Measurement {
  const segmentsMetres = points.slice(1).map((point, index) => geodesicMetres(points[index]!, point))
  return { segmentsMetres, totalMetres: segmentsMetres.reduce((sum, metres) => sum + metres, 0) }
}

/** The line, its points, and the length of each segment at its middle. */
export function measurementShapes(
  points: readonly MeasuredPoint[],
  labelOf: (metres: number) => string,
): FeatureCollection {
  const { segmentsMetres } = measure(points)
  const line = { type: 'LineString' as const, coordinates: [...points] }
  return {
    type: 'FeatureCollection',
    features: [
      ...(points.length > 1 ? [{ type: 'Feature' as const, geometry: line, properties: {} }] : []),
      ...points.map((coordinates) => pointFeature(coordinates, {})),
      ...segmentsMetres.map((metres, index) =>
        pointFeature(middle(points[index]!, points[index + 1]!), { label: labelOf(metres) }),
      ),
    ],
  }
}

function pointFeature(coordinates: MeasuredPoint, properties: { label?: string }) {
  return { type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates }, properties }
}

function middle([lonA, latA]: MeasuredPoint, [lonB, latB]: MeasuredPoint): MeasuredPoint {
  return [(lonA + lonB) / 2, (latA + latB) / 2]
}
