import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { stepOfCode } from '../../api/src/platform/access/second-factor.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import type { GivenAccount } from '../support/given-account.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { signedIn } from '../support/signed-in.ts'

type App = TestApp['app']
const PASSWORD = 'sept bornes au bord du fleuve'
const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

/** The code of an authenticator, `steps` periods from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
}

async function enrol(app: App): Promise<{ secret: string; codes: string[] }> {
  const url = '/api/account/second-factor'
  const { secret, uri } = (await app.inject({ method: 'POST', url })).json<{ secret: string; uri: string }>()
  expect(uri).toContain(`secret=${secret}`)
  const confirmed = await app.inject({ method: 'PUT', url, payload: { code: codeOf(secret, -1) } })
  expect(confirmed.statusCode).toBe(200)
  return { secret, codes: confirmed.json<{ codes: string[] }>().codes }
}

async function passwordThen(app: App, person: GivenAccount) {
  const first = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: SAME_ORIGIN,
    payload: { email: person.email, password: PASSWORD },
  })
  expect(first.json().signedIn).toMatchObject({ stage: 'second-factor', permissions: [] })
  const pending = signedIn(app, `borne=${first.cookies[0]?.value}`)
  return {
    pending,
    give: (code: string) =>
      pending.inject({ method: 'POST', url: '/api/session/second-factor', payload: { code } }),
  }
}

dbTest(
  'with a second factor the password alone opens nothing, and the code completes it',
  async ({ db, given }) => {
    const person = await given.account({ password: PASSWORD })
    await withApp(db, async ({ as, anonymous }) => {
      const { secret } = await enrol(await as(person))
      const { pending, give } = await passwordThen(anonymous, person)
      expect((await pending.inject('/api/posts')).json()).toMatchObject({ code: 'sign-in-required' })
      expect((await give('000000')).json()).toMatchObject({ code: 'code-refused', status: 401 })
      const done = await give(codeOf(secret))
      expect(done.json().signedIn).toMatchObject({ stage: 'full', role: 'administrator' })
      const full = signedIn(anonymous, `borne=${done.cookies[0]?.value}`)
      expect((await full.inject('/api/posts')).statusCode).toBe(200)
      expect((await pending.inject('/api/posts')).statusCode).toBe(401)
    })
  },
)

dbTest('a code serves once, also for two who give it at the same moment', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(db, async ({ as, anonymous }) => {
    const { secret } = await enrol(await as(person))
    const code = codeOf(secret)
    const [one, two] = [await passwordThen(anonymous, person), await passwordThen(anonymous, person)]
    const answers = await Promise.all([one.give(code), two.give(code)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])
    const third = await passwordThen(anonymous, person)
    expect((await third.give(code)).json()).toMatchObject({ code: 'code-refused' })
    const refusals = await db.many(
      sql`select detail ->> 'reason' as reason from audit_event where action = 'refused'`,
    )
    expect(refusals).toEqual([{ reason: 'code' }, { reason: 'code' }])
  })
})

dbTest('each recovery code serves once; new ones close the earlier', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(db, async ({ as, anonymous }) => {
    const { codes } = await enrol(await as(person))
    expect(new Set(codes).size).toBe(10)
    const use = async (code: string) => (await passwordThen(anonymous, person)).give(code)
    const done = await use(codes[0]!.toLowerCase())
    expect(done.statusCode).toBe(200)
    expect((await use(codes[0]!)).statusCode).toBe(401)
    const app = signedIn(anonymous, `borne=${done.cookies[0]?.value}`)
    expect((await app.inject('/api/account')).json().secondFactor).toEqual({
      isOn: true,
      isRequired: false,
      recoveryCodesLeft: 9,
    })
    const renewed = await app.inject({
      method: 'POST',
      url: '/api/account/recovery-codes',
      payload: { code: codes[1] },
    })
    expect(renewed.json().codes).toHaveLength(10)
    expect((await use(codes[2]!)).statusCode).toBe(401)
    const stored = await db.many<{ text: string }>(sql`select recovery_code::text as text from recovery_code`)
    expect(stored.map(({ text }) => text).join()).not.toContain(renewed.json().codes[0].replaceAll('-', ''))
  })
})

dbTest(
  'a role that requires a second factor leads to its enrolment, and nowhere else',
  async ({ db, given }) => {
    const person = await given.account({ role: 'coordinator', password: PASSWORD })
    await withApp(db, async ({ app, as }) => {
      const settings = { secondFactorRoles: ['coordinator'], auditPersonDays: 730, leftAccountDays: 365 }
      const set = await app.inject({ method: 'PUT', url: '/api/settings/access', payload: settings })
      expect(set.json()).toEqual(settings)
      const coordinator = await as(person)
      expect((await coordinator.inject('/api/session')).json().signedIn).toMatchObject({
        stage: 'enrolment',
        permissions: ['account.own'],
      })
      expect((await coordinator.inject('/api/posts')).json()).toMatchObject({
        code: 'second-factor-required',
      })
      const { codes } = await enrol(coordinator)
      expect((await coordinator.inject('/api/posts')).statusCode).toBe(200)
      const off = await coordinator.inject({
        method: 'DELETE',
        url: '/api/account/second-factor',
        payload: { code: codes[0] },
      })
      expect(off.statusCode).toBe(204)
      expect((await coordinator.inject('/api/posts')).statusCode).toBe(403)
    })
  },
)

dbTest(
  'turning it on ends the other sessions; an administrator takes a lost one away',
  async ({ db, given }) => {
    const person = await given.account({ role: 'viewer', password: PASSWORD })
    await withApp(db, async ({ app, as, anonymous }) => {
      const [here, there] = [await as(person), await as(person)]
      await enrol(here)
      expect((await here.inject('/api/posts')).statusCode).toBe(200)
      expect((await there.inject('/api/posts')).statusCode).toBe(401)
      const taken = await app.inject({ method: 'DELETE', url: `/api/accounts/${person.id}/second-factor` })
      expect(taken.statusCode).toBe(204)
      expect((await here.inject('/api/posts')).statusCode).toBe(401)
      const again = await anonymous.inject({
        method: 'POST',
        url: '/api/session',
        headers: SAME_ORIGIN,
        payload: { email: person.email, password: PASSWORD },
      })
      expect(again.json().signedIn.stage).toBe('full')
    })
  },
)

dbTest('codes are those of RFC 6238', async () => {
  // Appendix B: the secret is the ASCII text 12345678901234567890; the last six of the eight digits.
  const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const) {
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
    expect(stepOfCode(secret, code, (seconds + 90) * 1000)).toBeUndefined()
  }
})
