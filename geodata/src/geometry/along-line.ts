import { metresPerDegree, sphericalMetres } from './distance.ts'
import type { Position } from './position.ts'

export interface NearestOnLine {
  position: Position
  /** Metres from the asked position, on the plane around it. */
  metres: number
  /** Place along the line by length, 0 at its start and 1 at its end. */
  fraction: number
}

/** Point at `t` (0–1) of the straight piece from `a` to `b`. */
export function between(a: Position, b: Position, t: number): Position {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

/**
 * Nearest place of a line to a position, on the plane around the position (good for some tens of kilometres).
 *
 * @throws RangeError if the line has no position.
 */
export function nearestOnLine(line: readonly Position[], position: Position): NearestOnLine {
  if (line.length === 0) throw new RangeError('a line needs at least one position')
  const [perLon, perLat] = metresPerDegree(position[1])
  let nearest = line[0]!
  let metres = Math.hypot((nearest[0] - position[0]) * perLon, (nearest[1] - position[1]) * perLat)
  let metresAlong = 0
  let passed = 0
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!
    const b = line[i]!
    const t = nearestShare(a, b, position, perLon, perLat)
    const candidate = between(a, b, t)
    const off = Math.hypot((candidate[0] - position[0]) * perLon, (candidate[1] - position[1]) * perLat)
    const length = sphericalMetres(a, b)
    if (off < metres) {
      nearest = candidate
      metres = off
      metresAlong = passed + t * length
    }
    passed += length
  }
  return { position: nearest, metres, fraction: passed > 0 ? metresAlong / passed : 0 }
}

/** Share (0–1) of the piece a–b at which it comes nearest to a position. */
function nearestShare(a: Position, b: Position, position: Position, perLon: number, perLat: number): number {
  const dx = (b[0] - a[0]) * perLon
  const dy = (b[1] - a[1]) * perLat
  const square = dx * dx + dy * dy
  if (square === 0) return 0
  const t = ((position[0] - a[0]) * perLon * dx + (position[1] - a[1]) * perLat * dy) / square
  return Math.max(0, Math.min(1, t))
}

/**
 * Part of a line between two fractions of its length.
 *
 * @param from 0–1.
 * @param to 0–1; when smaller than `from` the part runs backwards.
 * @returns At least two positions; both the same when `from` equals `to`.
 */
export function sliceLine(line: readonly Position[], from: number, to: number): Position[] {
  if (from > to) return sliceLine(line, to, from).reverse()
  const lengths = line.slice(1).map((position, i) => sphericalMetres(line[i]!, position))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total === 0 || line.length < 2) return [line[0]!, line[line.length - 1]!]
  const start = from * total
  const end = to * total
  const part: Position[] = []
  let passed = 0
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!
    const [a, b] = [line[i]!, line[i + 1]!]
    const isLast = i === lengths.length - 1
    if (part.length === 0 && (start < passed + length || isLast)) {
      part.push(start <= passed ? a : between(a, b, shareOf(start - passed, length)))
    }
    if (part.length > 0) {
      if (end <= passed + length || isLast) {
        part.push(end >= passed + length ? b : between(a, b, shareOf(end - passed, length)))
        break
      }
      part.push(b)
    }
    passed += length
  }
  return part
}

function shareOf(metres: number, length: number): number {
  return length > 0 ? Math.max(0, Math.min(1, metres / length)) : 0
}
