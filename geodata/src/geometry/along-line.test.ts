import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestOnLine, sliceLine } from './along-line.ts'
import { sphericalLengthMetres, sphericalMetres } from './distance.ts'
import type { Position } from './position.ts'

const BEND: Position[] = [
  [-12, 15],
  [-12, 15.1],
  [-11.9, 15.1],
]
const position = fc.tuple(
  fc.double({ min: -13, max: -11, noNaN: true }),
  fc.double({ min: 14.5, max: 16, noNaN: true }),
) as fc.Arbitrary<Position>
const line = fc.array(position, { minLength: 2, maxLength: 8 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('the nearest place of a straight piece is its foot', () => {
  const nearest = nearestOnLine(BEND, [-12.01, 15.05])
  expect(nearest.position[0]).toBeCloseTo(-12, 9)
  expect(nearest.position[1]).toBeCloseTo(15.05, 9)
  expect(nearest.metres).toBeCloseTo(sphericalMetres([-12.01, 15.05], [-12, 15.05]), 0)
  const first = sphericalMetres(BEND[0]!, BEND[1]!)
  const whole = sphericalLengthMetres(BEND)
  expect(nearest.fraction).toBeCloseTo((0.5 * first) / whole, 6)
})

test('past the ends the nearest place is the end', () => {
  expect(nearestOnLine(BEND, [-12, 14.9])).toMatchObject({ position: [-12, 15], fraction: 0 })
  expect(nearestOnLine(BEND, [-11.8, 15.1])).toMatchObject({ position: [-11.9, 15.1], fraction: 1 })
})

test('a line of one repeated position has its only place at fraction 0', () => {
  expect(nearestOnLine([BEND[0]!, BEND[0]!], [-11, 15])).toMatchObject({ position: BEND[0], fraction: 0 })
})

test('an empty line is refused', () => {
  expect(() => nearestOnLine([], [0, 0])).toThrow(RangeError)
})

test('a slice over a bend keeps the bend', () => {
  const part = sliceLine(BEND, 0.25, 0.75)
  expect(part).toHaveLength(3)
  expect(part[1]).toEqual(BEND[1])
  expect(sliceLine(BEND, 0, 1)).toEqual(BEND)
  expect(sliceLine(BEND, 1, 0)).toEqual(BEND.toReversed())
})

test('a slice has its share of the length, and both parts make the whole', () => {
  fc.assert(
    fc.property(line, share, share, (positions, a, b) => {
      const whole = sphericalLengthMetres(positions)
      const part = sphericalLengthMetres(sliceLine(positions, a, b))
      expect(Math.abs(part - Math.abs(b - a) * whole)).toBeLessThan(Math.max(1, whole * 1e-3))
      const split =
        sphericalLengthMetres(sliceLine(positions, 0, a)) + sphericalLengthMetres(sliceLine(positions, a, 1))
      expect(Math.abs(split - whole)).toBeLessThan(Math.max(1, whole * 1e-3))
    }),
  )
})

test('no vertex is nearer than the nearest place', () => {
  fc.assert(
    fc.property(line, position, (positions, from) => {
      const { metres } = nearestOnLine(positions, from)
      const least = Math.min(...positions.map((vertex) => nearestOnLine([vertex], from).metres))
      expect(metres).toBeLessThanOrEqual(least + 1e-6)
    }),
  )
})
