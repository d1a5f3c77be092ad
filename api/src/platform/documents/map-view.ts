import type { Position } from '@borne/geodata/geometry/position'
import type { Place } from './typst-drawing.ts'

/** West, south, east, north in degrees. */
export type MapBox = readonly [number, number, number, number]

/** Around what is shown there is so much room, of its longer side, and at least so many degrees. */
const MARGIN_SHARE = 0.08
const LEAST_MARGIN_DEGREES = 0.02
const METRES_PER_DEGREE = 111_195

/** All of the positions, with some room around them. */
export function boxAround(positions: readonly Position[]): MapBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const margin = Math.max(LEAST_MARGIN_DEGREES, MARGIN_SHARE * Math.max(east - west, north - south))
  return [west - margin, south - margin, east + margin, north + margin]
}

/** How positions lie on a picture. */
export interface MapView {
  /** The box as it is drawn: as wide and as high as the picture. */
  readonly box: MapBox
  readonly metresPerPoint: number
  place(position: Position): Place
}

/** Fits a box into a picture, north up, in Mercator's projection. Lengths in points. */
export function fitMap(box: MapBox, width: number, height: number): MapView {
  const [west, south, east, north] = box
  const top = mercator(north)
  const scale = Math.min(width / radians(east - west), height / (top - mercator(south)))
  const middle = (west + east) / 2
  const centre = (top + mercator(south)) / 2
  const spanLon = degrees(width / scale) / 2
  const edge = (y: number) => latitude(centre + y / scale)
  const [low, high] = [edge(-height / 2), edge(height / 2)]
  const halfway = radians((low + high) / 2)
  return {
    box: [middle - spanLon, low, middle + spanLon, high],
    metresPerPoint: degrees(1 / scale) * METRES_PER_DEGREE * Math.cos(halfway),
    place: ([lon, lat]) => ({
      x: width / 2 + radians(lon - middle) * scale,
      y: height / 2 - (mercator(lat) - centre) * scale,
    }),
  }
}

/** The longest round length that a bar of so many points holds. */
export function scaleBar(
  { metresPerPoint }: MapView,
  mostPoints: number,
): { metres: number; points: number } {
  const most = metresPerPoint * mostPoints
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((factor) => factor * power).find((length) => length <= most) ?? power
  return { metres, points: metres / metresPerPoint }
}

const radians = (value: number) => (value * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI
const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2))
const latitude = (y: number) => degrees(2 * Math.atan(Math.exp(y)) - Math.PI / 2)
