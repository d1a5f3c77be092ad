import { expect } from 'vitest'
import { dbTest } from '../support/db-test.ts'
import { closureInput, onTrack } from '../support/given-closure.ts'
import { roads } from '../support/given-roads.ts'
import { withApp } from '../support/inject-app.ts'

const [LON, LAT] = onTrack(0)
const CROSSED = [
  [LON, LAT],
  [LON + 0.01, LAT + 0.01],
  [LON + 0.01, LAT],
  [LON, LAT + 0.01],
]

/** What is wrong with a report, the code that says so, and the field that it names. */
const REFUSED: readonly (readonly [string, Readonly<Record<string, unknown>>, string, string])[] = [
  [
    'far from any road',
    { geometry: { type: 'Point', coordinates: [LON, LAT + 0.01] } },
    'closure-touches-no-road',
    'geometry',
  ],
  [
    'a line across the road',
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [LON, LAT + 0.02],
          [LON, LAT + 0.04],
        ],
      },
    },
    'closure-touches-no-road',
    'geometry',
  ],
  [
    'crossing itself',
    { geometry: { type: 'Polygon', coordinates: [CROSSED] } },
    'closure-crosses-itself',
    'geometry',
  ],
  ['at sea', { geometry: { type: 'Point', coordinates: [-17.5, 15] } }, 'closure-outside-region', 'geometry'],
  ['no shape', { geometry: null }, 'closure-shape-unknown', 'geometry'],
  ['a text', { geometry: 'POINT(1 2)' }, 'closure-shape-unknown', 'geometry'],
  ['an effect of no kind', { effect: 'open' }, 'validation-failed', 'effect'],
  ['a speed of zero', { speedFactor: 0 }, 'validation-failed', 'speedFactor'],
  ['faster than before', { speedFactor: 1.5 }, 'validation-failed', 'speedFactor'],
  [
    'an end before its start',
    { startsAt: '2026-08-02T00:00:00Z', endsAt: '2026-08-01T00:00:00Z' },
    'closure-ends-before-start',
    'endsAt',
  ],
  ['of the next decade', { startsAt: '2045-01-01T00:00:00Z' }, 'closure-date-far', 'startsAt'],
  ['on 30 February', { startsAt: '2026-02-30T00:00:00Z' }, 'validation-failed', 'startsAt'],
  ['forgotten at once', { halfLifeDays: 0 }, 'validation-failed', 'halfLifeDays'],
  ['with half a character', { note: 'Gué \ud83d' }, 'text-not-storable', 'note'],
  ['with NUL', { note: 'a\0' }, 'text-not-storable', 'note'],
]

dbTest('each bad report gets the problem that names its field, and nothing is kept', async ({ db }) => {
  await roads(db)
  await withApp(db, async ({ app }) => {
    for (const [what, facts, code, field] of REFUSED) {
      const payload = closureInput(facts)
      const answer = await app.inject({ method: 'POST', url: '/api/closures', payload })
      expect([answer.statusCode, answer.json().code, answer.json().errors?.[0]?.field], what).toEqual([
        400,
        code,
        field,
      ])
    }
    expect((await app.inject('/api/closures?includePast=true')).json().total).toBe(0)
  })
})

dbTest('a change is judged as a report is', async ({ db }) => {
  await roads(db)
  await withApp(db, async ({ app }) => {
    const sent = await app.inject({ method: 'POST', url: '/api/closures', payload: closureInput() })
    const url = `/api/closures/${sent.json().id}`
    for (const [what, facts, code, field] of REFUSED) {
      const answer = await app.inject({ method: 'PATCH', url, payload: { version: 1, ...facts } })
      expect([answer.json().code, answer.json().errors?.[0]?.field], what).toEqual([code, field])
    }
    expect((await app.inject('/api/closures')).json().items[0]).toMatchObject({ version: 1 })
  })
})
