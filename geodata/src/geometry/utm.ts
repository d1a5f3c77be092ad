import type { Position } from './position.ts'

/** Universal Transverse Mercator on WGS 84. */
export interface UtmPosition {
  zone: number
  /** Latitude band C … X, without I and O. */
  band: string
  eastingMetres: number
  northingMetres: number
}

const SEMI_MAJOR_METRES = 6_378_137
const FLATTENING = 1 / 298.257223563
const SCALE = 0.9996
const FALSE_EASTING_METRES = 500_000
const FALSE_NORTHING_METRES = 10_000_000
const BANDS = 'CDEFGHJKLMNPQRSTUVWX'

const N = FLATTENING / (2 - FLATTENING)
const RECTIFYING_METRES = (SEMI_MAJOR_METRES / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49_561 / 161_280) * N ** 4,
]

/** Zone 1–60 with the exceptions of Norway and Svalbard. */
function zoneOf(lon: number, lat: number): number {
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) return 32
  if (lat >= 72 && lon >= 0 && lon < 42) return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37
  return Math.min(60, Math.floor((lon + 180) / 6) + 1)
}

/**
 * Projects a position to UTM by the Krüger series to the fourth order of the third flattening
 * (error under a millimetre inside a zone).
 *
 * @returns null beyond 80° S and 84° N, where UTM is not defined, and for what is no position on earth.
 * @see Karney (2011), Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85, 475–485, eq. 7–11 and 35.
 */
export function toUtm([lon, lat]: Position): UtmPosition | null {
  if (!(lat >= -80 && lat <= 84 && lon >= -180 && lon <= 180)) return null
  const zone = zoneOf(lon, lat)
  const phi = (lat * Math.PI) / 180
  const lambda = ((lon - (zone * 6 - 183)) * Math.PI) / 180
  const e = Math.sqrt(FLATTENING * (2 - FLATTENING))
  const tau = Math.tan(phi)
  const sigma = Math.sinh(e * Math.atanh((e * tau) / Math.hypot(1, tau)))
  const tauConformal = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau)
  const xi = Math.atan2(tauConformal, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tauConformal, Math.cos(lambda)))
  let x = eta
  let y = xi
  ALPHA.forEach((alpha, i) => {
    const k = 2 * (i + 1)
    x += alpha * Math.cos(k * xi) * Math.sinh(k * eta)
    y += alpha * Math.sin(k * xi) * Math.cosh(k * eta)
  })
  return {
    zone,
    band: BANDS[Math.min(BANDS.length - 1, Math.floor((lat + 80) / 8))]!,
    eastingMetres: FALSE_EASTING_METRES + SCALE * RECTIFYING_METRES * x,
    northingMetres: (lat < 0 ? FALSE_NORTHING_METRES : 0) + SCALE * RECTIFYING_METRES * y,
  }
}
