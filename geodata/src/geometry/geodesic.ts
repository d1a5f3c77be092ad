import geodesic from 'geographiclib-geodesic'
import type { Position } from './position.ts'

const WGS84 = geodesic.Geodesic.WGS84
const DISTANCE = geodesic.Geodesic.DISTANCE

/**
 * Shortest distance on the WGS 84 ellipsoid.
 *
 * @returns Metres, exact to nanometres.
 * @see Karney (2013), Algorithms for geodesics, J. Geodesy 87, 43–55; computed by geographiclib-geodesic.
 */
export function geodesicMetres(a: Position, b: Position): number {
  return WGS84.Inverse(a[1], a[0], b[1], b[0], DISTANCE).s12 ?? Number.NaN
}

/** Length of a line whose pieces are geodesics of the WGS 84 ellipsoid, in metres. */
export function geodesicLengthMetres(line: readonly Position[]): number {
  let metres = 0
  for (let i = 1; i < line.length; i++) metres += geodesicMetres(line[i - 1]!, line[i]!)
  return metres
}
