import type { Polygon } from 'geojson'
import type { Position } from './position.ts'

/** Mean radius of the Earth (IUGG R1), metres. */
const EARTH_METRES = 6_371_008.8

/**
 * The ground circle around a point, as a closed polygon, counter-clockwise.
 *
 * @param center Longitude and latitude in degrees.
 * @param radiusMetres Along the ground, on a sphere: within 0.6 % of the ellipsoid.
 * @param corners Corners of the polygon; 64 keep it within 0.2 % of the circle.
 * @throws RangeError if the radius is not positive and finite, or the corners are fewer than three.
 * @see https://en.wikipedia.org/wiki/Great-circle_navigation#Finding_way-points
 */
export function circleAround(center: Position, radiusMetres: number, corners = 64): Polygon {
  if (!(radiusMetres > 0) || !Number.isFinite(radiusMetres)) throw new RangeError(`radius ${radiusMetres} m`)
  if (!Number.isInteger(corners) || corners < 3) throw new RangeError(`${corners} corners`)
  const ring = Array.from({ length: corners }, (_, corner) =>
    travel(center, radiusMetres, (-2 * Math.PI * corner) / corners),
  )
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** Where one arrives from `start` along a great circle; the bearing in radians, clockwise from north. */
function travel([lon, lat]: Position, metres: number, bearing: number): Position {
  const angle = metres / EARTH_METRES
  const from = radians(lat)
  const sine = Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(bearing)
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * sine,
  )
  return [lon + degrees(east), degrees(Math.asin(sine))]
}

function radians(value: number): number {
  return (value * Math.PI) / 180
}

function degrees(value: number): number {
  return (value * 180) / Math.PI
}
