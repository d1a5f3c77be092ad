import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromRunLengths, toRunLengths } from './run-lengths.ts'

test('runs are counted, zeros first', () => {
  expect(toRunLengths(Uint8Array.of(0, 0, 1, 1, 1, 0))).toEqual([2, 3, 1])
  expect(toRunLengths(Uint8Array.of(1, 0))).toEqual([0, 1, 1])
  expect(toRunLengths(new Uint8Array())).toEqual([0])
})

test('every row of bits comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 1 }), (bits) => {
      expect(fromRunLengths(toRunLengths(bits))).toEqual(bits)
    }),
  )
})
