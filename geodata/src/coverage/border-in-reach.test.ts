import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geodesicLengthMetres } from '../geometry/geodesic.ts'
import type { Position } from '../geometry/position.ts'
import { measureBorderInReach } from './border-in-reach.ts'

/** Due east along 15° N; a kilometre is about 0.0093°. */
const BORDER = {
  id: 'a',
  coordinates: [
    [-12, 15],
    [-11.9, 15],
  ] as Position[],
}
const LENGTH = geodesicLengthMetres(BORDER.coordinates)
const PER_LON = LENGTH / 0.1
const PER_LAT = 110_650

const road = (...coordinates: Position[]) => ({ coordinates })

test('a road along the border reaches as much as it runs, and the asked metres past its ends', () => {
  const beside = road([-11.96, 15.005], [-11.94, 15.005])
  const { reachedMetres, lengthMetres } = measureBorderInReach([BORDER], [beside], 1000)
  const past = Math.sqrt(1000 ** 2 - (0.005 * PER_LAT) ** 2)
  expect(lengthMetres).toBeCloseTo(LENGTH, 3)
  expect(Math.abs(reachedMetres - (0.02 * PER_LON + 2 * past))).toBeLessThan(60)
})

test('a road farther off than asked reaches nothing', () => {
  const { reachedMetres, segments } = measureBorderInReach(
    [BORDER],
    [road([-12, 15.02], [-11.9, 15.02])],
    2000,
  )
  expect(reachedMetres).toBe(0)
  expect(segments[0]!.pieces).toHaveLength(1)
  expect(segments[0]!.pieces[0]).toMatchObject({ inReach: false, coordinates: expect.any(Array) })
})

test('a road that crosses counts on its own, also with 0 m off the road only by its touch', () => {
  const across = road([-11.95, 14.99], [-11.95, 15.01])
  const { segments } = measureBorderInReach([BORDER], [across], 500)
  expect(segments[0]!.pieces.map((piece) => piece.inReach)).toEqual([false, true, false])
  expect(Math.abs(segments[0]!.reachedMetres - 1000)).toBeLessThan(60)
  expect(measureBorderInReach([BORDER], [across], 0).reachedMetres).toBeLessThan(60)
})

test('nothing reached, no segment: zero', () => {
  expect(measureBorderInReach([BORDER], [], 5000)).toMatchObject({ reachedMetres: 0 })
  expect(measureBorderInReach([], [road([-12, 15], [-11, 15])], 5000)).toEqual({
    lengthMetres: 0,
    reachedMetres: 0,
    segments: [],
  })
})

test('more metres off the road never reach less; pieces join up to the whole', () => {
  const position = fc.tuple(
    fc.double({ min: -12.02, max: -11.88, noNaN: true }),
    fc.double({ min: 14.97, max: 15.03, noNaN: true }),
  ) as fc.Arbitrary<Position>
  fc.assert(
    fc.property(fc.array(fc.tuple(position, position), { maxLength: 4 }), fc.nat(4000), (lines, metres) => {
      const roads = lines.map((line) => road(...line))
      const less = measureBorderInReach([BORDER], roads, metres)
      const more = measureBorderInReach([BORDER], roads, metres + 500)
      expect(more.reachedMetres).toBeGreaterThanOrEqual(less.reachedMetres)
      const pieces = less.segments[0]!.pieces
      expect(pieces.reduce((sum, piece) => sum + piece.lengthMetres, 0)).toBeCloseTo(LENGTH, 3)
      expect(pieces[0]!.coordinates[0]).toEqual(BORDER.coordinates[0])
      expect(pieces.at(-1)!.coordinates.at(-1)).toEqual(BORDER.coordinates[1])
      for (let i = 1; i < pieces.length; i++) {
        expect(pieces[i]!.coordinates[0]).toEqual(pieces[i - 1]!.coordinates.at(-1))
        expect(pieces[i]!.inReach).not.toBe(pieces[i - 1]!.inReach)
      }
    }),
    { numRuns: 50 },
  )
})
