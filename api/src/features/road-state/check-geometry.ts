import { crossingOf } from '@borne/geodata/geometry/crossing'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../platform/problems.ts'

export const MAX_POSITIONS = 500
/** An area may go some kilometres beyond the last road. */
const AROUND_DEGREES = 0.1
/** Of `turnOf`: positions in six decimals that are not in line turn by more. */
const STRAIGHT = 1e-13

/**
 * The shape of a closure as it is kept: positions in six decimals, none twice in a row, an area's rim closed.
 *
 * @param value Any JSON: a GeoJSON Point, LineString, or Polygon without holes.
 * @param network Envelope of the road network; a shape may reach `AROUND_DEGREES` beyond it.
 * @throws problem `closure-…` on the field `geometry`; it names the position that is wrong.
 */
export function checkClosureGeometry(value: unknown, network: Bbox): RoadClosure['geometry'] {
  const region = widen(network)
  const { type, coordinates } = (typeof value === 'object' && value !== null ? value : {}) as {
    type?: unknown
    coordinates?: unknown
  }
  if (type === 'Point') return { type, coordinates: readPositions([coordinates], region)[0]! }
  if (type === 'LineString') {
    const line = readPositions(coordinates, region)
    if (line.length < 2) throw refuse('closure-shape-incomplete')
    return { type, coordinates: line }
  }
  if (type === 'Polygon' && Array.isArray(coordinates) && coordinates.length === 1)
    return { type, coordinates: [checkRim(readPositions(coordinates[0], region))] }
  throw refuse('closure-shape-unknown', { found: nameShape(type, coordinates) })
}

function widen([west, south, east, north]: Bbox): Bbox {
  return [west - AROUND_DEGREES, south - AROUND_DEGREES, east + AROUND_DEGREES, north + AROUND_DEGREES]
}

function nameShape(type: unknown, coordinates: unknown): string {
  if (type === 'Polygon' && Array.isArray(coordinates)) return `Polygon, ${coordinates.length} × ring`
  return typeof type === 'string' ? type.slice(0, 40) : typeof type
}

function readPositions(value: unknown, region: Bbox): Position[] {
  if (!Array.isArray(value)) throw refuse('closure-shape-unknown', { found: typeof value })
  if (value.length > MAX_POSITIONS)
    throw refuse('closure-too-many-positions', { count: value.length, limit: MAX_POSITIONS })
  const positions = value.map((entry, index) => readPosition(entry, index + 1, region))
  return positions.filter((position, index) => index === 0 || !isSame(position, positions[index - 1]!))
}

function readPosition(value: unknown, number: number, region: Bbox): Position {
  const isPosition = Array.isArray(value) && value.length === 2 && value.every(Number.isFinite)
  if (!isPosition) {
    const found = (JSON.stringify(value) ?? String(value)).slice(0, 60)
    throw refuse('closure-position-unreadable', { number, found })
  }
  const [lon, lat] = value as Position
  const [west, south, east, north] = region
  if (lon < west || lon > east || lat < south || lat > north) {
    const shortRegion = region.map((degrees) => shorten(degrees, 4)).join(', ')
    throw refuse('closure-outside-region', { number, position: spell([lon, lat]), region: shortRegion })
  }
  return [shorten(lon, 6), shorten(lat, 6)]
}

/** A rim that goes round something, and meets itself only where it began. */
function checkRim(positions: readonly Position[]): Position[] {
  const [first, last] = [positions[0], positions.at(-1)]
  const corners = first && last && isSame(first, last) ? positions.slice(0, -1) : [...positions]
  if (corners.length < 3 || isStraight(corners)) throw refuse('closure-shape-incomplete')
  const meeting = findSelfMeeting(corners)
  if (meeting) throw refuse('closure-crosses-itself', { position: spell(meeting) }, { position: meeting })
  return [...corners, corners[0]!]
}

function findSelfMeeting(corners: readonly Position[]): Position | null {
  const count = corners.length
  const side = (index: number): [Position, Position] => [corners[index]!, corners[(index + 1) % count]!]
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const meeting = meetingOf(side(i), side(j), {
        follows: j === i + 1,
        closes: i === 0 && j === count - 1,
      })
      if (meeting) return meeting
    }
  }
  return null
}

/** Where two sides of a rim meet, but for the corner that neighbours share. */
function meetingOf(
  [a, b]: [Position, Position],
  [c, d]: [Position, Position],
  { follows, closes }: { follows: boolean; closes: boolean },
): Position | null {
  if (follows) return isOn(d, a, b) ? d : isOn(a, c, d) ? a : null
  if (closes) return isOn(c, a, b) ? c : isOn(b, c, d) ? b : null
  const touching = [c, d].find((end) => isOn(end, a, b)) ?? [a, b].find((end) => isOn(end, c, d))
  if (touching) return touching
  const isAcross = turnOf(a, b, c) * turnOf(a, b, d) < 0 && turnOf(c, d, a) * turnOf(c, d, b) < 0
  return isAcross ? crossingOf(a, b, c, d) : null
}

function isOn(place: Position, a: Position, b: Position): boolean {
  const isBeside = (axis: 0 | 1) =>
    place[axis] >= Math.min(a[axis], b[axis]) && place[axis] <= Math.max(a[axis], b[axis])
  return isBeside(0) && isBeside(1) && Math.abs(turnOf(a, b, place)) < STRAIGHT
}

function isStraight([a, b, ...others]: readonly Position[]): boolean {
  return others.every((other) => Math.abs(turnOf(a!, b!, other)) < STRAIGHT)
}

/** Twice the area of the triangle, in square degrees. */
function turnOf([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

function shorten(degrees: number, decimals: number): number {
  return Math.round(degrees * 10 ** decimals) / 10 ** decimals
}

function spell([lon, lat]: Position): string {
  return `longitude ${shorten(lon, 5)}, latitude ${shorten(lat, 5)}`
}

function refuse(
  code: ProblemCode,
  params: ProblemParams = {},
  extra?: Readonly<Record<string, unknown>>,
): ProblemError {
  return problem(code, params, { field: 'geometry', ...(extra ? { extra } : {}) })
}
