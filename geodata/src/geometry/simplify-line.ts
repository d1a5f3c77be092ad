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
  const scale = metresPerDegree(line[0]![1])
  const isKept = new Uint8Array(line.length)
  isKept[0] = 1
  isKept[line.length - 1] = 1
  const open: [number, number][] = [[0, line.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [first, last] = part
    const farthest = farthestBetween(line, first, last, scale)
    if (!farthest || farthest.metres <= toleranceMetres + ROUNDING_METRES) continue
    isKept[farthest.index] = 1
    open.push([first, farthest.index], [farthest.index, last])
  }
  return line.filter((_, index) => isKept[index] === 1)
}

/** What arithmetic alone may put beside a straight line. */
const ROUNDING_METRES = 1e-6

function farthestBetween(
  line: readonly Position[],
  first: number,
  last: number,
  scale: readonly [number, number],
): { index: number; metres: number } | null {
  let farthest: { index: number; metres: number } | null = null
  for (let index = first + 1; index < last; index++) {
    const metres = metresOff(line[index]!, line[first]!, line[last]!, scale)
    if (metres > (farthest?.metres ?? -1)) farthest = { index, metres }
  }
  return farthest
}

function metresOff(
  position: Position,
  a: Position,
  b: Position,
  [perLon, perLat]: readonly [number, number],
) {
  const dx = (b[0] - a[0]) * perLon
  const dy = (b[1] - a[1]) * perLat
  const px = (position[0] - a[0]) * perLon
  const py = (position[1] - a[1]) * perLat
  const square = dx * dx + dy * dy
  const along = square > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0
  return Math.hypot(px - along * dx, py - along * dy)
}
