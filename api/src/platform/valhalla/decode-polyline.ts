import type { Position } from '@borne/geodata/geometry/position'

/**
 * Positions of an encoded polyline of Valhalla: differences of latitude and longitude in units of 1e-6°, five bits
 * a character.
 *
 * @throws RangeError when the text is cut short.
 */
export function decodePolyline(text: string): Position[] {
  const positions: Position[] = []
  let at = 0
  let lat = 0
  let lon = 0
  const next = (): number => {
    let value = 0
    let shift = 0
    for (;;) {
      const bits = text.charCodeAt(at++) - 63
      if (!(bits >= 0)) throw new RangeError('The polyline is cut short.')
      value += (bits & 31) * 2 ** shift
      shift += 5
      if (bits < 32) return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    }
  }
  while (at < text.length) {
    lat += next()
    lon += next()
    positions.push([lon / 1e6, lat / 1e6])
  }
  return positions
}
