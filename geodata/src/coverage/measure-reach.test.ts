import { expect, test } from 'vitest'
import { chooseBands } from './measure-reach.ts'

test.each([
  [15, [5, 10, 15]],
  [45, [10, 20, 30, 40, 45]],
  [60, [10, 20, 30, 40, 50, 60]],
  [90, [15, 30, 45, 60, 75, 90]],
  [360, [60, 120, 180, 240, 300, 360]],
  [1, [1]],
  [1440, [240, 480, 720, 960, 1200, 1440]],
])('%i minutes are drawn in classes up to %j', (minutes, bands) => {
  expect(chooseBands(minutes)).toEqual(bands)
})
