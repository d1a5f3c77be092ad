import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { parsePoint } from '../../platform/parse-point.ts'
import { problem } from '../../platform/problems.ts'

/** A stop as asked: a post of the register, or a point. */
export type AskedStop = { readonly postId: string } | { readonly position: Position }

const MOST_STOPS = 20
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

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
  return { position: parsePoint(text, index + 1, bbox) }
}
