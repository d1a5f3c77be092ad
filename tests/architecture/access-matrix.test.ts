import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../api/src/app.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { rolledBack } from '../../api/src/platform/db.ts'
import { ask, isUnsafe, methodOf, namesThing, requestFor } from '../support/access-requests.ts'
import {
  ACTORS,
  type AccessStage,
  type Answer,
  dataFolderForFile,
  openPersonSession,
  otherThings,
  ownThings,
  type Person,
  setAccessStage,
  type Things,
  unknownThings,
} from '../support/access-stage.ts'
import { dbTest, engineUnderTest } from '../support/db-test.ts'
import { takenBack } from '../support/taken-back.ts'
import { readAccessTable } from './access-table.ts'

const LONGEST_MS = 300_000
const dataFolder = dataFolderForFile()
afterAll(() => dataFolder.remove())
const table = readAccessTable()

dbTest(
  'every route answers every role as the table says',
  async ({ db }) => {
    const stage = await setAccessStage(db, dataFolder.path)
    const served = stage.routes.filter((route) => !route.startsWith('HEAD '))
    expect(
      served.filter((route) => !table.has(route)),
      'routes without a row',
    ).toEqual([])
    expect(
      [...table.keys()].filter((route) => !served.includes(route)),
      'rows without a route',
    ).toEqual([])
    const headless = served
      .filter((route) => methodOf(route) === 'GET')
      .filter((route) => !stage.routes.includes(route.replace('GET', 'HEAD')))
    expect(headless, 'GET without HEAD').toEqual([])

    const wrong: string[] = []
    for (const [route, cells] of table) {
      for (const [column, actor] of ACTORS.entries()) {
        const person = stage.people.get(actor)!
        const forbidden = actor === 'must enrol' ? 'second-factor-required' : 'not-permitted'
        wrong.push(...(await judgeCell(stage, { route, person, cell: cells[column] ?? '', forbidden })))
      }
    }
    expect(wrong).toEqual([])
  },
  LONGEST_MS,
)

onOneEngine(
  'while they look at the app as a role, people read what it reads, and write nothing',
  async (stage) => {
    const administrator = stage.people.get('administrator')!
    const wrong: string[] = []
    for (const role of ['contractor', 'partner', 'viewer'] as const) {
      const person = await openPersonSession(stage.db, administrator)
      const payload = { role, postIds: [stage.own.postId] }
      const url = '/api/session/view-as'
      const headers = { cookie: person.cookie, 'sec-fetch-site': 'same-origin' }
      expect((await stage.app.inject({ method: 'PUT', url, headers, payload })).statusCode).toBe(200)
      for (const [route, cells] of table) {
        const asRole = cells[ACTORS.indexOf(role)]!
        const isDoor = /\/api\/(session|links|password-resets|shared)\b/.test(route)
        const own = cells[ACTORS.indexOf('administrator')]!
        const isRead = !isUnsafe(route) || ASKS_ONLY.test(route)
        const cell = isRead ? asRole : isDoor ? own : '403'
        const forbidden = isRead ? 'not-permitted' : 'viewing-as-read-only'
        const judged = await judgeCell(stage, { route, person, cell, forbidden })
        wrong.push(...judged.map((line) => `${line}, seen as ${role}`))
      }
    }
    expect(wrong).toEqual([])
  },
)

/** Questions that are too long for an address. */
const ASKS_ONLY =
  /^(POST \/api\/(coverage\/(measure|who-comes|time-grid|critical-links|siting|evidence\/:evidenceId\/recompute)|(briefings\/:briefingId|donors\/:donorId)\/showings|briefings\/:briefingId\/exports)|DELETE \/api\/briefings\/exports\/:exportId)$/

/** What a browser says of a request that no page of this origin made, beside the cookie that it may send along. */
const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'https://ailleurs.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://ailleurs.example' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' },
]

onOneEngine('a page of another origin changes nothing and reads nothing', async (stage) => {
  const { app, db } = stage
  const person = stage.people.get('administrator')!
  const wrong: string[] = []
  for (const route of table.keys()) {
    const request = await requestFor(route, { db, stage, person, things: ownThings(stage, person) })
    const { 'sec-fetch-site': _, ...plain } = request.headers as Readonly<Record<string, string>>
    for (const said of isUnsafe(route) ? FOREIGN : FOREIGN.slice(-1)) {
      const headers = { ...plain, ...said }
      const answer = await takenBack(db, () => app.inject({ ...request, headers }))
      const isRefused = answer.statusCode === 403 && answer.json<Problem>().code === 'cross-site-refused'
      if (isUnsafe(route) !== isRefused) wrong.push(`${route} ${JSON.stringify(said)}: ${answer.statusCode}`)
      wrong.push(...sharing(answer).map((name) => `${route}: ${name}`))
    }
    const preflight = {
      ...plain,
      origin: 'https://ailleurs.example',
      'access-control-request-method': 'POST',
    }
    const answer = await app.inject({ method: 'OPTIONS', url: request.url, headers: preflight })
    if (answer.statusCode !== 404) wrong.push(`OPTIONS ${request.url}: ${answer.statusCode}`)
    wrong.push(...sharing(answer).map((name) => `OPTIONS ${request.url}: ${name}`))
  }
  expect(wrong).toEqual([])
})

onOneEngine('under a name that is not its own the server answers nothing', async (stage) => {
  const { app, db } = stage
  const person = stage.people.get('administrator')!
  const wrong: string[] = []
  for (const route of [...table.keys(), 'GET /api/nothing', 'GET /posts']) {
    const request = await requestFor(route, { db, stage, person, things: ownThings(stage, person) })
    for (const host of [
      'ailleurs.example',
      '127.0.0.1.ailleurs.example',
      'localhost.ailleurs.example:8080',
    ]) {
      const headers = { ...request.headers, host }
      const answer = await takenBack(db, () => app.inject({ ...request, headers }))
      if (answer.statusCode !== 421 || answer.json<Problem>().code !== 'host-refused')
        wrong.push(`${route} as ${host}: ${answer.statusCode}`)
    }
    const headers = { ...request.headers, 'x-forwarded-host': 'ailleurs.example' }
    const answer = await takenBack(db, () => app.inject({ ...request, headers }))
    if (answer.statusCode === 421) wrong.push(`${route} believes x-forwarded-host`)
  }
  expect(wrong).toEqual([])
})

onOneEngine('a photo is a photo of its own post only', async (stage) => {
  const person = stage.people.get('focal-point')!
  const things = { ...ownThings(stage, person), photoId: stage.other.photoId }
  for (const route of [...table.keys()].filter((key) => /:postId.*:photoId/.test(key))) {
    const answer = await ask(stage, route, person, things)
    expect([answer.statusCode, answer.json<Problem>().code], route).toEqual([404, 'photo-not-found'])
  }
})

onOneEngine('what is at no address is told alike to everyone', async (stage) => {
  const { app } = stage
  for (const person of stage.people.values()) {
    const headers = person.cookie ? { cookie: person.cookie } : {}
    const answer = await app.inject({ url: '/api/nothing', headers })
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'route-not-found'])
    const page = await app.inject({ url: '/posts/one', headers })
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('<title>Borne</title>')])
  }
})

test('a server with a route that names no permission does not start', async () => {
  const config = readConfig({ BORNE_DATA_DIR: dataFolder.path, BORNE_LOG_LEVEL: 'silent' })
  await rolledBack(await engineUnderTest('embedded'), async (db) => {
    const notAsked = () => Promise.reject(new Error('not asked'))
    const backups = openBackups(config, { engine: db.engine, connect: notAsked })
    const app = await buildApp({ backups, config, db, describeEngine: notAsked })
    app.get('/api/forgotten', async () => ({}))
    app.get('/api/named', { config: { permission: 'public' } }, async () => ({}))
    await expect(app.ready()).rejects.toThrow(/GET \/api\/forgotten(?!.*\/api\/named)/)
    await app.close()
  })
})

interface Problem {
  readonly code: string
}

function sharing({ headers }: Answer): string[] {
  return Object.keys(headers).filter((name) => name.startsWith('access-control-'))
}

/** The gate stands before the database: one engine shows how it works. */
function onOneEngine(name: string, body: (stage: AccessStage) => Promise<void>): void {
  test(name, { timeout: LONGEST_MS }, async () => {
    await rolledBack(await engineUnderTest('embedded'), async (db) => {
      await body(await setAccessStage(db, dataFolder.path))
    })
  })
}

interface Cell {
  readonly route: string
  readonly person: Person
  readonly cell: string
  /** The code that a 403 has. */
  readonly forbidden: string
}

/** Asks for what is one's own, and for what is not, and tells what was answered otherwise than expected. */
async function judgeCell(stage: AccessStage, asked: Cell): Promise<string[]> {
  const { route, person } = asked
  const [own = '', other = own] = asked.cell.split('/')
  const wrong: string[] = []
  const note = (whose: string, expected: string, found: string) => {
    if (found !== expected)
      wrong.push(`${route} as ${person.actor}, ${whose}: ${found} instead of ${expected}`)
  }
  const traces = own === 'own' || own === 'all' ? tracesIn(route, stage, person) : undefined
  note('own', own, tellAnswer(await ask(stage, route, person, ownThings(stage, person)), asked, traces))
  if (!namesThing(route)) return wrong
  const foreign = otherThings(stage)
  const answer = await ask(stage, route, person, foreign)
  note('other', other, tellAnswer(answer, asked))
  if (/^[45]/.test(other)) {
    const unknown = unknownThings()
    note('unknown', outline(answer, foreign), outline(await ask(stage, route, person, unknown), unknown))
  }
  return wrong
}

/** The answer in the words of the table, or with its code when that is not the one that the table means. */
function tellAnswer({ statusCode, body }: Answer, { forbidden }: Cell, traces?: Traces): string {
  if (statusCode >= 200 && statusCode < 300) return traces ? tellRows(body, traces) : 'ok'
  const meant = { 401: 'sign-in-required', 403: forbidden }[statusCode]
  const code = meant && (JSON.parse(body) as { code: string }).code
  return code === meant ? String(statusCode) : `${statusCode} ${code}`
}

function tellRows(body: string, { own, other }: Traces): string {
  if (!own.some((trace) => body.includes(trace))) return 'without one’s own'
  return other.some((trace) => body.includes(trace)) ? 'all' : 'own'
}

interface Traces {
  readonly own: readonly string[]
  readonly other: readonly string[]
}

/** By what one’s own rows and the others are known in the answer of a list. */
function tracesIn(route: string, stage: AccessStage, { account, sessionId }: Person): Traces {
  const { somebody, own, other } = stage
  if (route === 'GET /api/account') return { own: [sessionId], other: [somebody.sessionId] }
  if (route === 'GET /api/accounts')
    return { own: [account!.email], other: [somebody.account!.id, somebody.account!.email] }
  if (route === 'GET /api/import-runs') return { own: ['border_segments'], other: ['postes.csv'] }
  if (route === 'GET /api/overview') return { own: ['under-works'], other: ['suspended', '"postCount":2'] }
  return {
    own: [own.postId, own.evidenceId, 'Vigie du Nord'],
    other: [other.postId, other.photoId, other.evidenceId, 'Vigie du Sud', 'suspended'],
  }
}

/** What is left of an answer when the names of what was asked for are taken out. */
function outline({ statusCode, headers, body }: Answer, things: Things): string {
  const kept = Object.entries(headers).filter(([name]) => !/^(date|etag|content-length)$/.test(name))
  const bare = body.replace(/"requestId":"[^"]*"/, '')
  const text = JSON.stringify([statusCode, bare, kept])
  return Object.entries(things).reduce((left, [name, id]) => left.replaceAll(id, `:${name}`), text)
}
