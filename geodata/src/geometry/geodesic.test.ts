import { expect, test } from 'vitest'
import { sphericalLengthMetres, sphericalMetres } from './distance.ts'
import { geodesicLengthMetres, geodesicMetres } from './geodesic.ts'
import type { Position } from './position.ts'

test('agrees with a published geodesic: JFK to LHR, Karney (2013)', () => {
  // J. Geodesy 87, table 2: 40.6° N 73.8° W to 51.6° N 0.5° W = 5 551.759 km.
  expect(geodesicMetres([-73.8, 40.6], [-0.5, 51.6])).toBeCloseTo(5_551_759.4, 0)
})

test('one degree of the equator is a 360th of the ellipsoid’s girth', () => {
  expect(geodesicMetres([-12, 0], [-11, 0])).toBeCloseTo((6_378_137 * Math.PI) / 180, 3)
})

test('the sphere is within 0.6 % of the ellipsoid around Sélibaby, in each direction', () => {
  const selibaby: Position = [-12.18479, 15.15799]
  for (const other of [
    [-12.18479, 15.3],
    [-12.0, 15.15799],
    [-12.45024, 14.90099],
  ] as Position[]) {
    const share = sphericalMetres(selibaby, other) / geodesicMetres(selibaby, other)
    expect(Math.abs(share - 1)).toBeLessThan(0.006)
  }
})

test('a line is as long as its pieces', () => {
  const line: Position[] = [
    [-12, 15],
    [-12, 15.1],
    [-11.9, 15.1],
  ]
  expect(geodesicLengthMetres(line)).toBeCloseTo(
    geodesicMetres(line[0]!, line[1]!) + geodesicMetres(line[1]!, line[2]!),
    6,
  )
  expect(geodesicLengthMetres([line[0]!])).toBe(0)
  expect(sphericalLengthMetres([])).toBe(0)
})
