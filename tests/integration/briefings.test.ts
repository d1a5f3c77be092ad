import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import {
  Briefing,
  BriefingAtVersion,
  Briefings,
  BriefingVersions,
} from '../../api/src/features/briefings/contract.ts'
import {
  loadDemonstrationBriefings,
  removeDemonstrationBriefings,
} from '../../api/src/features/briefings/load-demonstration.ts'
import { loadDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { loadDemonstrationWorks } from '../../api/src/features/works/load-demonstration.ts'
import { loadDemonstrationAccounts } from '../../api/src/platform/access/demonstration-accounts.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { slide } from '../support/given-briefing.ts'
import { post } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

const URL = '/api/briefings'
const TITLE = { fr: 'Visite', en: 'Visit' }

function senderOf(app: TestApp['app']) {
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const answer = await app.inject({ method, url: `${URL}${path}`, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  const begin = async (facts: object = {}) => {
    const begun = await send('POST', '', { title: TITLE, ...facts })
    expect(begun.status).toBe(201)
    return Briefing.parse(begun.body)
  }
  const change = (briefing: Briefing, facts: object) => {
    const { title, donorId, slides, version } = briefing
    return send('PUT', `/${briefing.id}`, { title, donorId, slides, version, ...facts })
  }
  return { send, begin, change }
}

/** As if everything saved so far were older than what one version holds. */
const letTimePass = (db: DbTestContext['db']) =>
  db.run(sql`update briefing_version set begun_at = begun_at - interval '6 minutes'`)

dbTest('a briefing is begun, saved on its version, copied, archived and put back', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const { send, begin, change } = senderOf(app)
    const briefing = await begin()
    expect(briefing).toMatchObject({ title: TITLE, slides: [], version: 1, isArchived: false, donorId: null })
    const slides = [slide(), slide({ title: { fr: 'Seconde', en: '' } })]
    const changed = Briefing.parse((await change(briefing, { slides })).body)
    expect(changed).toMatchObject({ version: 2, slides })
    const stale = await change(briefing, { slides: [] })
    expect([stale.status, stale.body.code]).toEqual([409, 'briefing-changed-meanwhile'])
    expect(stale.body.detail).toMatch(/version 1 .*version 2/)
    expect(stale.body.extra.current).toMatchObject({ version: 2, slides })

    const added = Briefing.parse((await send('POST', `/${briefing.id}/slides`, { slide: slides[0] })).body)
    expect(added.slides).toHaveLength(3)
    expect(new Set(added.slides.map(({ id }) => id)).size).toBe(3)

    const copy = await send('POST', `/${briefing.id}/duplicate`)
    expect([copy.status, copy.body.title, copy.body.version]).toEqual([
      201,
      { fr: 'Copie de Visite', en: 'Copy of Visit' },
      1,
    ])
    expect(copy.body.slides).toEqual(added.slides)

    expect((await send('POST', `/${briefing.id}/archive`)).body.isArchived).toBe(true)
    const listed = async (query: string) => Briefings.parse((await send('GET', query)).body).items
    expect((await listed('')).map(({ id }) => id)).toEqual([copy.body.id])
    expect((await listed('?includeArchived=true')).map(({ id, slideCount }) => [id, slideCount])).toEqual([
      [copy.body.id, 3],
      [briefing.id, 3],
    ])
    const refused = await change(added, { slides: [] })
    expect([refused.status, refused.body.code]).toEqual([409, 'briefing-archived'])
    expect((await send('POST', `/${briefing.id}/restore`)).body.isArchived).toBe(false)
    expect((await change(added, { slides: [] })).body.version).toBe(4)
    const nowhere = await send('GET', `/${randomUUID()}`)
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'briefing-not-found'])
  })
})

dbTest(
  'what one person saves within five minutes is one version, and each can be restored',
  async ({ db }) => {
    const colleague = await account(db, { role: 'coordinator' })
    await withApp(db, async ({ app, as }) => {
      const { send, begin, change } = senderOf(app)
      const versionsOf = async ({ id }: Briefing) =>
        BriefingVersions.parse((await send('GET', `/${id}/versions`)).body).items
      const save = async (briefing: Briefing, slideCount: number, sender = change) => {
        const slides = Array.from({ length: slideCount }, () => slide())
        return Briefing.parse((await sender(briefing, { slides })).body)
      }
      let briefing = await save(await save(await begin(), 1), 2)
      expect(await versionsOf(briefing)).toMatchObject([{ version: 3, slideCount: 2, title: TITLE }])
      await letTimePass(db)
      briefing = await save(briefing, 3)
      briefing = await save(briefing, 4, senderOf(await as(colleague)).change)
      const versions = await versionsOf(briefing)
      expect(versions.map(({ version, slideCount }) => [version, slideCount])).toEqual([
        [5, 4],
        [4, 3],
        [3, 2],
      ])
      expect(versions[0]?.savedBy).toBe(`Compte ${colleague.email}`)

      const early = BriefingAtVersion.parse((await send('GET', `/${briefing.id}/versions/3`)).body)
      expect(early.slides).toHaveLength(2)
      const restored = await send('POST', `/${briefing.id}/versions/3/restore`)
      expect([restored.body.version, restored.body.slides]).toEqual([6, early.slides])
      expect((await versionsOf(briefing)).map(({ version }) => version)).toEqual([6, 5, 4, 3])
      const gone = await send('GET', `/${briefing.id}/versions/2`)
      expect([gone.status, gone.body.code]).toEqual([404, 'briefing-version-not-found'])
    })
  },
)

dbTest('a briefing that cannot be kept is refused in words that name slide and field', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const { begin, change, send } = senderOf(app)
    const briefing = await begin()
    const many = await change(briefing, { slides: Array.from({ length: 500 }, () => slide()) })
    expect([many.status, many.body.code]).toEqual([422, 'briefing-too-many-slides'])
    expect(many.body.detail).toMatch(/500 .* 200 /)

    const [postId, photoId] = [randomUUID(), randomUUID()]
    const view = { camera: { center: [-12, 15] as [number, number], zoom: 9 }, layers: [], hide: [] }
    const refused = await change(briefing, {
      slides: [
        slide({ id: 'a' }),
        { ...slide({ id: 'a' }), notes: 'x'.repeat(8001) },
        { ...slide(), body: { fr: 'x'.repeat(200_000), en: '' } },
        slide({ view: { ...view, selectedPostId: postId } }),
        slide({ content: { kind: 'photo', photo: { of: 'works', id: photoId } } }),
      ],
    })
    expect([refused.status, refused.body.code]).toEqual([422, 'briefing-refused'])
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'slides.1.notes',
      'slides.2.body.fr',
      'slides.1.id',
      'slides.3.view.selectedPostId',
      'slides.4.content.photo',
    ])
    const words = refused.body.errors.map(({ message }: { message: string }) => message)
    expect(words[1]).toBe('Vue 3, texte (français)\u202f: 200000 caractères\u202f; 8000 au plus.')
    expect(words[3]).toContain(postId)

    const donorId = randomUUID()
    const unknown = await send('POST', '', { title: TITLE, donorId })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'briefing-donor-unknown'])
    const half = await change(briefing, { slides: [slide(), { ...slide(), notes: '\ud800' }] })
    expect([half.status, half.body.errors[0].field]).toEqual([400, 'slides.1'])
    const huge = await change(briefing, { slides: [{ ...slide(), notes: 'x'.repeat(13 * 1_048_576) }] })
    expect([huge.status, huge.body.code, huge.body.detail]).toEqual([
      413,
      'body-too-large',
      'L’envoi dépasse la limite de 12 Mo.',
    ])
    const long = await change(briefing, { title: { fr: 'x'.repeat(201), en: '' } })
    expect(long.body.errors[0].field).toBe('title.fr')
    expect(Briefing.parse((await send('GET', `/${briefing.id}`)).body)).toEqual(briefing)
  })
})

dbTest(
  'a slide may name a post that is archived, and one that has gone since it was named',
  async ({ db }) => {
    const { id: archived } = await post(db, { name: 'Archivé' })
    const { id: leaving } = await post(db, { name: 'Parti', position: [-12.5, 15.2] })
    await db.run(sql`update border_post set archived_at = now() where id = ${archived}`)
    await withApp(db, async ({ app }) => {
      const { begin, change } = senderOf(app)
      const view = {
        camera: { center: [-12, 15] as [number, number], zoom: 9 },
        layers: [],
        posts: { postIds: [archived, leaving] },
      }
      const slides = [slide({ view })]
      const kept = Briefing.parse((await change(await begin(), { slides })).body)
      expect(kept.version).toBe(2)
      await db.run(sql`delete from border_post where id = ${leaving}`)
      const again = await change(kept, { slides: [...slides, slide()] })
      expect([again.status, again.body.version]).toEqual([200, 3])
    })
  },
)

dbTest('a focal point sees the briefings of the own sub-office alone', async ({ db }) => {
  const [one, other, colleague] = [
    await account(db, { role: 'focal-point' }),
    await account(db, { role: 'focal-point' }),
    await account(db),
  ]
  await withApp(db, async ({ as }) => {
    const mine = await senderOf(await as(one)).begin()
    const ofTheCapital = await senderOf(await as(colleague)).begin()
    const { send, change } = senderOf(await as(other))
    expect((await send('GET', '')).body.items.map(({ id }: { id: string }) => id)).toEqual([mine.id])
    expect((await change(mine, { slides: [slide()] })).status).toBe(200)
    const hidden = await change(ofTheCapital, { slides: [] })
    expect([hidden.status, hidden.body.code]).toEqual([404, 'briefing-not-found'])
    for (const path of ['/versions', '/versions/1'])
      expect((await send('GET', `/${ofTheCapital.id}${path}`)).status, path).toBe(404)
  })
})

dbTest('the demonstration has one briefing for a donor, which stays as people left it', async ({ db }) => {
  await region(db)
  await loadDemonstration(db)
  await loadDemonstrationAccounts(db)
  expect(await loadDemonstrationBriefings(db), 'without its donor').toEqual({ added: 0 })
  await loadDemonstrationWorks(db)
  expect(await loadDemonstrationBriefings(db)).toEqual({ added: 1 })
  await withApp(db, async ({ app }) => {
    const { send, change } = senderOf(app)
    const { items } = Briefings.parse((await send('GET', '')).body)
    expect(items).toHaveLength(1)
    for (const { id } of items) {
      const briefing = Briefing.parse((await send('GET', `/${id}`)).body)
      expect(briefing).toMatchObject({ isDemonstration: true, version: 1 })
      expect(JSON.stringify(briefing)).not.toContain('@')
      expect((await change(briefing, { title: { fr: 'Autre', en: '' } })).status).toBe(200)
    }
    expect(await loadDemonstrationBriefings(db)).toEqual({ added: 0 })
  })
  await removeDemonstrationBriefings(db)
  expect(await db.many(sql`select id from briefing`)).toEqual([])
})
