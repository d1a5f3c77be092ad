import { sphericalLengthMetres } from '@borne/geodata/geometry/distance'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import type { LineString } from 'geojson'
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../platform/problems.ts'

export const MAX_POSITIONS = 5_000
const LEAST_METRES = 20
const MOST_METRES = 200_000
/** A road may go some kilometres beyond the last known one. */
const AROUND_DEGREES = 0.1

/**
 * The line of an edit as it is kept: positions in six decimals, none twice in a row.
 *
 * @param value Any JSON: a GeoJSON LineString.
 * @param network Envelope of the road network; a line may reach `AROUND_DEGREES` beyond it.
 * @throws problem `edit-line-unreadable`, `edit-outside-region` or `edit-length-unfit` on the field `geometry`.
 */
export function checkLine(value: unknown, network: Bbox): LineString {
  const { type, coordinates } = (typeof value === 'object' && value !== null ? value : {}) as {
    type?: unknown
    coordinates?: unknown
  }
  const isLine = type === 'LineString' && Array.isArray(coordinates)
  const found = isLine ? `LineString, ${coordinates.length}` : String(type ?? typeof value).slice(0, 40)
  if (!isLine || coordinates.length < 2 || coordinates.length > MAX_POSITIONS) throw unreadable(found)
  const positions = coordinates.map((entry, index) => readPosition(entry, index + 1, network))
  const line = positions.filter(
    ([lon, lat], i) => i === 0 || lon !== positions[i - 1]![0] || lat !== positions[i - 1]![1],
  )
  const metres = Math.round(sphericalLengthMetres(line))
  if (metres < LEAST_METRES || metres > MOST_METRES) {
    throw refuse('edit-length-unfit', { metres, least: LEAST_METRES, most: MOST_METRES })
  }
  return { type: 'LineString', coordinates: line }
}

function readPosition(value: unknown, number: number, [west, south, east, north]: Bbox): Position {
  const isPosition =
    Array.isArray(value) && value.length >= 2 && value.length <= 3 && value.every(Number.isFinite)
  if (!isPosition) throw unreadable(`${number}: ${(JSON.stringify(value) ?? String(value)).slice(0, 40)}`)
  const [lon, lat] = value as unknown as Position
  const around = AROUND_DEGREES
  if (lon < west - around || lon > east + around || lat < south - around || lat > north + around) {
    const region = [west, south, east, north].map((degrees) => shorten(degrees, 2)).join(', ')
    throw refuse('edit-outside-region', {
      number,
      position: `${shorten(lon, 5)}, ${shorten(lat, 5)}`,
      region,
    })
  }
  return [shorten(lon, 6), shorten(lat, 6)]
}

function shorten(degrees: number, decimals: number): number {
  return Math.round(degrees * 10 ** decimals) / 10 ** decimals
}

function unreadable(found: string): ProblemError {
  return refuse('edit-line-unreadable', { most: MAX_POSITIONS, found })
}

function refuse(code: ProblemCode, params: ProblemParams): ProblemError {
  return problem(code, params, { field: 'geometry' })
}
