import { expect } from 'vitest'
import { Account, Accounts, NewAccount } from '../../api/src/features/accounts/contract.ts'
import { makeLink } from '../../api/src/platform/access/one-time-links.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { signedIn } from '../support/signed-in.ts'

type App = TestApp['app']
const PASSWORD = 'sept bornes au bord du fleuve'
const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }
const INPUT = {
  email: 'Nouvelle@Example.org',
  name: 'Nouvelle',
  role: 'viewer',
  subOfficeId: null,
  postIds: [],
}

function tokenIn(url: string): string {
  return url.split('#')[1] ?? ''
}

function useLink(app: App, payload: object) {
  return app.inject({ method: 'POST', url: '/api/links/use', headers: SAME_ORIGIN, payload })
}

dbTest('an account is opened, handed over by a link that serves once, and listed', async ({ db }) => {
  await withApp(db, async ({ app, anonymous }) => {
    const created = await app.inject({ method: 'POST', url: '/api/accounts', payload: INPUT })
    expect(created.statusCode).toBe(201)
    const { account, link } = NewAccount.parse(created.json())
    expect(account).toMatchObject({ email: 'nouvelle@example.org', hasPassword: false, lastSeenAt: null })
    expect(link).toMatchObject({ purpose: 'invitation', isSent: false })
    const token = tokenIn(link.url)
    const inspect = () =>
      anonymous.inject({
        method: 'POST',
        url: '/api/links/inspect',
        headers: SAME_ORIGIN,
        payload: { token },
      })
    expect((await inspect()).json()).toEqual({
      purpose: 'invitation',
      email: account.email,
      name: 'Nouvelle',
    })
    expect((await useLink(anonymous, { token, password: 'court' })).json()).toMatchObject({
      code: 'password-weak',
    })
    const used = await useLink(anonymous, { token, password: PASSWORD })
    expect(used.json().signedIn).toMatchObject({ role: 'viewer', stage: 'full' })
    expect((await useLink(anonymous, { token, password: PASSWORD })).json()).toMatchObject({
      code: 'link-refused',
    })
    expect((await inspect()).statusCode).toBe(410)
    const { items } = Accounts.parse((await app.inject('/api/accounts')).json())
    expect(items.find(({ id }) => id === account.id)).toMatchObject({ hasPassword: true })
    expect(JSON.stringify(items)).not.toContain('argon2')
  })
})

dbTest('expired and forged links are refused alike, with a line on the journal', async ({ db, given }) => {
  const person = await given.account()
  await withApp(db, async ({ anonymous }) => {
    const { token } = await makeLink(db, 'reset', person.id)
    await db.run(sql`update one_time_link set expires_at = now() - interval '1 second'`)
    const expired = (await useLink(anonymous, { token, password: PASSWORD })).json()
    const forged = (await useLink(anonymous, { token: 'x'.repeat(43), password: PASSWORD })).json()
    expect({ ...expired, requestId: '' }).toEqual({ ...forged, requestId: '' })
    const refusals = await db.many(sql`select detail from audit_event where action = 'refused'`)
    expect(refusals).toEqual([{ detail: { reason: 'link' } }, { detail: { reason: 'link' } }])
  })
})

dbTest('a new link closes the earlier one; a new password ends every session', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(db, async ({ app, as, anonymous }) => {
    const open = await as(person)
    const hand = async () =>
      tokenIn((await app.inject({ method: 'POST', url: `/api/accounts/${person.id}/links` })).json().url)
    const [first, second] = [await hand(), await hand()]
    expect((await useLink(anonymous, { token: first, password: PASSWORD })).statusCode).toBe(410)
    const used = await useLink(anonymous, { token: second, password: 'huit gués après les pluies' })
    expect(used.statusCode).toBe(200)
    expect((await open.inject('/api/posts')).statusCode).toBe(401)
    const withOld = await anonymous.inject({
      method: 'POST',
      url: '/api/session',
      headers: SAME_ORIGIN,
      payload: { email: person.email, password: PASSWORD },
    })
    expect(withOld.statusCode).toBe(401)
  })
})

dbTest('the first account is made by the link of the terminal, and by it alone', async ({ db }) => {
  const { token } = await makeLink(db, 'set-up', null)
  await withApp(db, async ({ anonymous }) => {
    await db.run(sql`delete from account`)
    expect((await anonymous.inject('/api/session')).json().options.needsSetUp).toBe(true)
    expect((await useLink(anonymous, { token, password: PASSWORD })).json()).toMatchObject({
      errors: [{ field: 'email' }],
    })
    const who = { email: 'chef@example.org', name: 'Chef' }
    const made = await useLink(anonymous, { token, password: PASSWORD, ...who })
    expect(made.json()).toMatchObject({ signedIn: { role: 'administrator' }, options: { needsSetUp: false } })
    const { token: late } = await makeLink(db, 'set-up', null)
    expect((await useLink(anonymous, { token: late, password: PASSWORD, ...who })).statusCode).toBe(410)
  })
})

dbTest('a change names its version, and a new scope ends the sessions', async ({ db, given }) => {
  const post = await given.post()
  const person = await given.account({ role: 'partner' })
  await withApp(db, async ({ app, as }) => {
    const partner = await as(person)
    const before = await partner.inject('/api/posts')
    expect(before.json().total).toBe(0)
    const patch = (payload: object) =>
      app.inject({ method: 'PATCH', url: `/api/accounts/${person.id}`, payload })
    const changed = Account.parse((await patch({ version: 1, postIds: [post.id] })).json())
    expect(changed).toMatchObject({ postIds: [post.id], version: 2 })
    expect((await patch({ version: 1, name: 'Trop tard' })).json()).toMatchObject({
      code: 'account-changed-meanwhile',
    })
    expect((await partner.inject('/api/posts')).statusCode).toBe(401)
    expect((await (await as(person)).inject('/api/posts')).json().total).toBe(1)
  })
})

dbTest('what cannot be is refused by its name', async ({ db, given }) => {
  const person = await given.account({ role: 'viewer' })
  const only = await given.account()
  await withApp(db, async ({ app }) => {
    const post = (facts: object) =>
      app.inject({ method: 'POST', url: '/api/accounts', payload: { ...INPUT, ...facts } })
    expect((await post({ role: 'roi' })).json()).toMatchObject({
      code: 'validation-failed',
      errors: [{ field: 'role' }],
    })
    expect((await post({ email: person.email })).json()).toMatchObject({ code: 'email-taken' })
    expect((await post({ role: 'focal-point' })).json()).toMatchObject({ code: 'sub-office-needed' })
    expect((await post({ subOfficeId: 'ailleurs' })).json()).toMatchObject({ code: 'sub-office-needed' })
    const unknown = await app.inject({
      method: 'PATCH',
      url: `/api/accounts/${crypto.randomUUID()}`,
      payload: { version: 1, name: 'x' },
    })
    expect(unknown.statusCode).toBe(404)
    await db.run(sql`update account set left_at = now() where role = 'administrator' and id <> ${only.id}`)
  })
  await withApp(db, async ({ as }) => {
    await db.run(sql`update account set left_at = now() where role = 'administrator' and id <> ${only.id}`)
    const app = await as(only)
    const leave = await app.inject({
      method: 'POST',
      url: `/api/accounts/${only.id}/leave`,
      payload: { version: 1 },
    })
    expect(leave.json()).toMatchObject({ code: 'last-administrator' })
    const demote = await app.inject({
      method: 'PATCH',
      url: `/api/accounts/${only.id}`,
      payload: { version: 1, role: 'viewer' },
    })
    expect(demote.json()).toMatchObject({ code: 'last-administrator' })
  })
})

dbTest('who has left is signed out and cannot come in, until they return', async ({ db, given }) => {
  const person = await given.account({ role: 'viewer', password: PASSWORD })
  await withApp(db, async ({ app, as, anonymous }) => {
    const open = await as(person)
    const go = (action: string, version: number) =>
      app.inject({ method: 'POST', url: `/api/accounts/${person.id}/${action}`, payload: { version } })
    const signIn = () =>
      anonymous.inject({
        method: 'POST',
        url: '/api/session',
        headers: SAME_ORIGIN,
        payload: { email: person.email, password: PASSWORD },
      })
    expect((await go('leave', 1)).json().leftAt).not.toBeNull()
    expect((await open.inject('/api/posts')).statusCode).toBe(401)
    expect((await signIn()).json()).toMatchObject({ code: 'sign-in-refused' })
    expect((await go('return', 2)).json().leftAt).toBeNull()
    expect((await signIn()).statusCode).toBe(200)
  })
})

dbTest('a person changes their password with the present one, and stays in here', async ({ db, given }) => {
  const person = await given.account({ password: PASSWORD })
  await withApp(db, async ({ as }) => {
    const [here, there] = [await as(person), await as(person)]
    const change = (current: string, next: string) =>
      here.inject({ method: 'PUT', url: '/api/account/password', payload: { current, next } })
    expect((await change('faux', 'huit gués après les pluies')).json()).toMatchObject({
      code: 'sign-in-refused',
      errors: [{ field: 'current' }],
    })
    for (const weak of ['court', 'aaaaaaaaaaaaaaaaaa', `${person.email.split('@')[0]}!`]) {
      expect((await change(PASSWORD, weak)).json(), weak).toMatchObject({ code: 'password-weak' })
    }
    expect((await change(PASSWORD, 'huit gués après les pluies')).statusCode).toBe(204)
    expect((await here.inject('/api/posts')).statusCode).toBe(200)
    expect((await there.inject('/api/posts')).statusCode).toBe(401)
  })
})

dbTest('an account of the demonstration is shared, and nobody changes it', async ({ db }) => {
  const { loadDemonstrationAccounts } = await import(
    '../../api/src/platform/access/demonstration-accounts.ts'
  )
  await loadDemonstrationAccounts(db)
  await withApp(db, async ({ app, anonymous, as }) => {
    const entered = await anonymous.inject({
      method: 'POST',
      url: '/api/session/demonstration',
      headers: SAME_ORIGIN,
      payload: { role: 'viewer' },
    })
    const viewer = signedIn(anonymous, `borne=${entered.cookies[0]?.value}`)
    const enrol = await viewer.inject({ method: 'POST', url: '/api/account/second-factor' })
    expect(enrol.json()).toMatchObject({ code: 'account-of-demonstration' })
    const { id } = await db.one<{ id: string }>(
      sql`select id from account where is_demonstration and role = 'viewer'`,
    )
    const stranger = await as({ id, email: '', role: 'viewer' })
    expect((await viewer.inject('/api/account')).json().sessions).toHaveLength(1)
    expect((await viewer.inject({ method: 'DELETE', url: '/api/account/sessions' })).statusCode).toBe(204)
    expect((await viewer.inject('/api/posts')).statusCode).toBe(401)
    expect((await stranger.inject('/api/posts')).statusCode).toBe(200)
    const link = await app.inject({ method: 'POST', url: `/api/accounts/${id}/links` })
    expect(link.json()).toMatchObject({ code: 'account-of-demonstration' })
  })
})
