import { expect, test } from 'vitest'
import { EVERY_DAY } from './calendar.fixture.ts'
import { addDays } from './days.ts'
import { ganttRows } from './gantt-rows.ts'
import { paceToEnd } from './pace-to-end.ts'
import { activity } from './plan.fixture.ts'

const afterDays = (days: number) => addDays('2026-01-01', Math.ceil(days))

test('a hundred days of work end in fifty at twice the pace', () => {
  expect(paceToEnd((pace) => afterDays(100 / pace), afterDays(50))).toBeCloseTo(2, 3)
  expect(paceToEnd((pace) => afterDays(100 / pace), afterDays(400))).toBeCloseTo(0.25, 3)
})

test('what no pace reaches, or any does, gets the end of the scale', () => {
  expect(paceToEnd((pace) => afterDays(30 + 100 / pace), afterDays(20))).toBeCloseTo(64, 3)
  expect(paceToEnd(() => afterDays(1), afterDays(20))).toBe(1 / 64)
})

test('the last milestone of a plan stands on the day that was asked for', () => {
  const plan = {
    activities: [
      activity('walls', 20, [], { packageCode: 'building' }),
      activity('roof', 20, ['walls'], { packageCode: 'building' }),
      activity('accept', 0, ['roof']),
    ],
  }
  const facts = {
    plan,
    calendar: EVERY_DAY,
    start: '2026-01-01',
    baseline: null,
    readings: [],
    on: '2025-12-31',
  }
  const endAt = (pace: number) => ganttRows({ ...facts, pace }).at(-1)!.forecast!.until
  expect(endAt(1)).toBe('2026-02-09')
  expect(endAt(paceToEnd(endAt, '2026-04-30'))).toBe('2026-04-30')
})
