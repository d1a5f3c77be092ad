import { between } from '../geometry/along-line.ts'
import { metresPerDegree, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { TurnKind } from './turn-kinds.ts'

/** A bearing is taken over this length: shorter, and every wobble of a drawn line turns. */
const LOOK_METRES = 25
const STRAIGHT_DEGREES = 25
const SLIGHT_DEGREES = 55
const RIGHT_ANGLE_DEGREES = 125
const SHARP_DEGREES = 165
/** Two branches that both go nearly straight on fork. */
const FORK_DEGREES = 40

/** Direction in which a line sets out, over its first 25 m; degrees clockwise from north, 0 to 360. */
export function bearingOut(line: readonly Position[]): number {
  return bearing(line[0]!, placeAfter(line, LOOK_METRES))
}

/** Direction in which a line arrives, over its last 25 m. */
export function bearingIn(line: readonly Position[]): number {
  return bearing(placeAfter(line.toReversed(), LOOK_METRES), line.at(-1)!)
}

function bearing(a: Position, b: Position): number {
  const [perLon, perLat] = metresPerDegree(a[1])
  const degrees = (Math.atan2((b[0] - a[0]) * perLon, (b[1] - a[1]) * perLat) * 180) / Math.PI
  return (degrees + 360) % 360
}

function placeAfter(line: readonly Position[], metres: number): Position {
  let left = metres
  for (let i = 1; i < line.length; i++) {
    const length = sphericalMetres(line[i - 1]!, line[i]!)
    if (length >= left && length > 0) return between(line[i - 1]!, line[i]!, left / length)
    left -= length
  }
  return line.at(-1)!
}

/** How far one turns from one bearing into another: −180 to 180 degrees, to the right positive. */
export function turnDegrees(before: number, after: number): number {
  return ((after - before + 540) % 360) - 180
}

/** Word of a turn by its angle alone. */
export function kindOfAngle(degrees: number): TurnKind {
  const size = Math.abs(degrees)
  if (size <= STRAIGHT_DEGREES) return 'continue'
  if (size > SHARP_DEGREES) return 'u-turn'
  const side = degrees < 0 ? 'left' : 'right'
  if (size <= SLIGHT_DEGREES) return `slight-${side}`
  return size <= RIGHT_ANGLE_DEGREES ? side : `sharp-${side}`
}

/** Which side one keeps where another branch also goes nearly straight on; null where none does. */
export function sideOfFork(
  degrees: number,
  others: readonly number[],
): 'slight-left' | 'slight-right' | null {
  const rivals = others.filter((other) => Math.abs(other) <= FORK_DEGREES)
  if (rivals.length === 0) return null
  const nearest = rivals.reduce((a, b) => (Math.abs(b - degrees) < Math.abs(a - degrees) ? b : a))
  return degrees < nearest ? 'slight-left' : 'slight-right'
}
