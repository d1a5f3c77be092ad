import { between } from './along-line.ts'
import type { Position } from './position.ts'

/**
 * Where two straight pieces meet, in the plane of degrees.
 *
 * @returns The common point, or null when they do not touch or are parallel.
 */
export function crossingOf(a: Position, b: Position, c: Position, d: Position): Position | null {
  const abX = b[0] - a[0]
  const abY = b[1] - a[1]
  const cdX = d[0] - c[0]
  const cdY = d[1] - c[1]
  const denominator = abX * cdY - abY * cdX
  if (denominator === 0) return null
  const acX = c[0] - a[0]
  const acY = c[1] - a[1]
  const t = (acX * cdY - acY * cdX) / denominator
  const s = (acX * abY - acY * abX) / denominator
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? between(a, b, t) : null
}
