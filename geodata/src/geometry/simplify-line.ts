import { metresPerDegree } from './distance.ts'
import type { Position } from './position.ts'

/**
 * Leaves out the positions of a line that lie within a tolerance of the straight line between those that stay.
 *
 * @param line At least two positions; the first and the last stay.
 * @param toleranceMetres On the plane around the line's first position; 0 leaves out only what is straight.
 * @returns A new array of the same positions, in order.
 * @see Douglas & Peucker (1973), Cartographica 10(2), 112–122.
 */
export function simplifyLine(line: readonly Position[], toleranceMetres: number): Position[] {
  if (line.length < 3) return [...line]
  const [perLon, perLat] = metresPerDegree(line[0]![1])
  const x = Float64Array.from(line, ([lon]) => lon * perLon)
  const y = Float64Array.from(line, ([, lat]) => lat * perLat)
  const most = (toleranceMetres + ROUNDING_METRES) ** 2
  const isKept = new Uint8Array(line.length)
  isKept[0] = 1
  isKept[line.length - 1] = 1
  const open = [0, line.length - 1]
  while (open.length > 0) {
    const last = open.pop()!
    const first = open.pop()!
    const farthest = farthestBetween(x, y, first, last, most)
    if (farthest < 0) continue
    isKept[farthest] = 1
    open.push(first, farthest, farthest, last)
  }
  return line.filter((_, index) => isKept[index] === 1)
}

/** What arithmetic alone may put beside a straight line. */
const ROUNDING_METRES = 1e-6

/** The position farthest from the straight line between two others; -1 where all are within `most` square metres. */
function farthestBetween(
  x: Float64Array,
  y: Float64Array,
  first: number,
  last: number,
  most: number,
): number {
  const dx = x[last]! - x[first]!
  const dy = y[last]! - y[first]!
  const square = dx * dx + dy * dy
  let farthest = -1
  let least = most
  for (let index = first + 1; index < last; index++) {
    const px = x[index]! - x[first]!
    const py = y[index]! - y[first]!
    const along = square > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0
    const offX = px - along * dx
    const offY = py - along * dy
    const off = offX * offX + offY * offY
    if (off <= least) continue
    least = off
    farthest = index
  }
  return farthest
}
