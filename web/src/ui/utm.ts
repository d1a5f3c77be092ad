export interface UtmPosition {
  readonly zone: number
  /** Latitude band, C–X without I and O. */
  readonly band: string
  readonly eastingMetres: number
  readonly northingMetres: number
}

const SEMI_MAJOR_METRES = 6_378_137
const FLATTENING = 1 / 298.257223563
const SCALE = 0.9996
const THIRD = FLATTENING / (2 - FLATTENING)
const RECTIFYING_METRES =
  (SEMI_MAJOR_METRES / (1 + THIRD)) * (1 + THIRD ** 2 / 4 + THIRD ** 4 / 64 + THIRD ** 6 / 256)
const ALPHA = [
  THIRD / 2 - (2 / 3) * THIRD ** 2 + (5 / 16) * THIRD ** 3,
  (13 / 48) * THIRD ** 2 - (3 / 5) * THIRD ** 3,
  (61 / 240) * THIRD ** 3,
]

/**
 * WGS 84 longitude and latitude in degrees → UTM, by Krüger's series to n³ (error under 1 mm within a zone).
 * Null outside 80° S – 84° N, where UTM is not defined.
 *
 * @see Karney (2011), "Transverse Mercator with an accuracy of a few nanometers", Journal of Geodesy 85.
 */
export function toUtm([longitude, latitude]: readonly [number, number]): UtmPosition | null {
  if (!(latitude >= -80 && latitude <= 84 && longitude >= -180 && longitude <= 180)) return null
  const zone = Math.min(60, Math.floor((longitude + 180) / 6) + 1)
  const lambda = radians(longitude - (zone * 6 - 183))
  const sinPhi = Math.sin(radians(latitude))
  const eccentricity = (2 * Math.sqrt(THIRD)) / (1 + THIRD)
  const t = Math.sinh(Math.atanh(sinPhi) - eccentricity * Math.atanh(eccentricity * sinPhi))
  const xi = Math.atan2(t, Math.cos(lambda))
  const eta = Math.atanh(Math.sin(lambda) / Math.hypot(1, t))
  let east = eta
  let north = xi
  ALPHA.forEach((alpha, index) => {
    const k = 2 * (index + 1)
    east += alpha * Math.cos(k * xi) * Math.sinh(k * eta)
    north += alpha * Math.sin(k * xi) * Math.cosh(k * eta)
  })
  return {
    zone,
    band: 'CDEFGHJKLMNPQRSTUVWXX'[Math.floor((latitude + 80) / 8)]!,
    eastingMetres: 500_000 + SCALE * RECTIFYING_METRES * east,
    northingMetres: (latitude < 0 ? 10_000_000 : 0) + SCALE * RECTIFYING_METRES * north,
  }
}

function radians(degrees: number) {
  return (degrees * Math.PI) / 180
}
