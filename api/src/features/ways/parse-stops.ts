import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { problem } from '../../platform/problems.ts'

/** A stop as asked: a post of the register, or a point. */
export type AskedStop = { readonly postId: string } | { readonly position: Position }

const MOST_STOPS = 20
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NUMBER = /^-?\d{1,3}(\.\d+)?$/

/**
 * Reads `stop;stop;…`, each a post id or `lon,lat`.
 *
 * @param bbox Extent of the road network: a point outside cannot have a way.
 * @throws problem `stops-too-few`, `stops-too-many`, `stop-unreadable`, `stop-outside-region`, `stop-swapped`.
 */
export function parseStops(text: string, bbox: Bbox): AskedStop[] {
  const parts = text.split(';').map((part) => part.trim())
  if (parts.length < 2) throw problem('stops-too-few')
  if (parts.length > MOST_STOPS) throw problem('stops-too-many', { most: MOST_STOPS, count: parts.length })
  return parts.map((part, index) => parseStop(part, index, bbox))
}

function parseStop(text: string, index: number, bbox: Bbox): AskedStop {
  if (UUID.test(text)) return { postId: text.toLowerCase() }
  const numbers = text.split(',').map((part) => part.trim())
  const [lon, lat] = numbers.map(Number)
  const where = { number: index + 1, value: text.slice(0, 80) }
  if (
    lon === undefined ||
    lat === undefined ||
    numbers.length !== 2 ||
    !numbers.every((n) => NUMBER.test(n))
  ) {
    throw problem('stop-unreadable', where)
  }
  if (isInside([lon, lat], bbox)) return { position: [lon, lat] }
  if (isInside([lat, lon], bbox)) {
    throw problem(
      'stop-swapped',
      { ...where, suggestion: `${lat},${lon}` },
      { extra: { position: [lat, lon] } },
    )
  }
  throw problem('stop-outside-region', where, { extra: { bbox: [...bbox] } })
}

function isInside([lon, lat]: Position, [west, south, east, north]: Bbox): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}
