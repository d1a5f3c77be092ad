import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geodesicLengthMetres, geodesicMetres } from './geodesic.ts'
import { localLengthMetres, localMetres } from './local-length.ts'
import type { Position } from './position.ts'

const near = fc
  .tuple(
    fc.double({ min: -179, max: 179, noNaN: true }),
    fc.double({ min: -80, max: 80, noNaN: true }),
    fc.double({ min: -0.06, max: 0.06, noNaN: true }),
    fc.double({ min: -0.06, max: 0.06, noNaN: true }),
  )
  .map(([lon, lat, dLon, dLat]): [Position, Position] => [
    [lon, lat],
    [lon + dLon, lat + dLat],
  ])

test('agrees with the geodesic to a millionth', () => {
  fc.assert(
    fc.property(near, ([a, b]) => {
      const exact = geodesicMetres(a, b)
      expect(Math.abs(localMetres(a, b) - exact)).toBeLessThanOrEqual(exact * 1e-6 + 1e-6)
    }),
    { numRuns: 2000 },
  )
})

test('a line is as long as its pieces together', () => {
  const line: Position[] = [
    [-12.2, 15.1],
    [-12.19, 15.12],
    [-12.0, 15.4],
  ]
  expect(localLengthMetres(line)).toBeCloseTo(geodesicLengthMetres(line), 1)
  expect(localLengthMetres([line[0]!])).toBe(0)
})
