import type { Geometry } from 'geojson'
import type { Position } from '../geometry/position.ts'
import type { CheckedRows, RejectReason } from './import-error.ts'
import type { SourceFeature } from './read-geojson.ts'

/** Thrown by a row reader to leave the row out; caught by `checkRows`. */
export class RowRefusal extends Error {
  readonly reason: RejectReason

  constructor(reason: RejectReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

export type Fields = Record<string, unknown>

/** Reads each feature; those refused, or of an id already seen, are listed with their row number. */
export function checkRows<T>(
  features: readonly SourceFeature[],
  read: (fields: Fields, geometry: Geometry) => T,
  idOf?: (row: T) => string | number,
): CheckedRows<T> {
  const checked: CheckedRows<T> = { rows: [], rejected: [], rowsRead: features.length }
  const seen = new Set<string | number>()
  features.forEach((feature, index) => {
    try {
      const row = read(feature?.properties ?? {}, geometryOf(feature))
      const id = idOf?.(row)
      if (id !== undefined && seen.has(id)) throw new RowRefusal('duplicate-id', String(id))
      if (id !== undefined) seen.add(id)
      checked.rows.push(row)
    } catch (error) {
      if (!(error instanceof RowRefusal)) throw error
      checked.rejected.push({ rowNumber: index + 1, reason: error.reason, detail: error.message })
    }
  })
  return checked
}

function geometryOf(feature: SourceFeature): Geometry {
  const geometry = feature?.geometry
  if (!geometry) throw new RowRefusal('geometry-missing', '')
  if (!('coordinates' in geometry)) throw new RowRefusal('geometry-kind', geometry.type)
  checkCoordinates(geometry.coordinates)
  return geometry
}

function checkCoordinates(value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) throw new RowRefusal('geometry-missing', '')
  if (Array.isArray(value[0])) {
    for (const inner of value) checkCoordinates(inner)
    return
  }
  const [lon, lat] = value
  const isOnEarth = Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90
  if (typeof lon !== 'number' || typeof lat !== 'number' || !isOnEarth) {
    throw new RowRefusal('position-outside-world', `${lon}, ${lat}`)
  }
}

export function pointOf(geometry: Geometry): Position {
  if (geometry.type !== 'Point') throw new RowRefusal('geometry-kind', geometry.type)
  return geometry.coordinates as Position
}

export function lineOf(geometry: Geometry): Position[] {
  if (geometry.type !== 'LineString') throw new RowRefusal('geometry-kind', geometry.type)
  if (geometry.coordinates.length < 2) throw new RowRefusal('zero-length', 'one position')
  return geometry.coordinates as Position[]
}

/** Rings of one or more polygons. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as Position[][][]
  throw new RowRefusal('geometry-kind', geometry.type)
}

export function text(fields: Fields, name: string): string {
  const value = fields[name]
  if (value === undefined || value === null || value === '') throw new RowRefusal('field-missing', name)
  if (typeof value !== 'string') throw new RowRefusal('field-kind', `${name}: ${String(value)}`)
  return value
}

export function optionalText(fields: Fields, name: string): string | null {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return null
  return text(fields, name)
}

export function number(fields: Fields, name: string): number {
  const value = fields[name]
  if (value === undefined || value === null) throw new RowRefusal('field-missing', name)
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new RowRefusal('field-kind', `${name}: ${String(value)}`)
  }
  return value
}

export function optionalNumber(fields: Fields, name: string): number | null {
  return fields[name] === undefined || fields[name] === null ? null : number(fields, name)
}

export function flag(fields: Fields, name: string): boolean {
  return fields[name] === true || fields[name] === 1
}

/** Names separated by «|», without the empty ones. */
export function nameList(fields: Fields, name: string): string[] {
  return (optionalText(fields, name) ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
