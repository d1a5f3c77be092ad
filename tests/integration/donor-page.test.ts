import { expect } from 'vitest'
import { MadeShareLink, type SharedShowing, Showing } from '../../api/src/features/briefings/link-contract.ts'
import type { PostInput } from '../../api/src/features/posts/contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account, type GivenAccount } from '../support/given-account.ts'
import { roads } from '../support/given-roads.ts'
import { checkForm, checkInput, DONOR_VISIBILITY, LOGO_SVG } from '../support/given-visibility.ts'
import { begun, contract, record } from '../support/given-works.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { PHOTO } from '../support/photo.ts'

type App = TestApp['app']
type Db = DbTestContext['db']
interface Staged extends TestApp {
  readonly db: Db
  readonly donorId: string
  readonly maker: GivenAccount
  readonly office: App
}

const OF_DONOR = 'Poste du Fonds'
const OF_OTHER = 'Poste des autres'
const RUNNING: Partial<PostInput> = {
  positionConfidence: 'confirmed',
  physicalHistory: [{ status: 'operational', validFrom: '2025-01-06', progressPercent: null, note: '' }],
}

/** A donor with a post, a logo and a plaque, beside a post of another donor; and a coordinator who shares. */
async function atDonor({ db, given }: DbTestContext, work: (staged: Staged) => Promise<void>): Promise<void> {
  await given.region()
  await roads(db)
  const { id: postId } = await given.post({ name: OF_DONOR, ...RUNNING })
  const { id: otherId } = await given.post({ name: OF_OTHER, ...RUNNING })
  const { id: contractId, project } = await contract(db, postId)
  await record(db, contractId, begun())
  await contract(db, otherId)
  const { donorId } = await db.one<{ donorId: string }>(sql`
    select donor_id as "donorId" from donor_contribution where project_id = ${project.id}`)
  const maker = await account(db, { role: 'coordinator' })
  await withApp(db, async (test) => {
    const office = await test.as(maker)
    const put = (url: string, asked: object) => office.inject({ method: 'PUT', url, ...asked })
    await put(`/api/donors/${donorId}/visibility`, { payload: { ...DONOR_VISIBILITY, version: 0 } })
    await put(`/api/donors/${donorId}/logos/light`, checkForm({}, Buffer.from(LOGO_SVG)))
    const seen = { ...checkInput({ postId, donorId }), state: 'seen' }
    await put(`/api/visibility/checks/${crypto.randomUUID()}`, checkForm(seen, PHOTO))
    await work({ ...test, db, donorId, maker, office })
  })
}

const LONGEST_MS = 200_000
const lastDay = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
const open = (app: App, token: string) =>
  app.inject({
    method: 'POST',
    url: '/api/shared/open',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { token },
  })
const share = async (app: App, donorId: string) => {
  const payload = { audienceId: 'donor', lastDay }
  const answer = await app.inject({ method: 'POST', url: `/api/donors/${donorId}/links`, payload })
  expect(answer.statusCode, answer.body).toBe(201)
  const { url, link } = MadeShareLink.parse(answer.json())
  return { token: url.split('#')[1]!, link }
}
const showingOf = async (app: App, donorId: string, payload: object) => {
  const answer = await app.inject({ method: 'POST', url: `/api/donors/${donorId}/showings`, payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return Showing.parse(answer.json())
}
const allow = (db: Db, rules: object) =>
  db.run(sql`update audience set rules = rules || ${JSON.stringify(rules)}::jsonb where id = 'donor'`)

dbTest(
  'the page of a donor shows its posts alone, and what its audience may be told',
  async (context) => {
    await atDonor(context, async ({ db, office, donorId }) => {
      const { presentation, withheld } = await showingOf(office, donorId, {})
      expect(presentation).toMatchObject({
        isDashboard: true,
        title: { fr: 'Fonds', en: 'Fund' },
        audience: { kind: 'donor' },
        logos: [{ widthPixels: 1200, heightPixels: 600, scale: 0.8 }],
      })
      const titles = presentation.slides.map(({ title }) => title.en)
      expect(titles).toEqual(expect.arrayContaining(['The posts funded', 'Post by post']))
      // Neither money, nor coverage, nor plaques are in the rule of donors.
      expect(titles).not.toEqual(expect.arrayContaining(['Commitments and payments']))
      expect(titles).not.toEqual(expect.arrayContaining(['Visibility']))
      expect(presentation.slides.map(({ id }) => id)).toEqual(titles.map((_, index) => `s${index + 1}`))
      expect(withheld.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['amount-committed', 'visibility']),
      )
      const told = JSON.stringify(presentation)
      expect(told).toContain(OF_DONOR)
      expect(told).not.toContain(OF_OTHER)

      await allow(db, {
        fields: ['names', 'progress', 'dates', 'photos', 'money', 'population'],
        layers: ['border', 'posts', 'coverage', 'visibility'],
      })
      const more = (await showingOf(office, donorId, {})).presentation.slides
      expect(more.map(({ title }) => title.en)).toEqual([
        'The posts funded',
        'Post by post',
        'The border in reach of these posts',
        'Commitments and payments',
        'The contracts',
        'Visibility',
      ])
    })
  },
  LONGEST_MS,
)

dbTest(
  'a link to the page of a donor makes it anew, and closes with whoever made it',
  async (context) => {
    await atDonor(context, async ({ db, anonymous, office, donorId, maker }) => {
      const { token, link } = await share(office, donorId)
      expect(link).toMatchObject({ donorId, audienceId: 'donor' })
      const shown = async () => {
        const answer = await open(anonymous, token)
        expect(answer.statusCode, answer.body).toBe(200)
        return answer.json<SharedShowing>()
      }
      const picture = ({ key, presentation }: SharedShowing) =>
        anonymous.inject({
          url: `/api/shared/assets/${presentation.logos[0]!.asset}`,
          headers: { 'x-borne-showing': key },
        })
      const first = await shown()
      expect((await picture(first)).headers['content-type']).toBe('image/png')
      expect((await shown()).presentation.madeAt).toBe(first.presentation.madeAt)

      await db.run(sql`update border_post set name = 'Poste renommé' where name = ${OF_DONOR}`)
      expect(JSON.stringify((await shown()).presentation)).toContain(OF_DONOR)
      await db.run(sql`update share_link set snapshot_made_at = now() - interval '11 minutes'`)
      const anew = await shown()
      expect(JSON.stringify(anew.presentation)).toContain('Poste renommé')
      expect(anew.presentation.madeAt > first.presentation.madeAt).toBe(true)
      // Whoever had it open goes on looking.
      expect((await picture(first)).statusCode).toBe(200)

      const refused = async () => {
        const answer = await open(anonymous, token)
        return [answer.statusCode, answer.json<{ code: string }>().code]
      }
      const closed = [404, 'shared-not-open']
      for (const [change, back] of [
        [sql`role = 'viewer'`, sql`role = 'coordinator'`],
        [sql`left_at = now()`, sql`left_at = null`],
      ] as const) {
        await db.run(sql`update account set ${change} where id = ${maker.id}`)
        expect(await refused()).toEqual(closed)
        await db.run(sql`update account set ${back} where id = ${maker.id}`)
        await shown()
      }
      await db.run(sql`update audience set archived_at = now() where id = 'donor'`)
      await db.run(sql`update share_link set snapshot_made_at = now() - interval '11 minutes'`)
      expect(await refused()).toEqual(closed)
      await db.run(sql`update audience set archived_at = null where id = 'donor'`)

      const listed = (await office.inject(`/api/donors/${donorId}/links`)).json<{ items: { id: string }[] }>()
      expect(listed.items.map(({ id }) => id)).toEqual([link.id])
      const url = `/api/donors/${donorId}/links/${link.id}/revoke`
      expect((await office.inject({ method: 'POST', url })).statusCode).toBe(200)
      expect(await refused()).toEqual(closed)
      expect((await picture(anew)).statusCode).toBe(404)
      const unknown = await office.inject(`/api/donors/${crypto.randomUUID()}/links`)
      expect(unknown.json<{ code: string }>().code).toBe('donor-not-found')
    })
  },
  LONGEST_MS,
)
