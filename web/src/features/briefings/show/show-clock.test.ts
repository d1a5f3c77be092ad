import { expect, test } from 'vitest'
import { secondsLeft, tellElapsed } from './show-clock.ts'

test('minutes and seconds, hours when there are some', () => {
  expect(tellElapsed(0)).toBe('0:00')
  expect(tellElapsed(59_999)).toBe('0:59')
  expect(tellElapsed(245_000)).toBe('4:05')
  expect(tellElapsed(3_600_000)).toBe('1:00:00')
  expect(tellElapsed(3_750_900)).toBe('1:02:30')
  expect(tellElapsed(-20)).toBe('0:00')
})

test('seconds until the show goes on by itself', () => {
  expect(secondsLeft(null, 5_000)).toBeNull()
  expect(secondsLeft(20, 0)).toBe(20)
  expect(secondsLeft(20, 4_100)).toBe(16)
  expect(secondsLeft(20, 60_000)).toBe(0)
})
