import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { problem } from './problems.ts'

const NUMBER = /^-?\d{1,3}(\.\d+)?$/

/**
 * Reads `lon,lat`.
 *
 * @param number Of the point in the question, counted from 1.
 * @param bbox Extent of the road network: a point outside cannot have a way.
 * @throws problem `stop-unreadable`, `stop-outside-region`, `stop-swapped`.
 */
export function parsePoint(text: string, number: number, bbox: Bbox): Position {
  const numbers = text.split(',').map((part) => part.trim())
  const [lon, lat] = numbers.map(Number)
  const where = { number, value: text.slice(0, 80) }
  if (
    lon === undefined ||
    lat === undefined ||
    numbers.length !== 2 ||
    !numbers.every((n) => NUMBER.test(n))
  ) {
    throw problem('stop-unreadable', where)
  }
  checkInside([lon, lat], number, bbox)
  return [lon, lat]
}

/** @throws problem `stop-outside-region`, or `stop-swapped` where only the order is wrong. */
export function checkInside([lon, lat]: Position, number: number, bbox: Bbox): void {
  if (isInside([lon, lat], bbox)) return
  const where = { number, value: `${lon},${lat}` }
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
