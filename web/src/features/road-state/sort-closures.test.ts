import { expect, test } from 'vitest'
import { isIn, standingOf } from './sort-closures.ts'

const closure = (change: object) => ({
  isActing: false,
  liftedAt: null,
  startsAt: '2026-08-01T08:00:00Z',
  endsAt: null,
  ...change,
})

test.each([
  ['acting', { isActing: true }],
  ['lifted', { liftedAt: '2026-08-10T08:00:00Z' }],
  ['expired', { endsAt: '2026-08-14T23:59:00Z' }],
  ['coming', { startsAt: '2026-08-20T08:00:00Z' }],
  ['doubtful', {}],
])('on 15 August a closure is %s', (standing, change) => {
  expect(standingOf(closure(change), '2026-08-15')).toBe(standing)
})

test('one that was lifted later was in force on the day', () => {
  expect(standingOf(closure({ isActing: true, liftedAt: '2026-08-20T08:00:00Z' }), '2026-08-15')).toBe(
    'acting',
  )
})

test('what waits to be confirmed is listed with what is in force', () => {
  expect(isIn('acting', 'doubtful')).toBe(true)
  expect(isIn('expired', 'doubtful')).toBe(false)
  expect(isIn('coming', 'coming')).toBe(true)
  expect(isIn('acting', 'coming')).toBe(false)
})
