import { expect, test } from 'vitest'
import { dayInMonth, dayOfYear, daysInYear } from './days.ts'

test('days are counted from the first of January, in leap years too', () => {
  expect(dayOfYear('2026-01-01')).toBe(0)
  expect(dayOfYear('2024-12-31')).toBe(365)
  expect(daysInYear('2024')).toBe(366)
  expect(dayInMonth('2026', 5)).toBe('2026-05-15')
})
