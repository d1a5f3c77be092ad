import { expect, test } from 'vitest'
import { checkHistory, checkProgress } from './check-history.ts'

const field = 'physicalHistory'
const today = '2026-10-15'
const code = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'accepted'
}

test('a history comes back in the order of time, the argument untouched', () => {
  const entries = [{ validFrom: '2026-03-01' }, { validFrom: '2025-01-01' }]
  expect(checkHistory(entries, { field, today }).map((entry) => entry.validFrom)).toEqual([
    '2025-01-01',
    '2026-03-01',
  ])
  expect(entries[0]?.validFrom).toBe('2026-03-01')
})

test('two entries of one day are refused', () => {
  const entries = [{ validFrom: '2026-03-01' }, { validFrom: '2025-01-01' }, { validFrom: '2026-03-01' }]
  expect(code(() => checkHistory(entries, { field, today }))).toBe('history-date-repeated')
})

test('a day to come is refused, today is not', () => {
  expect(code(() => checkHistory([{ validFrom: '2026-10-15' }], { field, today }))).toBe('accepted')
  expect(code(() => checkHistory([{ validFrom: '2026-10-16' }], { field, today }))).toBe(
    'history-date-in-future',
  )
})

test('a day that the register already holds is kept where the clock is behind', () => {
  const known = [{ validFrom: '2026-10-15' }]
  expect(checkHistory(known, { field, today: '2025-06-01', known })).toEqual(known)
})

test('a progress is stated under works only', () => {
  const entry = { status: 'suspended', validFrom: '2026-08-12', progressPercent: 40, note: '' } as const
  expect(code(() => checkProgress([entry]))).toBe('progress-without-works')
  expect(code(() => checkProgress([{ ...entry, progressPercent: null }]))).toBe('accepted')
  expect(code(() => checkProgress([{ ...entry, status: 'under-works' }]))).toBe('accepted')
})
