import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { type ProblemError, problem } from '../../platform/problems.ts'

/**
 * The position that a person stated, or the problem that says what is wrong with it.
 *
 * @param value Any JSON: `[longitude, latitude]` in degrees, or null for a post that is not placed yet.
 * @param region Envelope of the loaded region, or null when no region is loaded: then only the world bounds it.
 * @throws problem `position-…` on the field `position`; a likely slip carries `extra.suggestion`.
 */
export function checkPosition(value: unknown, region: Bbox | null): Position | null {
  if (value === null || value === undefined) return null
  const position = readPoint(value)
  const suggestion = suggestPosition(position, region)
  if (suggestion) throw refuse('position-swapped', position, { suggestion: spell(suggestion) }, suggestion)
  if (!isInWorld(position)) throw refuse('position-outside-world', position)
  if (region && !isInside(position, region)) {
    throw refuse('position-outside-region', position, { region: region.map(shorten).join(', ') })
  }
  return [roundDegrees(position[0]), roundDegrees(position[1])]
}

function readPoint(value: unknown): Position {
  if (!Array.isArray(value) || value.some((entry) => Array.isArray(entry)) || value.length !== 2) {
    throw problem('position-not-a-point', { found: nameShape(value) }, { field: 'position' })
  }
  const axes = ['longitude', 'latitude'] as const
  for (const [index, axis] of axes.entries()) {
    const degrees: unknown = value[index]
    if (typeof degrees !== 'number' || !Number.isFinite(degrees)) {
      throw problem(
        'position-not-a-number',
        { axis, value: String(degrees).slice(0, 40) },
        { field: 'position' },
      )
    }
  }
  return value as Position
}

/** What stands where a point belongs: the type of a GeoJSON object, else the JSON type. */
function nameShape(value: unknown): string {
  if (Array.isArray(value)) return value.some(Array.isArray) ? 'Polygon' : `${value.length} × number`
  if (typeof value === 'object' && value !== null && 'type' in value) return String(value.type).slice(0, 40)
  return typeof value
}

/** The usual slips (axes swapped, the minus of the west forgotten), when undoing one leads into the region. */
function suggestPosition([lon, lat]: Position, region: Bbox | null): Position | undefined {
  if (!region || isInside([lon, lat], region)) return undefined
  const slips: Position[] = [
    [lat, lon],
    [-lon, lat],
    [-lat, lon],
  ]
  return slips.find((slip) => isInside(slip, region))
}

function refuse(
  code: 'position-swapped' | 'position-outside-world' | 'position-outside-region',
  position: Position,
  words: Record<string, string> = {},
  suggestion?: Position,
): ProblemError {
  return problem(
    code,
    { position: spell(position), ...words },
    { field: 'position', ...(suggestion ? { extra: { suggestion } } : {}) },
  )
}

function isInWorld([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90
}

function isInside([lon, lat]: Position, [west, south, east, north]: Bbox): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** Six decimals are a decimetre: finer than any post is known. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function shorten(degrees: number): string {
  return String(Math.round(degrees * 1e4) / 1e4)
}

function spell([lon, lat]: Position): string {
  return `longitude ${shorten(lon)}, latitude ${shorten(lat)}`
}
