import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { buildApp } from '../../../api/src/app.ts'
import { SHOWING_HEADER } from '../../../api/src/features/briefings/link-contract.ts'
import { newToken, sha256 } from '../../../api/src/platform/access/tokens.ts'
import { openBackups } from '../../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../../api/src/platform/config.ts'
import type { Db } from '../../../api/src/platform/db.ts'
import { filePath } from '../../../api/src/platform/photos/store-file.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { dataFolderForFile } from '../../support/access-stage.ts'
import { dbTest, dbTestOn } from '../../support/db-test.ts'
import { briefingAt } from '../../support/given-briefing.ts'
import { linkTo, presentation } from '../../support/given-share.ts'
import { type TestApp, withApp } from '../../support/inject-app.ts'
import { PHOTO } from '../../support/photo.ts'
import { giveBasemap } from '../../support/region-template.ts'

type App = TestApp['app']
const WITH_BASEMAP_MS = 120_000
const open = (app: App, token: string, more: object = {}) =>
  app.inject({ method: 'POST', url: '/api/shared/open', payload: { token, ...more } })
const withKey = (app: App, url: string, key: string) =>
  app.inject({ url, headers: { [SHOWING_HEADER]: key } })

dbTest('whoever has the address sees what the link shows, and it is counted', async ({ db }) => {
  await withApp(db, async ({ anonymous, filesDir }) => {
    const sha = sha256('photo')
    const path = filePath(filesDir, sha)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, PHOTO)
    const shown = presentation({ title: { fr: 'Poste', en: 'Post' } })
    const assets = [{ name: 'a1.webp', mediaType: 'image/webp', sha256: sha }]
    const { token, linkId } = await linkTo(db, await briefingAt(db, 'selibaby'), { shown, assets })
    const opened = await open(anonymous, token)
    expect(opened.statusCode, opened.body).toBe(200)
    expect(opened.json().presentation).toEqual(shown)
    const { key } = opened.json<{ key: string }>()
    expect((await withKey(anonymous, '/api/shared/presentation', key)).json()).toEqual(shown)
    const picture = await withKey(anonymous, '/api/shared/assets/a1.webp', key)
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/webp'])
    expect(picture.rawPayload.equals(PHOTO)).toBe(true)
    for (const answer of [opened, picture, await open(anonymous, newToken())])
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      })
    expect(picture.headers.etag).toBeUndefined()
    const counted = await db.one(sql`
      select opened_count as opened, last_opened_at is not null as "isDated" from share_link where id = ${linkId}`)
    expect(counted).toEqual({ opened: 1, isDated: true })
    const lines = await db.many(sql`
      select action, subject, detail from audit_event where subject_id = ${linkId} order by seq`)
    expect(lines).toEqual([{ action: 'read', subject: 'share-link', detail: {} }])
  })
})

/** What closes a link, by its words. */
const CLOSED: Readonly<Record<string, (db: Db, linkId: string) => Promise<unknown>>> = {
  'it was revoked': (db, id) => db.run(sql`update share_link set revoked_at = now() where id = ${id}`),
  'its last day is over': (db, id) =>
    db.run(sql`update share_link set expires_at = now() - interval '1 second' where id = ${id}`),
  'its briefing is archived': (db) => db.run(sql`update briefing set archived_at = now()`),
}

dbTest(
  'a link that is closed is not told from one that never was, nor by what is asked of the database',
  async ({ db }) => {
    await withApp(counting(db), async ({ anonymous }) => {
      const answerTo = async (token: string, more: object = {}) => {
        const from = asked.length
        const { statusCode, headers, body } = await open(anonymous, token, more)
        const { date: _, 'content-length': __, ...kept } = headers
        const bare = body.replace(/"requestId":"[^"]*"/, '')
        return { statusCode, kept, bare, asked: asked.slice(from) }
      }
      const never = await answerTo(newToken())
      expect(never.statusCode).toBe(404)
      expect(never.asked.length).toBeGreaterThan(0)
      for (const [why, close] of Object.entries(CLOSED)) {
        for (const facts of [{}, { passphrase: 'trois mots secrets' }]) {
          const { token, linkId, key } = await linkTo(db, await briefingAt(db, 'selibaby'), facts)
          expect((await withKey(anonymous, '/api/shared/presentation', key)).statusCode).toBe(200)
          await close(db, linkId)
          expect(await answerTo(token), why).toEqual(never)
          expect(await answerTo(token, facts), why).toEqual(never)
          const gone = await withKey(anonymous, '/api/shared/presentation', key)
          const unknown = await withKey(anonymous, '/api/shared/presentation', newToken())
          expect(withoutRequest(gone.body), why).toEqual(withoutRequest(unknown.body))
          expect(gone.statusCode).toBe(404)
          await db.run(sql`update briefing set archived_at = null`)
        }
      }
    })
  },
)

const withoutRequest = (body: string) => body.replace(/"requestId":"[^"]*"/, '')

/** The texts of the questions that were asked of the database, without their values. */
const asked: string[] = []
function counting(db: Db): Db {
  const note =
    <Asked extends { text: string }, T>(ask: (query: Asked) => T) =>
    (query: Asked) => {
      asked.push(query.text.replace(/\s+/g, ' '))
      return ask(query)
    }
  return {
    ...db,
    many: note(db.many),
    one: note(db.one),
    maybeOne: note(db.maybeOne),
    run: note(db.run),
  } as Db
}

dbTest('a passphrase is asked for, and guesses are slowed down', async ({ db }) => {
  await withApp(db, async ({ anonymous }) => {
    const passphrase = 'trois mots secrets'
    const { token } = await linkTo(db, await briefingAt(db, 'selibaby'), { passphrase })
    const codeOf = async (more: object) => {
      const answer = await open(anonymous, token, more)
      return answer.statusCode === 200 ? 'open' : answer.json<{ code: string }>().code
    }
    expect(await codeOf({})).toBe('shared-passphrase-needed')
    expect(await codeOf({ passphrase })).toBe('open')
    for (let time = 0; time < 6; time++)
      expect(await codeOf({ passphrase: 'deux mots' })).toBe('shared-passphrase-wrong')
    expect(await codeOf({ passphrase: 'deux mots' })).toBe('shared-slowed')
    expect(await codeOf({ passphrase })).toBe('shared-slowed')
  })
})

dbTest('who guesses tokens is slowed down by address', async ({ db }) => {
  await withApp(db, async ({ anonymous }) => {
    for (let time = 0; time < 60; time++) expect((await open(anonymous, newToken())).statusCode).toBe(404)
    const slowed = await open(anonymous, newToken())
    expect([slowed.statusCode, slowed.json().code]).toEqual([429, 'shared-slowed'])
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  })
})

const basemapFolder = dataFolderForFile()
afterAll(() => basemapFolder.remove())

dbTest(
  'the basemap comes with the key, under its own address',
  async ({ db }) => {
    await giveBasemap(basemapFolder.path)
    await withApp(
      db,
      async ({ anonymous }) => {
        const { key } = await linkTo(db, await briefingAt(db, 'selibaby'))
        const description = await withKey(anonymous, '/api/shared/basemap', key)
        expect(description.json().tiles).toMatch(/^\/api\/shared\/basemap\/\{z\}/)
        const tile = await withKey(anonymous, '/api/shared/basemap/7/59/58.mvt', key)
        expect([tile.statusCode, tile.rawPayload.length > 100]).toEqual([200, true])
        const refused = await anonymous.inject('/api/shared/basemap/7/59/58.mvt')
        expect([refused.statusCode, refused.json().code]).toEqual([404, 'shared-not-open'])
        expect((await anonymous.inject('/api/basemap')).statusCode).toBe(401)
      },
      { BORNE_DATA_DIR: basemapFolder.path },
    )
  },
  WITH_BASEMAP_MS,
)

dbTestOn(
  'embedded',
  'the page of a link may be framed by those whom it names, as long as it lives',
  async ({ db }) => {
    const webDir = mkdtempSync(join(tmpdir(), 'borne-web-'))
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Borne</title>')
    const config = readConfig({ BORNE_DATA_DIR: webDir, BORNE_LOG_LEVEL: 'silent' })
    const notAsked = () => Promise.reject(new Error('not asked'))
    const backups = openBackups(config, { engine: db.engine, connect: notAsked })
    const app = await buildApp({ backups, config, db, describeEngine: notAsked, webDir })
    try {
      const embedOrigins = ['https://a.example', 'https://b.example:8443']
      const briefingId = await briefingAt(db, 'selibaby')
      const { linkId } = await linkTo(db, briefingId, { embedOrigins })
      const plain = await linkTo(db, briefingId)
      const framersOf = async (path: string) => {
        const { headers, statusCode } = await app.inject(path)
        expect(statusCode).toBe(200)
        const policy = String(headers['content-security-policy'])
        expect(policy).toContain("script-src 'self'")
        return [
          /frame-ancestors ([^;]*)/.exec(policy)?.[1],
          headers['x-frame-options'],
          headers['referrer-policy'],
        ]
      }
      const nobody = ["'none'", 'DENY', 'no-referrer']
      expect(await framersOf(`/embed/${linkId}`)).toEqual([embedOrigins.join(' '), undefined, 'no-referrer'])
      expect(await framersOf(`/embed/${plain.linkId}`)).toEqual(nobody)
      expect(await framersOf(`/embed/${randomUUID()}`)).toEqual(nobody)
      expect(await framersOf('/presentation')).toEqual(nobody)
      expect(await framersOf(`/embed/${linkId}/x`)).toEqual(["'none'", 'DENY', 'same-origin'])
      await db.run(sql`update share_link set revoked_at = now() where id = ${linkId}`)
      expect(await framersOf(`/embed/${linkId}`)).toEqual(nobody)
    } finally {
      await app.close()
      rmSync(webDir, { recursive: true })
    }
  },
)
