import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { expect } from 'vitest'
import { loadDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import {
  DonorVisibilities,
  DonorVisibility,
  KeptLogo,
  VisibilityAudit,
  VisibilityCheck,
  VisibilityChecks,
} from '../../api/src/features/visibility/contract.ts'
import {
  loadDemonstrationVisibility,
  removeDemonstrationVisibility,
} from '../../api/src/features/visibility/load-demonstration.ts'
import { loadDemonstrationWorks } from '../../api/src/features/works/load-demonstration.ts'
import { loadDemonstrationAccounts } from '../../api/src/platform/access/demonstration-accounts.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { checkForm, checkInput, DONOR_VISIBILITY, LOGO_SVG } from '../support/given-visibility.ts'
import { contract } from '../support/given-works.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { PHOTO, webpChunks } from '../support/photo.ts'

type App = TestApp['app']
interface Staged extends TestApp {
  readonly postId: string
  readonly donorId: string
}

/** An operational post whose works one donor pays for. */
async function atPost({ db, given }: DbTestContext, work: (staged: Staged) => Promise<void>): Promise<void> {
  await given.region()
  const { id: postId } = await given.post({
    physicalHistory: [
      { status: 'under-works', validFrom: '2025-01-06', progressPercent: null, note: '' },
      { status: 'operational', validFrom: '2026-06-01', progressPercent: null, note: '' },
    ],
  })
  const { project } = await contract(db, postId)
  const { donorId } = await db.one<{ donorId: string }>(sql`
    select donor_id as "donorId" from donor_contribution where project_id = ${project.id}`)
  await withApp(db, (test) => work({ ...test, postId, donorId }))
}

const audit = async (app: App, search = '') =>
  VisibilityAudit.parse((await app.inject(`/api/visibility${search}`)).json()).items
const donors = async (app: App) =>
  DonorVisibilities.parse((await app.inject('/api/donors/visibility')).json()).items
const tell = (app: App, input: object, { id = randomUUID(), photo }: { id?: string; photo?: Buffer } = {}) =>
  app.inject({ method: 'PUT', url: `/api/visibility/checks/${id}`, ...checkForm(input, photo) })
const codeOf = (answer: Awaited<ReturnType<App['inject']>>) => answer.json<{ code: string }>().code
const put = (app: App, url: string, payload: object) => app.inject({ method: 'PUT', url, payload })
const uploadLogo = (app: App, donorId: string, content: string | Buffer, ground = 'light') =>
  app.inject({
    method: 'PUT',
    url: `/api/donors/${donorId}/logos/${ground}`,
    ...checkForm({}, Buffer.from(content)),
  })
const storedFiles = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

dbTest(
  'what is seen of a plaque is told by post and donor, with its photo, and what is due',
  async (context) => {
    await atPost(context, async ({ app, postId, donorId }) => {
      expect(await audit(app)).toMatchObject([
        { postId, donorId, due: 'plaque', state: 'unknown', checks: [] },
      ])
      const input = checkInput({ postId, donorId }, 'Socle vide')
      const id = randomUUID()
      const first = await tell(app, input, { id, photo: PHOTO })
      expect(first.statusCode).toBe(201)
      const check = VisibilityCheck.parse(first.json())
      expect(check).toMatchObject({ ...input, photo: { widthPixels: 2048, heightPixels: 1024 } })
      // Sent twice, kept once; something else under the same id is refused.
      expect((await tell(app, input, { id, photo: PHOTO })).statusCode).toBe(200)
      expect(codeOf(await tell(app, { ...input, state: 'seen' }, { id, photo: PHOTO }))).toBe(
        'visibility-check-id-taken',
      )
      expect(codeOf(await tell(app, input, { id }))).toBe('visibility-check-id-taken')

      const [missing] = await audit(app)
      expect(missing).toMatchObject({ state: 'missing', seenOn: '2026-10-01', checks: [{ id }] })
      const picture = await app.inject(`/api/visibility/checks/${id}/photo/thumbnail`)
      expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/webp'])
      expect(webpChunks(picture.rawPayload)).not.toContain('EXIF')

      await tell(app, { ...input, state: 'seen', seenOn: '2026-10-20', note: '' })
      await tell(app, { ...input, what: 'sticker', state: 'damaged', seenOn: '2026-10-21', note: '' })
      await tell(app, { ...input, what: 'sign', state: 'missing', seenOn: '2026-10-22', note: '' })
      // The sign is of works that are over.
      expect(await audit(app)).toMatchObject([{ state: 'damaged', seenOn: '2026-10-21' }])
      const history = VisibilityChecks.parse(
        (await app.inject(`/api/visibility/checks?postId=${postId}&donorId=${donorId}`)).json(),
      ).items
      expect(history.map(({ seenOn }) => seenOn)).toEqual([
        '2026-10-22',
        '2026-10-21',
        '2026-10-20',
        '2026-10-01',
      ])
      // On that day the post was under works, and nothing had been told of it yet.
      expect(await audit(app, '?on=2026-05-01')).toMatchObject([
        { due: 'sign', state: 'unknown', checks: [] },
      ])
      expect(await audit(app, '?state=seen')).toEqual([])

      const csv = (await app.inject('/api/exports/visibility.csv')).body
      expect(csv.split('\r\n')[1]).toContain(
        ',plaque,damaged,2026-10-21,seen,2026-10-20,missing,2026-10-22,damaged,',
      )
    })
  },
)

dbTest('what is told of a plaque is judged before it is kept', async (context) => {
  await atPost(context, async ({ app, filesDir, postId, donorId, as }) => {
    const { db, given } = context
    const input = checkInput({ postId, donorId })
    const other = await given.post({ name: 'Sans travaux' })
    expect(codeOf(await tell(app, { ...input, postId: other.id }, { photo: PHOTO }))).toBe(
      'visibility-donor-not-of-post',
    )
    expect(codeOf(await tell(app, { ...input, postId: randomUUID() }))).toBe('post-not-found')
    expect(codeOf(await tell(app, { ...input, seenOn: '2999-01-01' }))).toBe('visibility-seen-in-future')
    expect(codeOf(await tell(app, { ...input, state: 'gone' }))).toBe('validation-failed')
    expect(codeOf(await tell(app, { ...input, note: 'x'.repeat(1001) }))).toBe('validation-failed')
    expect(codeOf(await tell(app, input, { photo: Buffer.from('x') }))).toBe('photo-format-unsupported')
    expect(await storedFiles(filesDir)).toEqual([])
    expect(await audit(app)).toMatchObject([{ state: 'unknown' }])

    await tell(app, input)
    const change = (text: ReturnType<typeof sql>) => db.run(sql`savepoint s`).then(() => db.run(text))
    await expect(change(sql`update visibility_check set state = 'seen'`)).rejects.toThrow('append-only')
    await db.run(sql`rollback to savepoint s`)
    await expect(change(sql`delete from visibility_check`)).rejects.toThrow('append-only')
    await db.run(sql`rollback to savepoint s`)
    const journal = await db.many(sql`
      select detail from audit_event where subject = 'visibility-check'`)
    expect(journal).toHaveLength(1)

    const focal = await as(await account(db, { role: 'focal-point' }))
    expect(await audit(focal)).toHaveLength(1)
    await db.run(sql`update border_post set sub_office_id = 'bassikounou' where id = ${postId}`)
    expect(await audit(focal)).toEqual([])
  })
})

dbTest('a donor is named, ranked and given logos that are never stretched', async (context) => {
  await atPost(context, async ({ app, donorId, filesDir, as }) => {
    const { db } = context
    const [unsaid] = await donors(app)
    expect(unsaid).toMatchObject({ donorId, rank: 1, version: 0, logos: [] })
    expect(unsaid!.credit.fr).toBe(`Financement : ${unsaid!.names.fr}`)
    const url = `/api/donors/${donorId}/visibility`
    const said = await put(app, url, { ...DONOR_VISIBILITY, version: 0 })
    expect(DonorVisibility.parse(said.json())).toMatchObject({ ...DONOR_VISIBILITY, version: 1 })
    for (const version of [0, 2])
      expect(codeOf(await put(app, url, { ...DONOR_VISIBILITY, version }))).toBe(
        'donor-visibility-changed-meanwhile',
      )
    expect(
      codeOf(await put(app, `/api/donors/${randomUUID()}/visibility`, { ...DONOR_VISIBILITY, version: 0 })),
    ).toBe('donor-not-found')

    const drawn = KeptLogo.parse(
      (
        await uploadLogo(app, donorId, LOGO_SVG.replace('<circle', '<script>alert(1)</script><circle'))
      ).json(),
    )
    expect(drawn.leftOut).toEqual(['script'])
    expect(drawn.donor.logos).toMatchObject([
      { ground: 'light', widthPixels: 1200, heightPixels: 600, hasSvg: true },
    ])
    const svg = await app.inject(`/api/donors/${donorId}/logos/light/svg`)
    expect(svg.headers['content-type']).toBe('image/svg+xml')
    expect(svg.headers['content-security-policy']).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    expect(svg.headers['x-content-type-options']).toBe('nosniff')
    expect(svg.body).not.toContain('script')
    const png = await app.inject(`/api/donors/${donorId}/logos/light/png`)
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG')

    const pixels = KeptLogo.parse((await uploadLogo(app, donorId, PHOTO, 'dark')).json())
    expect(
      pixels.donor.logos.map(({ ground, widthPixels, heightPixels, hasSvg }) => ({
        ground,
        widthPixels,
        heightPixels,
        hasSvg,
      })),
    ).toEqual([
      { ground: 'light', widthPixels: 1200, heightPixels: 600, hasSvg: true },
      { ground: 'dark', widthPixels: 1200, heightPixels: 600, hasSvg: false },
    ])
    expect(codeOf(await app.inject(`/api/donors/${donorId}/logos/dark/svg`))).toBe('logo-not-found')
    const kept = await storedFiles(filesDir)
    for (const [content, code] of [
      ['GIF89a...', 'logo-format-unsupported'],
      [PHOTO.subarray(0, 2000), 'logo-broken'],
      [LOGO_SVG.replace('<circle', '<text>a</text><circle'), 'logo-svg-letters'],
      [LOGO_SVG.replace('viewBox="0 0', 'viewBox="900 0'), 'logo-empty'],
      ['x'.repeat(3_000_000), 'body-too-large'],
    ] as const)
      expect(codeOf(await uploadLogo(app, donorId, content as string)), code).toBe(code)
    expect(await storedFiles(filesDir)).toEqual(kept)

    const dropped = await app.inject({ method: 'DELETE', url: `/api/donors/${donorId}/logos/dark` })
    expect(DonorVisibility.parse(dropped.json()).logos).toHaveLength(1)
    expect(codeOf(await app.inject({ method: 'DELETE', url: `/api/donors/${donorId}/logos/dark` }))).toBe(
      'logo-not-found',
    )
    const journal = await db.many<{ action: string }>(sql`
      select detail ->> 'action' as action from audit_event where subject in ('donor-logo', 'donor-visibility') order by seq`)
    expect(journal.map(({ action }) => action)).toEqual(['created', 'created', 'created', 'removed'])
    const focal = await as(await account(db, { role: 'focal-point' }))
    expect(await donors(focal)).toHaveLength(1)
    expect((await put(focal, url, { ...DONOR_VISIBILITY, version: 1 })).statusCode).toBe(403)
  })
})

dbTest('donors stand in the order that they were put in', async (context) => {
  await atPost(context, async ({ app, donorId: first, postId }) => {
    const { db } = context
    await contract(db, postId)
    const second = (await donors(app)).map(({ donorId }) => donorId).find((id) => id !== first)!
    const order = async (donorIds: readonly string[]) => put(app, '/api/donors/order', { donorIds })
    for (const donorIds of [
      [second, first],
      [first, second],
    ]) {
      const { items } = DonorVisibilities.parse((await order(donorIds)).json())
      expect(items.map(({ donorId, rank }) => [donorId, rank])).toEqual(
        donorIds.map((id, at) => [id, at + 1]),
      )
    }
    for (const donorIds of [[first], [first, first], [first, second, randomUUID()]])
      expect(codeOf(await order(donorIds))).toBe('donor-order-incomplete')
  })
})

dbTest(
  'fictional donors are loaded once with their logos, and go with the demonstration',
  async ({ db, given }) => {
    await given.region()
    await withApp(db, async ({ app, filesDir }) => {
      await loadDemonstration(db)
      await loadDemonstrationAccounts(db)
      await loadDemonstrationWorks(db)
      expect(await loadDemonstrationVisibility(db, filesDir)).toEqual({ donors: 4, checks: 22 })
      expect(await loadDemonstrationVisibility(db, filesDir)).toEqual({ donors: 0, checks: 0 })
      const shown = await donors(app)
      expect(shown.map(({ code, logos }) => [code, logos.length])).toEqual([
        ['FRV', 2],
        ['AHZ', 2],
        ['IKK', 2],
        ['CFA', 2],
      ])
      expect(await storedFiles(filesDir)).toHaveLength(16)
      const items = await audit(app)
      // Twelve posts of two donors each, four of one.
      expect(items).toHaveLength(28)
      expect(items.every(({ isDemonstration }) => isDemonstration)).toBe(true)
      const states = Map.groupBy(items, ({ state }) => state)
      expect([...states.keys()]).toEqual(['missing', 'wrong', 'damaged', 'unknown', 'seen'])
      const csv = await app.inject('/api/exports/visibility.csv')
      expect(csv.headers['content-disposition']).toContain('-DEMONSTRATION')
      await removeDemonstrationVisibility(db)
      expect((await audit(app)).every(({ checks }) => checks.length === 0)).toBe(true)
    })
  },
)
