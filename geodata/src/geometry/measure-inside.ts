import { between } from './along-line.ts'
import { indexAreas } from './area-index.ts'
import { sphericalMetres } from './distance.ts'
import type { Position } from './position.ts'

/**
 * Prepares an area for the question how much of a line lies in it.
 *
 * @param rings Closed, the outer one first; holes are left out by the even-odd rule.
 * @returns For a line, metres on the sphere inside the area; a single position inside counts 0.
 */
export function measureInside(
  rings: readonly (readonly Position[])[],
): (line: readonly Position[]) => number {
  const areaAt = indexAreas([{ name: 'area', polygons: [rings] }])
  const pieces = rings.flatMap((ring) => ring.slice(1).map((end, i) => [ring[i]!, end] as const))
  return (line) => {
    let metres = 0
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!]
      const cuts = pieces.flatMap(([c, d]) => shareOfCrossing(a, b, c, d) ?? [])
      const shares = [0, ...cuts.sort((x, y) => x - y), 1]
      for (let k = 1; k < shares.length; k++) {
        const [from, to] = [shares[k - 1]!, shares[k]!]
        if (to > from && areaAt(between(a, b, (from + to) / 2)) !== null)
          metres += (to - from) * sphericalMetres(a, b)
      }
    }
    return metres
  }
}

/** Where on a–b it meets c–d, as a share of its length. */
function shareOfCrossing(a: Position, b: Position, c: Position, d: Position): number | null {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return null
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return null
  const [abX, abY, cdX, cdY] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const denominator = abX * cdY - abY * cdX
  if (denominator === 0) return null
  const t = ((c[0] - a[0]) * cdY - (c[1] - a[1]) * cdX) / denominator
  const s = ((c[0] - a[0]) * abY - (c[1] - a[1]) * abX) / denominator
  return t > 0 && t < 1 && s >= 0 && s <= 1 ? t : null
}
