import { expect, test } from 'vitest'
import { addDays, addMonths, dayInMonth, dayOfYear, daysInYear } from './days.ts'

test('a month further is the same day, or the last of the month', () => {
  expect(addMonths('2026-08-15', 1)).toBe('2026-09-15')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
})

test('days are counted from the first of January, in leap years too', () => {
  expect(dayOfYear('2026-01-01')).toBe(0)
  expect(dayOfYear('2024-12-31')).toBe(365)
  expect(daysInYear('2024')).toBe(366)
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(dayInMonth('2026', 5)).toBe('2026-05-15')
})
