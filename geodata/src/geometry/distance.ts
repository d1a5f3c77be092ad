import type { Position } from './position.ts'

const RADIANS = Math.PI / 180
/** IUGG mean radius, the sphere of turf. */
export const EARTH_RADIUS_METRES = 6_371_008.8

/**
 * Distance on the sphere, by the haversine formula.
 *
 * Within 0.6 % of the ellipsoid; for stated lengths use `geodesicMetres`.
 *
 * @returns Metres.
 */
export function sphericalMetres(a: Position, b: Position): number {
  const latA = a[1] * RADIANS
  const latB = b[1] * RADIANS
  const sinLat = Math.sin((latB - latA) / 2)
  const sinLon = Math.sin(((b[0] - a[0]) * RADIANS) / 2)
  const h = sinLat * sinLat + Math.cos(latA) * Math.cos(latB) * sinLon * sinLon
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * Metres per degree of longitude and of latitude on the sphere around a latitude: the scale of a plane that is
 * good for some tens of kilometres.
 */
export function metresPerDegree(lat: number): [lon: number, lat: number] {
  const perLat = RADIANS * EARTH_RADIUS_METRES
  return [perLat * Math.cos(lat * RADIANS), perLat]
}

/** Length of a line on the sphere, in metres. */
export function sphericalLengthMetres(line: readonly Position[]): number {
  let metres = 0
  for (let i = 1; i < line.length; i++) metres += sphericalMetres(line[i - 1]!, line[i]!)
  return metres
}
