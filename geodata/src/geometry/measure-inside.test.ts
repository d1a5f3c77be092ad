import { expect, test } from 'vitest'
import { sphericalMetres } from './distance.ts'
import { measureInside } from './measure-inside.ts'
import type { Position } from './position.ts'

function box(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}
const metresInside = measureInside([box(0, 0, 4, 4), box(1, 1, 2, 2)])

test('a line counts as far as it is inside, holes left out', () => {
  const share = (from: Position, to: Position) => metresInside([from, to]) / sphericalMetres(from, to)
  expect(share([-1, 3], [3, 3])).toBeCloseTo(0.75, 9)
  expect(share([-1, 3], [7, 3])).toBeCloseTo(0.5, 9)
  expect(share([0.5, 1.5], [2.5, 1.5])).toBeCloseTo(0.5, 9)
  expect(share([5, 0], [5, 4])).toBe(0)
  expect(share([1.2, 1.5], [1.8, 1.5])).toBe(0)
})

test('pieces add up; a single position has no length', () => {
  const line: Position[] = [
    [-1, 3],
    [1, 3],
    [3, 3],
    [3, 6],
  ]
  const inside =
    sphericalMetres([0, 3], [1, 3]) + sphericalMetres([1, 3], [3, 3]) + sphericalMetres([3, 3], [3, 4])
  expect(metresInside(line) / inside).toBeCloseTo(1, 3)
  expect(metresInside([[3, 3]])).toBe(0)
  expect(metresInside([])).toBe(0)
})
