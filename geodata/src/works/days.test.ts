import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayNumber, dayOf, daysBetween, isDay } from './days.ts'

test('counts days from 1970 on', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('1969-12-31')).toBe(-1)
  expect(dayNumber('2000-02-29')).toBe(11_016)
  expect(dayOf(20_000)).toBe('2024-10-04')
})

test('knows leap years', () => {
  expect(isDay('2024-02-29')).toBe(true)
  expect(isDay('2023-02-29')).toBe(false)
  expect(isDay('1900-02-29')).toBe(false)
  expect(isDay('2024-13-01')).toBe(false)
  expect(isDay('2024-06-31')).toBe(false)
  expect(isDay('2024-6-1')).toBe(false)
  expect(() => dayNumber('2023-02-29')).toThrow('not a day (YYYY-MM-DD): 2023-02-29')
})

test('adds months, clamped to the end of the month', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2024-01-31', 13)).toBe('2025-02-28')
  expect(addMonths('2024-03-31', -4)).toBe('2023-11-30')
  expect(addMonths('2024-03-15', 12)).toBe('2025-03-15')
})

test('counts as the calendar of the platform does, over all years', () => {
  const last = dayNumber('9999-12-31')
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('0000-01-01'), max: last }), (number) => {
      const day = dayOf(number)
      expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      expect(dayNumber(day)).toBe(number)
    }),
  )
  expect(() => dayOf(last + 1)).toThrow('outside the years')
})

test('adding days and counting them are inverse', () => {
  const day = fc.integer({ min: -40_000, max: 80_000 }).map(dayOf)
  fc.assert(
    fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count)
    }),
  )
})
