import { expect, test } from 'vitest'
import type { ProblemError } from '../../platform/problems.ts'
import { checkClosureDates } from './check-dates.ts'

const NOW = Date.parse('2026-10-15T09:00:00Z')

function refused(startsAt: string, endsAt: string | null): string | null {
  try {
    checkClosureDates({ startsAt, endsAt }, NOW)
    return null
  } catch (error) {
    const { code, field } = error as ProblemError
    return `${field}: ${code}`
  }
}

test('closures of the past, of now and of the coming year', () => {
  expect(refused('2026-08-12T00:00:00Z', null)).toBeNull()
  expect(refused('2000-01-01T00:00:00Z', '2001-01-01T00:00:00Z')).toBeNull()
  expect(refused('2027-10-15T09:00:00Z', '2028-10-15T09:00:00Z')).toBeNull()
})

test('slips of the year, and an end that is not after the start', () => {
  expect(refused('1999-12-31T23:59:59Z', null)).toBe('startsAt: closure-date-far')
  expect(refused('2036-10-15T09:00:00Z', null)).toBe('startsAt: closure-date-far')
  expect(refused('2026-10-15T09:00:00Z', '2036-10-15T09:00:00Z')).toBe('endsAt: closure-date-far')
  expect(refused('2026-10-15T09:00:00Z', '2026-10-15T09:00:00Z')).toBe('endsAt: closure-ends-before-start')
  expect(refused('2026-10-15T09:00:00Z', '2026-10-14T09:00:00Z')).toBe('endsAt: closure-ends-before-start')
})
