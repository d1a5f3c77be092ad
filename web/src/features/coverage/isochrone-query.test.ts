import { expect, test } from 'vitest'
import { bandsOf } from './isochrone-query.ts'

test('three steps up to the asked minutes; no minute twice', () => {
  expect(bandsOf(60)).toEqual([20, 40, 60])
  expect(bandsOf(15)).toEqual([5, 10, 15])
  expect(bandsOf(1)).toEqual([1])
})
