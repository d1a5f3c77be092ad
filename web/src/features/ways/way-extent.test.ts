import { expect, test } from 'vitest'
import { extentOf } from './way-extent.ts'

test('the box holds every position', () => {
  expect(
    extentOf([
      [-12, 15],
      [-11, 14],
      [-13, 16],
    ]),
  ).toEqual([-13, 14, -11, 16])
  expect(extentOf([[-12, 15]])).toEqual([-12, 15, -12, 15])
})
