import { expect, test } from 'vitest'
import { chooseVersion } from './choose-version.ts'

const march = { id: 1, validFrom: '2026-03-01' }
const asphalt = { id: 2, validFrom: '2026-12-01' }
const corrected = { id: 3, validFrom: '2026-12-01' }

test.each([
  ['2026-03-01', 1],
  ['2026-11-30', 1],
  ['2026-12-01', 3],
  ['2030-01-01', 3],
  ['2020-01-01', 1],
])('on %s version %i counts: the latest, and of one day the last accepted', (date, id) => {
  expect(chooseVersion([asphalt, corrected, march], date)?.id).toBe(id)
})

test('without a version there is none', () => {
  expect(chooseVersion([], '2026-01-01')).toBeUndefined()
})
