import { expect, test } from 'vitest'
import { windowOf } from './use-windowed-rows.ts'

test('up to 200 rows are drawn whole', () => {
  expect(windowOf(200, 40, 3_000, 600)).toEqual({ first: 0, end: 200, before: 0, after: 0 })
})

test('of 2 000 rows those in view are drawn, with a few to spare; the rest is room', () => {
  const { first, end, before, after } = windowOf(2_000, 40, 40_000, 600)
  expect([first, end]).toEqual([988, 1_027])
  expect(before + (end - first) * 40 + after).toBe(2_000 * 40)
})

test('at both ends nothing is out of range', () => {
  expect(windowOf(2_000, 40, 0, 600)).toMatchObject({ first: 0, before: 0 })
  expect(windowOf(2_000, 40, 80_000, 600)).toMatchObject({ end: 2_000, after: 0 })
})
