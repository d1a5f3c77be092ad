import { expect } from 'vitest'
import type { z } from 'zod'
import type { PresentedSlide } from '../../../api/src/features/briefings/contract.ts'
import { Showing } from '../../../api/src/features/briefings/link-contract.ts'
import type { Slide } from '../../../api/src/features/briefings/slide-contract.ts'
import type { PostInput } from '../../../api/src/features/posts/contract.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { dbTest } from '../../support/db-test.ts'
import { slide } from '../../support/given-briefing.ts'
import { begun, contract, happened, record } from '../../support/given-works.ts'
import type { TestApp } from '../../support/inject-app.ts'
import { withApp } from '../../support/inject-app.ts'

type App = TestApp['app']
type SlideInput = Partial<z.input<typeof Slide>>
type View = NonNullable<SlideInput['view']>

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
const POSTS: View = { camera: { center: [-12.2, 15.1], zoom: 9 }, layers: ['posts', 'visibility'] }
const HISTORY: PostInput['physicalHistory'] = [
  { status: 'planned', validFrom: '2024-06-01', progressPercent: null, note: '' },
  { status: 'under-works', validFrom: '2025-01-12', progressPercent: 20, note: '' },
  { status: 'operational', validFrom: '2025-09-01', progressPercent: null, note: '' },
]

async function briefingWith(app: App, slides: readonly Slide[]): Promise<string> {
  const title = { fr: 'Visite', en: 'Visit' }
  const begunBriefing = (
    await app.inject({ method: 'POST', url: '/api/briefings', payload: { title } })
  ).json()
  const { id, version } = begunBriefing
  const payload = { title, donorId: null, slides, version }
  const saved = await app.inject({ method: 'PUT', url: `/api/briefings/${id}`, payload })
  expect(saved.statusCode).toBe(200)
  return id
}

function ask(app: App, briefingId: string, audience: object | null = null) {
  return app.inject({ method: 'POST', url: `/api/briefings/${briefingId}/showings`, payload: { audience } })
}

async function show(app: App, briefingId: string, audience: object | null = null): Promise<Showing> {
  const answer = await ask(app, briefingId, audience)
  expect([answer.statusCode, answer.json().detail]).toEqual([200, undefined])
  expect(answer.body).not.toMatch(UUID)
  return Showing.parse(answer.json())
}

const postsOf = (shown: PresentedSlide | undefined, state = 0) =>
  (shown?.map?.states[state]?.posts ?? []).map(({ name, status, progressPercent }) => [
    name,
    status,
    progressPercent,
  ])

dbTest('a slide tells of its own day, of an earlier one beside it, and of months', async ({ db, given }) => {
  const post = await given.post({ name: 'Ghabou', physicalHistory: HISTORY })
  const works = await contract(db, post.id, { title: 'Construction du poste' })
  await record(db, works.id, [...begun(), happened('stop-order', '2025-05-02', { cause: 'rain' })])
  await withApp(db, async ({ app }) => {
    const content = { kind: 'table', table: 'works' } as const
    const id = await briefingWith(app, [
      slide({ id: 'before', frozenOn: '2024-12-31', view: POSTS, content }),
      slide({ id: 'during', frozenOn: '2025-04-30', view: POSTS, content }),
      slide({
        id: 'live',
        view: { ...POSTS, compareOn: '2025-02-28', replay: { from: '2024-12', to: '2025-10' } },
        content: {
          kind: 'figures',
          figures: ['posts-operational', 'posts-opened', 'contracts-open', 'amount-committed'],
        },
      }),
      slide({ id: 'first', frozenOn: '2024-01-31', view: POSTS }),
    ])
    const { presentation } = await show(app, id)
    const [before, during, live, first] = presentation.slides
    expect(postsOf(before)).toEqual([['Ghabou', 'planned', null]])
    expect(postsOf(during)).toEqual([['Ghabou', 'under-works', 20]])
    expect(postsOf(live)).toEqual([['Ghabou', 'under-works', 20]])
    expect(postsOf(live, 1)).toEqual([['Ghabou', 'operational', null]])
    expect(postsOf(first)).toEqual([])
    expect(rowsOf(before)).toEqual([expect.arrayContaining([{ fr: 'Signé', en: 'Signed' }])])
    expect(rowsOf(during)).toEqual([expect.arrayContaining([{ fr: 'En cours', en: 'Running' }])])
    expect(live?.content).toMatchObject({
      figures: [{ value: 1 }, { value: 1 }, { value: 1 }, { value: 100_000, unit: 'MRU' }],
    })
    expect(live?.map?.replay?.map(({ month, posts }) => [month, posts[0]?.status])).toEqual([
      ['2024-12', 'planned'],
      ...['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'].map(
        (month) => [month, 'under-works'],
      ),
      ['2025-09', 'operational'],
      ['2025-10', 'operational'],
    ])
    expect(presentation.credits[0]?.fr).toMatch(/^Financement : Bailleur/)
  })
})

function rowsOf(shown: PresentedSlide | undefined) {
  return shown?.content?.kind === 'table' ? shown.content.table.rows : []
}

dbTest('what changes appears on a live slide, and not on a frozen one', async ({ db, given }) => {
  const post = await given.post({ name: 'Ghabou', physicalHistory: HISTORY })
  await withApp(db, async ({ app }) => {
    const id = await briefingWith(app, [
      slide({ id: 'frozen', frozenOn: '2025-04-30', view: { ...POSTS, compareOn: '2024-12-31' } }),
      slide({ id: 'live', view: POSTS }),
      slide({ id: 'named', view: { ...POSTS, posts: { postIds: [post.id] } } }),
    ])
    const first = (await show(app, id)).presentation.slides
    const change = async (payload: object) => {
      const { version } = (await app.inject(`/api/posts/${post.id}`)).json()
      const url = `/api/posts/${post.id}`
      const answer = await app.inject({ method: 'PATCH', url, payload: { ...payload, version } })
      expect(answer.statusCode).toBe(200)
    }
    await change({ name: 'Ghabou nord', position: [-12.2, 15.16] })
    await change({
      physicalHistory: [
        { status: 'suspended', validFrom: '2024-06-01', progressPercent: null, note: '' },
        { status: 'closed', validFrom: '2025-02-01', progressPercent: null, note: '' },
      ],
    })
    const [frozen, live] = (await show(app, id)).presentation.slides
    expect(frozen).toEqual(first[0])
    expect(postsOf(live)).toEqual([['Ghabou nord', 'closed', null]])

    const { version } = (await app.inject(`/api/posts/${post.id}`)).json()
    const archived = await app.inject({
      method: 'POST',
      url: `/api/posts/${post.id}/archive`,
      payload: { version },
    })
    expect(archived.statusCode).toBe(200)
    const after = (await show(app, id)).presentation.slides
    expect(after.map(({ isOfArchived }) => isOfArchived)).toEqual([true, false, true])
    expect(postsOf(after[0], 1)).toEqual([['Ghabou', 'under-works', 20]])
    expect(postsOf(after[1])).toEqual([])
    expect(postsOf(after[2])).toEqual([['Ghabou nord', 'closed', null]])
  })
})

dbTest('a showing has the rows of whoever makes it', async ({ db, given }) => {
  for (const [name, subOfficeId] of [
    ['Ghabou', 'selibaby'],
    ['Fassala', 'bassikounou'],
  ] as const) {
    const { id } = await given.post({ name, subOfficeId, physicalHistory: HISTORY })
    await contract(db, id, { title: `Construction de ${name}` })
  }
  const person = await given.account({ role: 'focal-point' })
  await withApp(db, async ({ app, as }) => {
    const slides = [
      slide({ view: POSTS, notes: 'À dire', content: { kind: 'table', table: 'works' } }),
      slide({ content: { kind: 'chart', chart: 'posts-over-time' } }),
    ]
    const focal = await as(person)
    const own = await show(focal, await briefingWith(focal, slides))
    expect(postsOf(own.presentation.slides[0]).map(([name]) => name)).toEqual(['Ghabou'])
    expect(own.presentation.slides[0]?.notes).toBe('À dire')
    expect(JSON.stringify(own)).not.toContain('Fassala')

    const id = await briefingWith(app, slides)
    expect(postsOf((await show(app, id)).presentation.slides[0]).map(([name]) => name)).toEqual([
      'Fassala',
      'Ghabou',
    ])
    const refused = await ask(focal, id)
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'briefing-not-found'])
  })
})

dbTest(
  'an audience is shown what its rules let through, and whoever shows it is told the rest',
  async ({ db, given }) => {
    await given.post({ name: 'Ghabou', physicalHistory: HISTORY })
    await given.post({ name: 'Wompou', physicalHistory: HISTORY.slice(0, 1) })
    await withApp(db, async ({ app, anonymous }) => {
      const id = await briefingWith(app, [
        slide({ view: POSTS, notes: 'À dire', body: { fr: 'Après Wompou.', en: '' } }),
      ])
      const { presentation, withheld, key } = await show(app, id, { audienceId: 'public' })
      expect(presentation.audience).toEqual({ kind: 'public', name: { fr: 'Public', en: 'Public' } })
      expect(postsOf(presentation.slides[0])).toEqual([['Ghabou', 'operational', null]])
      expect(JSON.stringify(presentation)).not.toMatch(/Wompou|À dire/)
      expect(withheld.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['post', 'notes', 'name-in-text']),
      )
      const headers = { 'x-borne-showing': key }
      const again = await anonymous.inject({ url: '/api/shared/presentation', headers })
      expect(again.json()).toEqual(presentation)
      const unknown = await ask(app, id, { audienceId: 'personne' })
      expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'audience-not-found'])
      const without = await ask(app, id, { audienceId: 'donor' })
      expect(without.json()).toMatchObject({ code: 'audience-needs-donor' })
    })
  },
)

dbTest('a showing is kept for its hours, and gone when a later one is made', async ({ db, given }) => {
  await given.post({ name: 'Ghabou' })
  await withApp(db, async ({ app, anonymous }) => {
    const id = await briefingWith(app, [slide({ view: POSTS })])
    const { key } = await show(app, id)
    await db.run(sql`update showing set expires_at = now() - interval '1 minute'`)
    await db.run(sql`update briefing_snapshot set expires_at = now() - interval '1 minute'`)
    const headers = { 'x-borne-showing': key }
    const over = await anonymous.inject({ url: '/api/shared/presentation', headers })
    expect(over.statusCode).toBeGreaterThanOrEqual(400)
    await show(app, id)
    const { count } = await db.one<{ count: number }>(sql`
      select (select count(*) from showing) + (select count(*) from briefing_snapshot) as count`)
    expect(Number(count)).toBe(2)
  })
})
