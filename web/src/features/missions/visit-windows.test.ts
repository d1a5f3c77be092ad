import { expect, test } from 'vitest'
import { changeWindow, type VisitWindow, windowAfter } from './visit-windows.ts'

const week: VisitWindow = { weekdays: [1, 2, 3, 4], date: null, opens: '08:00', closes: '12:00' }

test('a second window is the afternoon of the same days', () => {
  expect(windowAfter(undefined)).toEqual({ weekdays: null, date: null, opens: '08:00', closes: '12:00' })
  expect(windowAfter(week)).toEqual({ ...week, opens: '14:00', closes: '17:00' })
  expect(windowAfter({ ...week, date: '2026-12-07', closes: '16:00' })).toMatchObject({
    date: '2026-12-07',
    opens: '08:00',
  })
})

test('one window is changed, and the others of the same day stay', () => {
  const hours = [week, windowAfter(week), { ...week, weekdays: [5], closes: '11:00' }]
  const changed = changeWindow(hours, 1, { closes: '18:30' })
  expect(changed.map(({ closes }) => closes)).toEqual(['12:00', '18:30', '11:00'])
  expect([changed[0], changed[2]]).toEqual([hours[0], hours[2]])
})
