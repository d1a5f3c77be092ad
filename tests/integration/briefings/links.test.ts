import { expect } from 'vitest'
import {
  MadeShareLink,
  RefreshedShareLink,
  SHOWING_HEADER,
  ShareLinks,
} from '../../../api/src/features/briefings/link-contract.ts'
import type { Slide } from '../../../api/src/features/briefings/slide-contract.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { dbTest } from '../../support/db-test.ts'
import { slide } from '../../support/given-briefing.ts'
import { post, SELIBABY } from '../../support/given-post.ts'
import { contract } from '../../support/given-works.ts'
import { type TestApp, withApp } from '../../support/inject-app.ts'

type App = TestApp['app']
/** Facts are gathered from many routes. */
const LONGEST_MS = 180_000
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function briefingWith(app: App, slides: readonly Slide[]): Promise<string> {
  const title = { fr: 'Visite', en: 'Visit' }
  const begun = (await app.inject({ method: 'POST', url: '/api/briefings', payload: { title } })).json()
  const payload = { title, donorId: null, slides, version: begun.version }
  const saved = await app.inject({ method: 'PUT', url: `/api/briefings/${begun.id}`, payload })
  expect(saved.statusCode, saved.body).toBe(200)
  return begun.id
}

function linksOf(app: App, briefingId: string) {
  const url = `/api/briefings/${briefingId}/links`
  const send = (path = '', payload: object = {}) =>
    app.inject({ method: 'POST', url: `${url}${path}`, payload })
  const make = async (more: object = {}) => {
    const answer = await send('', { audienceId: 'public', lastDay: dayIn(7), ...more })
    expect(answer.statusCode, answer.body).toBe(201)
    return MadeShareLink.parse(answer.json())
  }
  const list = async () => ShareLinks.parse((await app.inject(url)).json()).items
  return { send, make, list }
}

const open = (app: App, url: string) =>
  app.inject({ method: 'POST', url: '/api/shared/open', payload: { token: new URL(url).hash.slice(1) } })

dbTest(
  'a link shows its audience what the rules name, until it is revoked',
  async ({ db }) => {
    const shown = await post(db, {
      name: 'Gouraye',
      aliases: [{ name: 'Gourel', language: 'fr' }],
      physicalHistory: OPERATIONAL,
    })
    await post(db, { name: 'Wompou', position: [-12.5, 15.3] })
    await contract(db, shown.id, { amountMinor: 123_456_700 })
    await withApp(db, async ({ app, anonymous }) => {
      const body = { fr: 'Gouraye et Wompou, 1 234 567 MRU', en: `At ${SELIBABY[1]}, ${SELIBABY[0]}` }
      const view = {
        camera: { center: SELIBABY, zoom: 17 },
        layers: ['posts' as const],
        selectedPostId: shown.id,
        href: `/posts/${shown.id}`,
      }
      const content = { kind: 'table', table: 'posts' } as const
      const briefingId = await briefingWith(app, [slide({ body, notes: 'Secret', view, content })])
      const { make, list, send } = linksOf(app, briefingId)
      const made = await make({ label: 'Presse' })
      expect(made.withheld).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ what: 'post', count: 1, why: 'not-operational' }),
          expect.objectContaining({ what: 'name-in-text', count: 1 }),
          expect.objectContaining({ what: 'notes', count: 1 }),
          expect.objectContaining({ what: 'precision', why: 'coarse-positions' }),
        ]),
      )
      const opened = await open(anonymous, made.url)
      expect(opened.statusCode, opened.body).toBe(200)
      const told = opened.body
      for (const secret of ['Wompou', 'Gourel', '1 234', 'Secret', '15.157', '15.158', '12.184', '12.185'])
        expect(told.includes(secret), secret).toBe(false)
      expect(told).toContain('Gouraye et ▮▮▮, ▮▮▮')
      expect(told).not.toMatch(UUID)
      expect(JSON.stringify(await list())).not.toContain(new URL(made.url).hash.slice(1))
      const { key } = opened.json<{ key: string }>()
      const withKey = () =>
        anonymous.inject({ url: '/api/shared/presentation', headers: { [SHOWING_HEADER]: key } })
      expect((await withKey()).statusCode).toBe(200)
      expect(await list()).toMatchObject([
        { label: 'Presse', openedCount: 1, hasPassphrase: false, revokedAt: null },
      ])

      const revoked = await send(`/${made.link.id}/revoke`)
      expect([revoked.statusCode, revoked.json().revokedAt !== null]).toEqual([200, true])
      expect([(await withKey()).statusCode, (await open(anonymous, made.url)).statusCode]).toEqual([404, 404])
      expect((await send(`/${made.link.id}/refresh`)).json().code).toBe('share-link-over')
      expect(await db.many(sql`select id from briefing_snapshot`)).toEqual([])
      const lines = await db.many<{ detail: object }>(sql`
      select detail from audit_event where subject = 'share-link' and subject_id = ${made.link.id} order by seq`)
      expect(lines.map(({ detail }) => detail)).toEqual([
        { action: 'created', audienceId: 'public' },
        {},
        { action: 'revoked' },
      ])
    })
  },
  LONGEST_MS,
)

dbTest(
  'a link shows its snapshot: what changes later is told once it is refreshed',
  async ({ db }) => {
    const shown = await post(db, { name: 'Gouraye', physicalHistory: OPERATIONAL })
    await withApp(db, async ({ app, anonymous }) => {
      const view = { camera: { center: SELIBABY, zoom: 9 }, layers: ['posts' as const] }
      const briefingId = await briefingWith(app, [slide({ view })])
      const { make, send } = linksOf(app, briefingId)
      const { url, link } = await make()
      const before = (await open(anonymous, url)).json<{ presentation: object; key: string }>()
      expect(JSON.stringify(before)).toContain('Gouraye')
      const { version } = (await app.inject(`/api/posts/${shown.id}`)).json()
      const renamed = await app.inject({
        method: 'PATCH',
        url: `/api/posts/${shown.id}`,
        payload: { version, name: 'Autre' },
      })
      expect(renamed.statusCode).toBe(200)
      expect((await open(anonymous, url)).json<{ presentation: object }>().presentation).toEqual(
        before.presentation,
      )
      const refreshed = await send(`/${link.id}/refresh`)
      RefreshedShareLink.parse(refreshed.json())
      expect((await open(anonymous, url)).body).toContain('Autre')
      const old = await anonymous.inject({
        url: '/api/shared/presentation',
        headers: { [SHOWING_HEADER]: before.key },
      })
      expect(old.statusCode).toBe(404)
    })
  },
  LONGEST_MS,
)

dbTest(
  'a link has a day that is not past, an audience that is there, and a donor where it is theirs',
  async ({ db }) => {
    await withApp(db, async ({ app }) => {
      const briefingId = await briefingWith(app, [slide()])
      const { send, make } = linksOf(app, briefingId)
      const codeOf = async (more: object) =>
        (await send('', { audienceId: 'public', lastDay: dayIn(7), ...more })).json<{ code: string }>().code
      expect(await codeOf({ lastDay: dayIn(-1) })).toBe('share-day-refused')
      expect(await codeOf({ lastDay: dayIn(367) })).toBe('share-day-refused')
      expect(await codeOf({ audienceId: 'personne' })).toBe('audience-not-found')
      expect(await codeOf({ audienceId: 'donor' })).toBe('audience-needs-donor')
      expect(await codeOf({ audienceId: 'donor', donorId: briefingId })).toBe('briefing-donor-unknown')
      expect(await codeOf({ embedOrigins: ["https://a.example'; script-src *"] })).toBe('validation-failed')
      await app.inject({ method: 'POST', url: '/api/audiences/public/archive' })
      expect(await codeOf({})).toBe('audience-archived')
      await app.inject({ method: 'POST', url: '/api/audiences/public/restore' })
      expect((await make({ lastDay: dayIn(0), embedOrigins: ['https://a.example'] })).embedUrl).toMatch(
        /\/embed\/[0-9a-f-]{36}#/,
      )
      await app.inject({ method: 'POST', url: `/api/briefings/${briefingId}/archive` })
      expect(await codeOf({})).toBe('briefing-archived')
    })
  },
  LONGEST_MS,
)

const OPERATIONAL = [
  { status: 'operational' as const, validFrom: '2025-01-06', progressPercent: null, note: '' },
]

dbTest('text that cannot be stored is refused by the name of its field', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const { send, list } = linksOf(app, await briefingWith(app, [slide()]))
    const half = '\ud800'
    const audience = { kind: 'public', names: { fr: 'Visiteurs', en: half }, rules: {} }
    const answers = [
      await app.inject({ method: 'POST', url: '/api/audiences', payload: audience }),
      await send('', { audienceId: 'public', lastDay: dayIn(7), label: 'a\0b' }),
      await send('', { audienceId: 'public', lastDay: dayIn(7), passphrase: `une phrase ${half}` }),
    ]
    const told = answers.map((answer) => [
      answer.statusCode,
      answer.json().code,
      answer.json().errors[0].field,
    ])
    expect(told).toEqual([
      [400, 'text-not-storable', 'names.en'],
      [400, 'text-not-storable', 'label'],
      [400, 'text-not-storable', 'passphrase'],
    ])
    expect(await list()).toEqual([])
  })
})
