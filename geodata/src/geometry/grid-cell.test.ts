import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sphericalMetres } from './distance.ts'
import { cellMiddle } from './grid-cell.ts'
import type { Position } from './position.ts'

const position = fc.tuple(
  fc.double({ min: -14, max: -10, noNaN: true }),
  fc.double({ min: 14, max: 17, noNaN: true }),
)
const SIDES = [1000, 2000, 4000, 8000] as const

test('the middle of a cell, computed by hand', () => {
  // 111 194.93 m a degree of latitude, 107 279.4 of longitude at 15.25°: -12.18479° is -1 307 177 m, in the cell -1308…-1307 km.
  const [lon, lat] = cellMiddle([-12.18479, 15.15799], 1000)
  expect(lon).toBeCloseTo(-1_307_500 / 107_279.4, 3)
  expect(lat).toBeCloseTo(1_685_500 / 111_194.93, 3)
})

test('a middle is within half a diagonal of each position of its cell, and is its own middle', () => {
  fc.assert(
    fc.property(position, fc.constantFrom(...SIDES), (at, side) => {
      const middle = cellMiddle(at, side)
      expect(sphericalMetres(at, middle)).toBeLessThan((side / Math.SQRT2) * 1.01)
      expect(cellMiddle(middle, side)).toEqual(middle)
    }),
  )
})

test('cells nest: a coarser middle follows from a finer one, and tells nothing more', () => {
  fc.assert(
    fc.property(
      position,
      fc.constantFrom(...SIDES),
      fc.constantFrom(...SIDES),
      (at: Position, one, other) => {
        const [fine, coarse] = one < other ? [one, other] : [other, one]
        expect(cellMiddle(cellMiddle(at, fine), coarse)).toEqual(cellMiddle(at, coarse))
      },
    ),
  )
})

test('a cell has a side', () => {
  expect(() => cellMiddle([0, 0], 0)).toThrow(RangeError)
})
