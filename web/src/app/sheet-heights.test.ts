import { expect, test } from 'vitest'
import { SHEET_STOPS, settleSheet, stopAbove, stopBelow, stopHeight } from './sheet-heights.ts'

const STAGE = 700

test('three heights, each above the one before', () => {
  expect(SHEET_STOPS.map((stop) => stopHeight(stop, STAGE))).toEqual([132, 350, 700])
})

test('on a very low stage the strip is never higher than the half', () => {
  expect(stopHeight('peek', 200)).toBe(100)
  expect(stopHeight('half', 200)).toBe(100)
})

test('let go slowly, it settles at the nearest height', () => {
  expect(settleSheet(150, 0, STAGE)).toBe('peek')
  expect(settleSheet(300, 0.1, STAGE)).toBe('half')
  expect(settleSheet(600, -0.1, STAGE)).toBe('full')
})

test('a flick goes to the next height in its direction', () => {
  expect(settleSheet(360, 1, STAGE)).toBe('full')
  expect(settleSheet(340, -1, STAGE)).toBe('peek')
  expect(settleSheet(690, -1, STAGE)).toBe('half')
})

test('a flick beyond the ends stays at the end', () => {
  expect(settleSheet(720, 1, STAGE)).toBe('full')
  expect(settleSheet(90, -1, STAGE)).toBe('peek')
})

test('up and down stop at the ends', () => {
  expect(stopAbove('peek')).toBe('half')
  expect(stopAbove('full')).toBe('full')
  expect(stopBelow('half')).toBe('peek')
  expect(stopBelow('peek')).toBe('peek')
})
