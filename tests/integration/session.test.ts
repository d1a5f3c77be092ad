import { expect, test } from 'vitest'
import { SessionState } from '../../api/src/features/session/contract.ts'
import {
  loadDemonstrationAccounts,
  refuseExposedDemonstration,
} from '../../api/src/platform/access/demonstration-accounts.ts'
import { isPasswordRight } from '../../api/src/platform/access/passwords.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { signedIn } from '../support/signed-in.ts'

const PASSWORD = 'sept bornes au bord du fleuve'

type App = TestApp['app']

function signIn(app: App, email: string, password: string, remoteAddress = '127.0.0.1') {
  return app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { email, password },
    remoteAddress,
  })
}

function cookieIn(answer: Awaited<ReturnType<typeof signIn>>): string {
  const cookie = answer.cookies.find(({ name }) => name === 'borne')
  return `borne=${cookie?.value ?? ''}`
}

dbTest(
  'who knows the password comes in, with a cookie that scripts and other sites never see',
  async ({ db, given }) => {
    const person = await given.account({ role: 'focal-point', password: PASSWORD })
    await withApp(db, async ({ anonymous }) => {
      const answer = await signIn(anonymous, ` ${person.email.toUpperCase()} `, PASSWORD)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.cookies).toMatchObject([{ name: 'borne', httpOnly: true, sameSite: 'Strict', path: '/' }])
      const state = SessionState.parse(answer.json())
      expect(state.signedIn).toMatchObject({
        role: 'focal-point',
        stage: 'full',
        rows: 'sub-office',
        isViewingAs: false,
      })
      expect((await signedIn(anonymous, cookieIn(answer)).inject('/api/posts')).statusCode).toBe(200)

      const stored = await db.many<{ text: string }>(sql`select session::text as text from session`)
      expect(stored.map(({ text }) => text).join()).not.toContain(cookieIn(answer).slice('borne='.length))
      const lines = await db.many(
        sql`select action, subject, detail, account_id from audit_event order by seq`,
      )
      expect(lines.at(-1)).toEqual({
        action: 'sign-in',
        subject: 'session',
        detail: { method: 'password' },
        account_id: person.id,
      })
    })
  },
)

dbTest('over https the cookie is secure and bound to the host', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(
    db,
    async ({ anonymous }) => {
      const answer = await signIn(anonymous, person.email, PASSWORD)
      expect(answer.cookies).toMatchObject([
        { name: '__Host-borne', secure: true, httpOnly: true, path: '/' },
      ])
      expect(answer.headers['strict-transport-security']).toMatch(/max-age=\d{8}/)
    },
    { BORNE_PUBLIC_URL: 'https://borne.example.org' },
  )
})

dbTest(
  'a wrong password, an unknown account and one without a password answer alike',
  async ({ db, given }) => {
    const person = await given.account({ password: PASSWORD })
    const invited = await given.account()
    const gone = await given.account({ password: PASSWORD })
    await db.run(sql`update account set left_at = now() where id = ${gone.id}`)
    await withApp(db, async ({ anonymous }) => {
      const answers = [
        await signIn(anonymous, person.email, `${PASSWORD}!`),
        await signIn(anonymous, 'personne@example.org', PASSWORD),
        await signIn(anonymous, invited.email, PASSWORD),
        await signIn(anonymous, gone.email, PASSWORD),
      ]
      const told = answers.map((answer) => {
        const { requestId: _, ...body } = answer.json()
        return { status: answer.statusCode, body, cookies: answer.cookies }
      })
      expect(told[0]).toMatchObject({ status: 401, body: { code: 'sign-in-refused' }, cookies: [] })
      for (const other of told.slice(1)) expect(other).toEqual(told[0])
      const refusals = await db.many(
        sql`select detail from audit_event where action = 'refused' order by seq`,
      )
      expect(refusals).toHaveLength(4)
    })
  },
)

test('judging a password takes as long for an account that does not exist', async () => {
  // Of the processor: what else the machine does is not counted.
  const time = async (hash: string | null) => {
    const before = process.cpuUsage()
    expect(await isPasswordRight('faux', hash)).toBe(false)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const { hashPassword } = await import('../../api/src/platform/access/passwords.ts')
  const hash = await hashPassword(PASSWORD)
  await time(null)
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < 9; round++) {
    known.push(await time(hash))
    unknown.push(await time(null))
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[4] ?? 0
  expect(median(unknown) / median(known)).toBeGreaterThan(0.5)
  expect(median(unknown) / median(known)).toBeLessThan(2)
})

dbTest(
  'failures slow the next attempts down, alike for an account that does not exist',
  async ({ db, given }) => {
    const person = await given.account({ password: PASSWORD })
    await withApp(db, async ({ anonymous }) => {
      for (const email of [person.email, 'personne@example.org']) {
        const statuses: number[] = []
        for (let attempt = 0; attempt < 8; attempt++) {
          statuses.push((await signIn(anonymous, email, 'faux', `10.0.0.${attempt}`)).statusCode)
        }
        expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429])
        const refused = await signIn(anonymous, email, PASSWORD, '10.0.1.1')
        expect(refused.json()).toMatchObject({ code: 'sign-in-slowed', extra: { retryAfterSeconds: 1 } })
        expect(refused.headers['retry-after']).toBe('1')
      }
      await db.run(sql`update sign_in_failure set blocked_until = now()`)
      expect((await signIn(anonymous, person.email, PASSWORD)).statusCode).toBe(200)
      const left = await db.many(sql`select failures from sign_in_failure order by failures`)
      expect(left.length).toBeGreaterThan(0)
    })
  },
)

dbTest('attempts made at once do not slip past the limit', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(db, async ({ anonymous }) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => signIn(anonymous, person.email, 'faux', `10.1.0.${index}`)),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(6)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(14)
  })
})

dbTest(
  'one address that tries many accounts is slowed down too',
  async ({ db }) => {
    await withApp(db, async ({ anonymous }) => {
      const statuses: number[] = []
      for (let attempt = 0; attempt < 34; attempt++) {
        statuses.push(
          (await signIn(anonymous, `essai-${attempt}@example.org`, 'faux', '10.2.0.1')).statusCode,
        )
      }
      expect(statuses.slice(0, 31)).toEqual(Array(31).fill(401))
      expect(statuses.slice(31)).toContain(429)
      expect((await signIn(anonymous, 'ailleurs@example.org', 'faux', '10.2.0.2')).statusCode).toBe(401)
    })
  },
  120_000,
)

dbTest('signing in again gives a new cookie, and the earlier one opens nothing', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(db, async ({ anonymous }) => {
    const first = cookieIn(await signIn(anonymous, person.email, PASSWORD))
    const again = await signedIn(anonymous, first).inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: person.email, password: PASSWORD },
    })
    const second = cookieIn(again)
    expect(second).not.toBe(first)
    expect((await signedIn(anonymous, second).inject('/api/posts')).statusCode).toBe(200)
    const replayed = await signedIn(anonymous, first).inject('/api/posts')
    expect(replayed.json()).toMatchObject({ code: 'sign-in-required' })
    expect(replayed.cookies, 'the browser holds the second one by now').toEqual([])
    const [line] = await db.many(sql`select detail from audit_event order by seq desc limit 1`)
    expect(line).toEqual({ detail: { reason: 'session-over' } })
  })
})

dbTest('expired, idle and forged cookies are refused, with a line on the journal', async ({ db, given }) => {
  const person = await given.account()
  await withApp(db, async ({ as, anonymous }) => {
    const reasons: unknown[] = []
    const refuse = async (app: App) => {
      const answer = await app.inject('/api/posts')
      expect(answer.json()).toMatchObject({ code: 'sign-in-required', status: 401 })
      expect(answer.cookies, 'it would take away that of a newer session').toEqual([])
      const [line] = await db.many<{ detail: { reason: string } }>(
        sql`select detail from audit_event order by seq desc limit 1`,
      )
      reasons.push(line?.detail.reason)
    }
    const expired = await as(person)
    await db.run(
      sql`update session set expires_at = now() - interval '1 second' where account_id = ${person.id}`,
    )
    await refuse(expired)
    const idle = await as(person)
    await db.run(
      sql`update session set last_seen_at = now() - interval '13 hours' where account_id = ${person.id}`,
    )
    await refuse(idle)
    await refuse(signedIn(anonymous, `borne=${'A'.repeat(43)}`))
    const left = await as(person)
    await db.run(sql`update account set left_at = now() where id = ${person.id}`)
    await refuse(left)
    expect(reasons).toEqual(['session-over', 'session-over', 'session-unknown', 'session-over'])
  })
})

dbTest('a flood of forged cookies fills no more than its minute of the journal', async ({ db }) => {
  await withApp(db, async ({ anonymous }) => {
    const forged = signedIn(anonymous, 'borne=forged')
    for (let request = 0; request < 80; request++) await forged.inject('/api/posts')
    const { lines } = await db.one<{ lines: number }>(
      sql`select count(*) as lines from audit_event where action = 'refused'`,
    )
    expect(lines).toBe(60)
  })
})

dbTest('signing out ends the session here, or everywhere', async ({ db, given }) => {
  const person = await given.account()
  await withApp(db, async ({ as }) => {
    const [here, there, elsewhere] = [await as(person), await as(person), await as(person)]
    expect((await here.inject({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204)
    expect((await here.inject('/api/posts')).statusCode).toBe(401)
    expect((await there.inject('/api/posts')).statusCode).toBe(200)
    expect((await there.inject({ method: 'DELETE', url: '/api/account/sessions' })).statusCode).toBe(204)
    expect((await there.inject('/api/posts')).statusCode).toBe(401)
    expect((await elsewhere.inject('/api/posts')).statusCode).toBe(401)
  })
})

dbTest(
  'a person ends one of their sessions; another person’s is as unknown as none',
  async ({ db, given }) => {
    const person = await given.account()
    const other = await given.account()
    await withApp(db, async ({ as }) => {
      const [here, there] = [await as(person), await as(person)]
      await as(other)
      const { sessions } = (await here.inject('/api/account')).json<{
        sessions: { id: string; isCurrent: boolean }[]
      }>()
      expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true])
      const end = (id: string) => here.inject({ method: 'DELETE', url: `/api/account/sessions/${id}` })
      expect((await end(sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '')).statusCode).toBe(204)
      expect((await there.inject('/api/posts')).statusCode).toBe(401)
      const { id } = await db.one<{ id: string }>(sql`select id from session where account_id = ${other.id}`)
      const foreign = await end(id)
      const unknown = await end(crypto.randomUUID())
      expect([foreign.statusCode, unknown.statusCode]).toEqual([404, 404])
      expect(foreign.json().code).toBe(unknown.json().code)
    })
  },
)

dbTest('«Voir comme» shows less, never more, and changes nothing', async ({ db, given }) => {
  await given.region()
  const own = await given.post({
    name: 'Le sien',
    notes: 'réservé',
    contacts: [{ role: 'Chef', name: '', phone: '', email: '' }],
  })
  const foreign = await given.post({ name: 'D’ailleurs' })
  await db.run(sql`update border_post set sub_office_id = 'bassikounou' where id = ${foreign.id}`)
  const person = await given.account({ role: 'focal-point' })
  await withApp(db, async ({ as }) => {
    const app = await as(person)
    const view = (payload: object) => app.inject({ method: 'PUT', url: '/api/session/view-as', payload })
    expect((await view({ role: 'partner', postIds: [foreign.id] })).json()).toMatchObject({
      code: 'post-not-found',
    })
    expect((await view({ role: 'viewer' })).json().signedIn).toMatchObject({
      role: 'viewer',
      ownRole: 'focal-point',
      isViewingAs: true,
      sees: 'public',
    })
    const seen = (await app.inject(`/api/posts/${own.id}`)).json()
    expect(seen).toMatchObject({ notes: null, contacts: [], agency: null })
    expect(seen.withheld).toEqual(expect.arrayContaining(['notes', 'contacts', 'agency']))
    expect((await app.inject(`/api/posts/${foreign.id}`)).statusCode).toBe(404)
    expect((await app.inject('/api/audit')).statusCode).toBe(403)
    const change = await app.inject({
      method: 'PATCH',
      url: `/api/posts/${own.id}`,
      payload: { version: 1, notes: 'x' },
    })
    expect(change.json()).toMatchObject({ code: 'viewing-as-read-only' })
    expect((await view({ role: 'administrator' })).json().signedIn).toMatchObject({
      role: 'administrator',
      rows: 'sub-office',
    })
    expect((await app.inject('/api/accounts')).statusCode).toBe(403)
    expect((await app.inject(`/api/posts/${foreign.id}`)).statusCode).toBe(404)
    const back = await app.inject({ method: 'DELETE', url: '/api/session/view-as' })
    expect(back.json().signedIn).toMatchObject({ role: 'focal-point', isViewingAs: false })
    expect((await app.inject(`/api/posts/${own.id}`)).json()).toMatchObject({
      notes: 'réservé',
      withheld: [],
    })
  })
})

dbTest('the demonstration opens by one click on this machine, and nowhere else', async ({ db }) => {
  await loadDemonstrationAccounts(db)
  const enter = (app: App, remoteAddress = '127.0.0.1') =>
    app.inject({
      method: 'POST',
      url: '/api/session/demonstration',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { role: 'partner' },
      remoteAddress,
    })
  await withApp(db, async ({ anonymous }) => {
    expect((await enter(anonymous)).json().signedIn).toMatchObject({ role: 'partner', isDemonstration: true })
    expect((await enter(anonymous, '192.0.2.7')).statusCode).toBe(401)
    const throughProxy = await anonymous.inject({
      method: 'POST',
      url: '/api/session/demonstration',
      headers: { 'sec-fetch-site': 'same-origin', host: '192.0.2.9' },
      payload: { role: 'partner' },
    })
    expect(throughProxy.statusCode).toBe(401)
  })
  for (const settings of [
    { BORNE_HOST: '0.0.0.0' },
    { BORNE_HOST: '192.0.2.1' },
    { BORNE_PUBLIC_URL: 'https://borne.example.org' },
  ]) {
    await expect(refuseExposedDemonstration(db, readConfig(settings))).rejects.toMatchObject({
      code: 'demonstration-exposed',
    })
  }
  await refuseExposedDemonstration(
    db,
    readConfig({ BORNE_HOST: '127.0.0.1', BORNE_PUBLIC_URL: 'http://[::1]:8080' }),
  )
  await withApp(db, async ({ anonymous }) => expect((await enter(anonymous)).statusCode).toBe(401), {
    BORNE_DEMO: 'off',
  })
})
