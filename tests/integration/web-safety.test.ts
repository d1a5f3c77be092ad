import { expect } from 'vitest'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

dbTest('every answer tells browsers what to refuse', async ({ db }) => {
  await withApp(db, async ({ app, anonymous }) => {
    for (const answer of [
      await app.inject('/api/posts'),
      await anonymous.inject('/api/posts'),
      await anonymous.inject('/nulle-part'),
      await anonymous.inject('/health/live'),
    ]) {
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

dbTest('a page of another site can ask for nothing that changes something', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const ask = (headers: Record<string, string>) =>
      app.inject({ method: 'DELETE', url: '/api/session', headers: { 'sec-fetch-site': '', ...headers } })
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://ailleurs.example' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ]
    for (const headers of foreign) {
      expect((await ask(headers)).json(), JSON.stringify(headers)).toMatchObject({
        code: 'cross-site-refused',
      })
    }
    expect((await app.inject('/api/posts')).statusCode).toBe(200)
    const own = await ask({
      'sec-fetch-site': 'same-origin',
      origin: 'http://localhost:80',
      host: 'localhost:80',
    })
    expect(own.statusCode).toBe(204)
  })
})

dbTest('a request that says nothing of where it comes from must carry no cookie', async ({ db, given }) => {
  const { cookieOf } = await import('../support/given-account.ts')
  const cookie = await cookieOf(db, await given.account())
  await withApp(db, async ({ anonymous }) => {
    const ask = (headers: Record<string, string>) =>
      anonymous.inject({ method: 'DELETE', url: '/api/session', headers })
    expect((await ask({ cookie })).json()).toMatchObject({ code: 'cross-site-refused' })
    expect((await ask({})).statusCode).toBe(204)
  })
})

dbTest('a name that is not this server’s is refused', async ({ db }) => {
  await withApp(db, async ({ anonymous }) => {
    const ask = async (host: string) =>
      (await anonymous.inject({ url: '/api/session', headers: { host } })).statusCode
    expect(await ask('ailleurs.example')).toBe(421)
    expect(await ask('ailleurs.example:8080')).toBe(421)
    expect(await ask('localhost:8080')).toBe(200)
    expect(await ask('127.0.0.1:8080')).toBe(200)
    expect(await ask('[::1]:8080')).toBe(200)
  })
  await withApp(
    db,
    async ({ anonymous }) => {
      const answer = await anonymous.inject({ url: '/api/session', headers: { host: 'borne.example.org' } })
      expect(answer.statusCode).toBe(200)
    },
    { BORNE_PUBLIC_URL: 'https://borne.example.org' },
  )
})

dbTest('no answer holds a trace of the code', async ({ db }) => {
  await withApp(db, async ({ app, anonymous }) => {
    const answers = [
      await anonymous.inject({
        method: 'POST',
        url: '/api/session',
        payload: '{',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      }),
      await app.inject('/api/posts/pas-un-id'),
      await app.inject({
        method: 'PATCH',
        url: `/api/posts/${crypto.randomUUID()}`,
        payload: { version: 1 },
      }),
      await app.inject('/api/audit?from=2026-99-99'),
      await app.inject('/api/backups'),
    ]
    for (const { body } of answers) expect(body).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|select /)
  })
})
