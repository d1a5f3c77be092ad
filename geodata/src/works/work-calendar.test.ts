import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERY_DAY, SAHEL } from './calendar.fixture.ts'
import { addDays, dayOf } from './days.ts'
import type { WorkCalendar } from './types.ts'
import { addWorkingDays, layWorkAxis, workingDaysBetween, workShareOn } from './work-calendar.ts'

test('reads the week from Monday on', () => {
  // 2026-06-01 is a Monday.
  const shares = Array.from({ length: 7 }, (_, index) => workShareOn(SAHEL, addDays('2026-06-01', index)))
  expect(shares).toEqual([1, 1, 1, 1, 0.5, 1, 0])
  expect(workShareOn(SAHEL, '1969-12-29')).toBe(1)
})

test('rains recur each year, over its end too, and Ramadan is dated', () => {
  expect(workShareOn(SAHEL, '2025-07-14')).toBe(1)
  expect(workShareOn(SAHEL, '2025-07-15')).toBe(0)
  expect(workShareOn(SAHEL, '2031-09-30')).toBe(0)
  expect(workShareOn(SAHEL, '2031-10-01')).toBe(1)
  expect(workShareOn(SAHEL, '2026-12-31')).toBe(0)
  expect(workShareOn(SAHEL, '2027-01-01')).toBe(0)
  expect(workShareOn(SAHEL, '2026-02-18')).toBe(0.6)
  expect(workShareOn(SAHEL, '2025-02-18')).toBe(1)
})

test('the later exception wins', () => {
  const later = { label: 'Work in spite of the rain', from: '2026-08-03', until: '2026-08-08', share: 0.25 }
  const calendar = { ...SAHEL, exceptions: [...SAHEL.exceptions, later] }
  expect(workShareOn(calendar, '2026-08-03')).toBe(0.25)
  expect(workShareOn({ ...SAHEL, exceptions: [later, ...SAHEL.exceptions] }, '2026-08-03')).toBe(0)
})

test('adds working days by hand: five days from a Thursday in a week of five and a half', () => {
  // Thu 1, Fri 0.5, Sat 1, Sun 0, Mon 1, Tue 1, Wed 1: five are done on the Wednesday.
  expect(addWorkingDays(SAHEL, '2026-06-04', 5)).toBe('2026-06-10')
  expect(addWorkingDays(SAHEL, '2026-06-04', 1.5)).toBe('2026-06-05')
  // Ten thousandths of 0.6 = 6: with floats, ten times 0.6 would fall short of it.
  expect(
    addWorkingDays({ ...EVERY_DAY, weekShares: [0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6] }, '2026-06-01', 6),
  ).toBe('2026-06-10')
  expect(workingDaysBetween(SAHEL, '2026-06-04', '2026-06-11')).toBe(5.5)
})

test('jumps over the rains', () => {
  expect(addWorkingDays(SAHEL, '2026-07-14', 2)).toBe('2026-10-01')
  expect(workingDaysBetween(SAHEL, '2026-07-15', '2026-10-01')).toBe(0)
  expect(layWorkAxis(SAHEL, '2026-07-14').startDayAt(1000)).toBe('2026-10-01')
})

test('names what is wrong with a calendar', () => {
  const withException = (from: string, until: string, share = 0): WorkCalendar => ({
    ...EVERY_DAY,
    exceptions: [{ label: 'Rains', from, until, share }],
  })
  const share = (calendar: WorkCalendar) => () => workShareOn(calendar, '2026-01-01')
  expect(share({ ...EVERY_DAY, weekShares: [1, 1, 1.2, 1, 1, 1, 1] })).toThrow(
    'share of weekday 3 outside 0 to 1',
  )
  expect(share({ ...EVERY_DAY, weekShares: [0, 0, 0, 0, 0, 0, 0] })).toThrow('no weekday is worked')
  expect(share(withException('07-15', '2026-09-30'))).toThrow(
    'exception 1 (Rains): 07-15 and 2026-09-30 are neither',
  )
  expect(share(withException('07-32', '09-30'))).toThrow('neither both')
  expect(share(withException('2026-09-30', '2026-07-15'))).toThrow('ends before it begins')
  expect(share(withException('07-15', '09-30', -0.1))).toThrow('exception 1 (Rains): share outside 0 to 1')
  expect(() => addWorkingDays(EVERY_DAY, '2026-01-01', -1)).toThrow('negative working time')
  expect(() => addWorkingDays(withException('01-01', '12-31'), '2026-01-01', 1)).toThrow('over a century')
})

const day = fc.integer({ min: 18_000, max: 22_000 }).map(dayOf)
const count = fc.integer({ min: 1, max: 400 })

test('the work is done on the first day on which enough of it fits', () => {
  fc.assert(
    fc.property(day, count, (from, days) => {
      const finish = addWorkingDays(SAHEL, from, days)
      expect(workingDaysBetween(SAHEL, from, addDays(finish, 1))).toBeGreaterThanOrEqual(days)
      expect(workingDaysBetween(SAHEL, from, finish)).toBeLessThan(days)
    }),
  )
})

test('the axis adds up the shares of the days, one by one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 300 }), (from, length) => {
      const thousandths = Array.from({ length }, (_, index) =>
        Math.round(workShareOn(SAHEL, addDays(from, index)) * 1000),
      )
      const sum = thousandths.reduce((total, share) => total + share, 0)
      expect(layWorkAxis(SAHEL, from).workedBefore(addDays(from, length))).toBe(sum)
    }),
    { numRuns: 30 },
  )
})

test('with more rain-stops nothing is done earlier', () => {
  const rain = fc.tuple(day, fc.integer({ min: 0, max: 90 }))
  fc.assert(
    fc.property(day, count, fc.array(rain, { maxLength: 4 }), (from, days, rains) => {
      // A stop takes away; what a later exception would add again is no stop.
      const stops = rains.map(([begin, length]) => ({
        label: 'Stop',
        from: begin,
        until: addDays(begin, length),
        share: 0,
      }))
      const wetter = { ...SAHEL, exceptions: [...SAHEL.exceptions, ...stops] }
      expect(addWorkingDays(wetter, from, days) >= addWorkingDays(SAHEL, from, days)).toBe(true)
    }),
  )
})
