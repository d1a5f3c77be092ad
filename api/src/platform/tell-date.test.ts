import { expect, test } from 'vitest'
import { problem, problemBody } from './problems.ts'
import { tellDate } from './tell-date.ts'

test.each([
  ['2026-11-04', '4 nov. 2026', '4 Nov 2026'],
  ['2026-09-30', '30 sept. 2026', '30 Sept 2026'],
  ['2026-05-01', '1er mai 2026', '1 May 2026'],
  ['2028-02-29', '29 févr. 2028', '29 Feb 2028'],
  ['2026-11-04T08:05:00Z', '4 nov. 2026 à 08:05', '4 Nov 2026, 08:05'],
  ['2026-11-04T23:59:59.123Z', '4 nov. 2026 à 23:59', '4 Nov 2026, 23:59'],
])('%s is «%s» and “%s”', (value, french, english) => {
  expect(tellDate(value, 'fr')).toBe(french)
  expect(tellDate(value, 'en')).toBe(english)
})

test.each(['2026-02-30', '2026-13-01', '02-30', 'MI-2026-11-04', '2026-11-04 ', '2026-11-04T25:00:00Z', ''])(
  '«%s» stays as it is',
  (value) => {
    expect(tellDate(value, 'fr')).toBe(value)
    expect(tellDate(value, 'en')).toBe(value)
  },
)

test('every problem tells its dates so, and those of its fields', () => {
  const params = { vehicle: 'Toyota', reference: 'MI-1', from: '2026-11-04', until: '2026-11-06' }
  const taken = problem('mission-vehicle-taken', params)
  expect(problemBody(taken, 'fr').detail).toContain('entre le 4 nov. 2026 et le 6 nov. 2026')
  expect(problemBody(taken, 'en').detail).toContain('between 4 Nov 2026 and 6 Nov 2026')
  const day = { day: '2026-11-04' }
  const refusals = [{ field: 'on', code: 'history-date-repeated', params: { fr: day, en: day } }] as const
  const [told] = problemBody(problem('works-refused', {}, { refusals }), 'fr').errors!
  expect(told!.message).toBe('Deux lignes de l’historique portent la date du 4 nov. 2026.')
})
