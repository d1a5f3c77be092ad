import type { Position } from '@borne/geodata/geometry/position'
import { findSelfMeeting } from '@borne/geodata/geometry/self-meeting'
import { problem } from './problems.ts'

const MOST_AREAS = 10
const MOST_POSITIONS = 200
const NUMBER = /^-?\d{1,3}(\.\d+)?$/

/**
 * Reads `lon,lat;lon,lat;…|lon,lat;…`: areas to avoid, each as the rings of a polygon.
 *
 * @throws problem `avoid-…` that names the area and, where there is one, the position.
 */
export function parseAreas(text: string): Position[][][] {
  const parts = text.split('|').filter((part) => part.trim() !== '')
  if (parts.length > MOST_AREAS) throw problem('avoid-too-many', { count: parts.length, most: MOST_AREAS })
  return parts.map((part, index) => [parseRim(part, index + 1)])
}

function parseRim(text: string, number: number): Position[] {
  const corners = text
    .split(';')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => parsePosition(pair, number))
  if (corners.length > MOST_POSITIONS)
    throw problem('avoid-too-many', { count: corners.length, most: MOST_POSITIONS })
  const [first, last] = [corners[0], corners.at(-1)]
  if (corners.length > 1 && first![0] === last![0] && first![1] === last![1]) corners.pop()
  if (corners.length < 3) throw problem('avoid-unreadable', { number, value: text.slice(0, 80) })
  const meeting = findSelfMeeting(corners)
  if (meeting) throw problem('avoid-crosses-itself', { number }, { extra: { position: meeting } })
  return [...corners, corners[0]!]
}

function parsePosition(pair: string, number: number): Position {
  const parts = pair.split(',').map((part) => part.trim())
  const [lon, lat] = parts.map(Number)
  if (
    parts.length !== 2 ||
    !parts.every((part) => NUMBER.test(part)) ||
    Math.abs(lat!) > 90 ||
    Math.abs(lon!) > 180
  )
    throw problem('avoid-unreadable', { number, value: pair.slice(0, 80) })
  return [lon!, lat!]
}
