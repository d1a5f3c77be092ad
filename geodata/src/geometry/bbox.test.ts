import { expect, test } from 'vitest'
import { bboxAround, bboxOf } from './bbox.ts'
import { crossingOf } from './crossing.ts'
import { sphericalMetres } from './distance.ts'

test('the box of positions', () => {
  expect(
    bboxOf([
      [-12, 15],
      [-11, 14],
    ]),
  ).toEqual([-12, 14, -11, 15])
  expect(() => bboxOf([])).toThrow(RangeError)
})

test('the box around a position reaches the asked metres each way', () => {
  const [west, south, east, north] = bboxAround([-12, 15], 5_000)
  expect(sphericalMetres([west, 15], [east, 15])).toBeCloseTo(10_000, -1)
  expect(sphericalMetres([-12, south], [-12, north])).toBeCloseTo(10_000, -1)
})

test('two pieces cross at one point, or not at all', () => {
  expect(crossingOf([0, 0], [2, 2], [0, 2], [2, 0])).toEqual([1, 1])
  expect(crossingOf([0, 0], [1, 1], [0, 2], [2, 1.5])).toBeNull()
  expect(crossingOf([0, 0], [1, 1], [0, 1], [1, 2])).toBeNull()
  expect(crossingOf([0, 0], [1, 0], [1, 0], [1, 1])).toEqual([1, 0])
})
