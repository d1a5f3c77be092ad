import { expect, test } from 'vitest'
import { readSpot, writeSpot } from './spot-address.ts'

test('a place of the border survives the address, to the metre', () => {
  expect(writeSpot({ segmentId: 'mrt-sen-04', metres: 12_500.4 })).toBe('mrt-sen-04~12500')
  expect(readSpot('mrt-sen-04~12500')).toEqual({ segmentId: 'mrt-sen-04', metres: 12_500 })
  expect(writeSpot(null)).toBeUndefined()
  expect(readSpot(undefined)).toBeNull()
  expect(readSpot('mrt-sen-04')).toBeNull()
})
