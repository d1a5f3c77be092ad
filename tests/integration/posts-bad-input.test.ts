import { expect } from 'vitest'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { postInput } from '../support/given-post.ts'
import { withApp } from '../support/inject-app.ts'

interface BadInput {
  readonly what: string
  readonly facts: Record<string, unknown>
  readonly code: string
  readonly field: string
}

const ENTRY = { status: 'planned', validFrom: '2025-01-06', progressPercent: null, note: '' }
const BAD_INPUT: readonly BadInput[] = [
  {
    what: 'outside the world',
    facts: { position: [-12, 95] },
    code: 'position-outside-world',
    field: 'position',
  },
  {
    what: 'outside the loaded region',
    facts: { position: [2.35, 48.85] },
    code: 'position-outside-region',
    field: 'position',
  },
  {
    what: 'axes swapped',
    facts: { position: [15.15799, -12.18479] },
    code: 'position-swapped',
    field: 'position',
  },
  {
    what: 'a polygon where a point belongs',
    facts: { position: { type: 'Polygon', coordinates: [[[-12, 15]]] } },
    code: 'position-not-a-point',
    field: 'position',
  },
  {
    what: 'NaN, which JSON writes as null',
    facts: { position: [Number.NaN, 15] },
    code: 'position-not-a-number',
    field: 'position',
  },
  {
    what: 'a name of 10 000 characters',
    facts: { name: 'x'.repeat(10_000) },
    code: 'validation-failed',
    field: 'name',
  },
  { what: 'a NUL in a text', facts: { notes: 'a\u0000b' }, code: 'text-not-storable', field: 'notes' },
  {
    what: 'half a character in a list',
    facts: { contacts: [{ role: 'Chef \ud800', name: '', phone: '', email: '' }] },
    code: 'text-not-storable',
    field: 'contacts',
  },
  {
    what: 'a day of the year 0',
    facts: { physicalHistory: [{ ...ENTRY, validFrom: '0000-01-01' }] },
    code: 'validation-failed',
    field: 'physicalHistory.0.validFrom',
  },
  { what: 'an empty name', facts: { name: '   ' }, code: 'validation-failed', field: 'name' },
  { what: 'an unknown agency', facts: { agency: 'navy' }, code: 'validation-failed', field: 'agency' },
  {
    what: 'no status at all',
    facts: { physicalHistory: [] },
    code: 'validation-failed',
    field: 'physicalHistory',
  },
  {
    what: 'two statuses on one day',
    facts: { physicalHistory: [ENTRY, { ...ENTRY, status: 'closed' }] },
    code: 'history-date-repeated',
    field: 'physicalHistory',
  },
  {
    what: 'a legal status of a day to come',
    facts: {
      legalHistory: [{ status: 'bilateral', validFrom: '2999-01-01', actReference: '', note: '' }],
    },
    code: 'history-date-in-future',
    field: 'legalHistory',
  },
  {
    what: 'progress without works',
    facts: { physicalHistory: [{ ...ENTRY, progressPercent: 40 }] },
    code: 'progress-without-works',
    field: 'physicalHistory',
  },
  {
    what: 'a negative uncertainty',
    facts: { uncertaintyMetres: -1 },
    code: 'validation-failed',
    field: 'uncertaintyMetres',
  },
]

dbTest(
  'bad input is refused by field, on creation and on change, and nothing is written',
  async ({ db, given }) => {
    await given.region()
    const post = await given.post()
    const written = () =>
      db.one(sql`select (select count(*) from border_post) as posts, (select sum(revision) from border_post) as revision,
                      (select count(*) from post_change) as changes, (select count(*) from post_name) as names`)
    const before = await written()
    await withApp(db, async ({ app }) => {
      for (const { what, facts, code, field } of BAD_INPUT) {
        for (const request of [
          { method: 'POST', url: '/api/posts', payload: { ...postInput(), ...facts } },
          { method: 'PATCH', url: `/api/posts/${post.id}`, payload: { version: 1, ...facts } },
        ] as const) {
          const answer = await app.inject(request)
          expect(answer.json(), `${request.method}: ${what}`).toMatchObject({
            status: 400,
            code,
            errors: [{ field }],
          })
          expect(answer.headers['content-type']).toContain('application/problem+json')
        }
      }
    })
    expect(await written()).toEqual(before)
  },
)

dbTest(
  'swapped axes come back with the point that was probably meant, in the language asked for',
  async ({ db, given }) => {
    await given.region()
    await withApp(db, async ({ app }) => {
      const send = (language: string) =>
        app.inject({
          method: 'POST',
          url: '/api/posts',
          headers: { 'accept-language': language },
          payload: postInput({ position: [15.15799, -12.18479] }),
        })
      const french = (await send('fr')).json()
      expect(french.extra).toEqual({ suggestion: [-12.18479, 15.15799] })
      expect(french.detail).toContain('Vouliez-vous dire')
      expect((await send('en')).json().detail).toContain('Did you mean')
    })
  },
)

dbTest('a NUL in a question is a bad request, not an accident', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const answer = await app.inject('/api/posts?moughataa=%00')
    expect(answer.json()).toMatchObject({ status: 400, code: 'request-refused' })
  })
})

dbTest('what is no JSON, or far too much of it, is told as such', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const send = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/api/posts',
        headers: { 'content-type': 'application/json' },
        payload,
      })
    expect((await send('{"name": NaN}')).json()).toMatchObject({ status: 400, code: 'json-invalid' })
    expect((await send(JSON.stringify({ notes: 'x'.repeat(2_000_000) }))).json()).toMatchObject({
      status: 413,
      code: 'body-too-large',
    })
  })
})

dbTest(
  'a post from before the rules keeps a position that they would refuse today',
  async ({ db, given }) => {
    const post = await given.post({ position: [2.35, 48.85] })
    await given.region()
    await withApp(db, async ({ app }) => {
      const edit = await app.inject({
        method: 'PATCH',
        url: `/api/posts/${post.id}`,
        payload: { version: 1, notes: 'relu' },
      })
      expect(edit.json()).toMatchObject({ version: 2, notes: 'relu', position: [2.35, 48.85] })
    })
  },
)
