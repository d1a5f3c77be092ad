import { metresPerDegree } from './distance.ts'
import type { Position } from './position.ts'

/** The latitude at which a cell is as wide as it is high: the middle of the Guidimakha. */
const TRUE_LATITUDE = 15.25
const [METRES_PER_LON, METRES_PER_LAT] = metresPerDegree(TRUE_LATITUDE)

/**
 * The middle of the cell that holds a position, in one grid that is fixed on the earth.
 *
 * Lines stand every `cellMetres` from 0° E and 0° N, on a plane with the scale of 15.25° N: cells are square there, and
 * within 1 % so between 14° N and 17° N. The cells of 2 000 m are made of whole cells of 1 000 m, and so on for every
 * multiple: who knows the middles for several sizes knows no more than by the smallest of them.
 *
 * @param cellMetres Side of a cell, above 0.
 * @returns The middle in degrees, to seven decimals: the same for each position of the cell.
 * @throws RangeError unless `cellMetres` is above 0.
 */
export function cellMiddle([lon, lat]: Position, cellMetres: number): Position {
  if (!(cellMetres > 0)) throw new RangeError(`A cell has a side above 0 m, not ${cellMetres}.`)
  return [
    middleOf(lon * METRES_PER_LON, cellMetres, METRES_PER_LON),
    middleOf(lat * METRES_PER_LAT, cellMetres, METRES_PER_LAT),
  ]
}

function middleOf(metres: number, cellMetres: number, metresPerDegree: number): number {
  const middle = (Math.floor(metres / cellMetres) + 0.5) * cellMetres
  return Math.round((middle / metresPerDegree) * 1e7) / 1e7
}
