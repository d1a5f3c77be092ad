import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'

export type ShapeKind = 'point' | 'line' | 'area'
export type ShapePoint = [lon: number, lat: number]

/** How many points a shape needs at least. */
const LEAST_POINTS: Record<ShapeKind, number> = { point: 1, line: 2, area: 3 }
/** About a metre. */
const DECIMALS = 5

/** A click more: a point moves there, a line or an area goes on. */
export function addPoint(
  kind: ShapeKind,
  points: readonly ShapePoint[],
  [lon, lat]: ShapePoint,
): ShapePoint[] {
  const at: ShapePoint = [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))]
  return kind === 'point' ? [at] : [...points, at]
}

/** The drawn shape as GeoJSON; null while points are missing. */
export function shapeGeometry(kind: ShapeKind, points: readonly ShapePoint[]): Geometry | null {
  const [first] = points
  if (!first || points.length < LEAST_POINTS[kind]) return null
  if (kind === 'point') return { type: 'Point', coordinates: first }
  if (kind === 'line') return { type: 'LineString', coordinates: [...points] }
  return { type: 'Polygon', coordinates: [[...points, first]] }
}

/** What is to be clicked again to draw the shape. */
export function shapeOf(geometry: Geometry): { kind: ShapeKind; points: ShapePoint[] } | null {
  if (geometry.type === 'Point') return { kind: 'point', points: toPoints([geometry.coordinates]) }
  if (geometry.type === 'LineString') return { kind: 'line', points: toPoints(geometry.coordinates) }
  if (geometry.type !== 'Polygon') return null
  return { kind: 'area', points: toPoints((geometry.coordinates[0] ?? []).slice(0, -1)) }
}

/** A place on the shape to speak of and to put its sign: the point, the middle of the line, the mean of the corners. */
export function shapeCentre(geometry: Geometry): ShapePoint | null {
  const shape = shapeOf(geometry)
  if (!shape || shape.points.length === 0) return null
  const { kind, points } = shape
  if (kind !== 'area') return points[Math.floor(points.length / 2)] ?? null
  const sum = points.reduce(([east, north], [lon, lat]) => [east + lon, north + lat], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}

/** The shape so far with its corners: what one sees while drawing. */
export function drawnShape(kind: ShapeKind, points: readonly ShapePoint[]): FeatureCollection {
  const geometry =
    shapeGeometry(kind, points) ??
    (points.length > 1 ? { type: 'LineString' as const, coordinates: [...points] } : null)
  const corners = points.map(
    (coordinates): Feature => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: {} }),
  )
  const isBare = geometry === null || geometry.type === 'Point'
  return {
    type: 'FeatureCollection',
    features: isBare ? corners : [{ type: 'Feature', geometry, properties: {} }, ...corners],
  }
}

function toPoints(positions: readonly Position[]): ShapePoint[] {
  return positions.map(([lon = 0, lat = 0]) => [lon, lat])
}
