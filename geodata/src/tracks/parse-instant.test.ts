import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant } from './parse-instant.ts'

test('reads what Date writes', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime())
      },
    ),
  )
})

test('zones, fractions and their absence', () => {
  const eight = Date.UTC(2026, 7, 15, 8)
  expect(parseInstant('2026-08-15T08:00:00')).toBe(eight)
  expect(parseInstant('2026-08-15T09:30:00+01:30')).toBe(eight)
  expect(parseInstant('2026-08-15T05:00:00-03:00')).toBe(eight)
  expect(parseInstant('2026-08-15T08:00:00.25Z')).toBe(eight + 250)
})

test.each([
  '',
  '2026',
  '2026-13-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-08-15T24:00:00Z',
  '15/08/2026 08:00',
])('%j is no instant', (text) => expect(parseInstant(text)).toBeNaN())
