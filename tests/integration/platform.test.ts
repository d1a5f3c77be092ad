import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

dbTest('an unknown address is a problem in the language of the caller', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const french = await app.inject({ url: '/api/nothing', headers: { 'accept-language': 'fr' } })
    const english = await app.inject({ url: '/api/nothing', headers: { 'accept-language': 'en' } })
    expect(french.statusCode).toBe(404)
    expect(french.headers['content-type']).toContain('application/problem+json')
    expect(french.json()).toMatchObject({
      code: 'route-not-found',
      title: 'Adresse inconnue',
      instance: '/api/nothing',
    })
    expect(english.json()).toMatchObject({ code: 'route-not-found', title: 'Unknown address' })
    expect(english.json().requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

dbTest('an address that cannot be read is a problem too', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const answer = await app.inject('/%ff')
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'request-refused' })
  })
})

dbTest('the words of a problem can be read at its type', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const { type } = (await app.inject('/api/nothing')).json<{ type: string }>()
    const answer = await app.inject(type)
    expect(answer.json()).toMatchObject({ code: 'route-not-found', status: 404 })
    expect((await app.inject('/api/problems/__proto__')).statusCode).toBe(404)
  })
})

dbTest('a body over the limit and a broken one are refused by name', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const post = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/api/posts',
        payload,
        headers: { 'content-type': 'application/json' },
      })
    const large = await post(JSON.stringify({ notes: 'x'.repeat(1_100_000) }))
    expect([large.statusCode, large.json().code]).toEqual([413, 'body-too-large'])
    const broken = await post('{"name": ')
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'json-invalid'])
  })
})

dbTest('what has not changed is not sent again', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const first = await app.inject('/api/region/border-segments')
    expect(first.statusCode).toBe(200)
    const { etag } = first.headers
    expect(etag).toBeTruthy()
    const again = await app.inject({
      url: '/api/region/border-segments',
      headers: { 'if-none-match': String(etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

dbTest('the process lives before the road network is ready, and says so', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' })
    const ready = await app.inject('/health/ready')
    expect([200, 503]).toContain(ready.statusCode)
    const { checks } = ready.json<{ checks: { name: string; ok: boolean }[] }>()
    expect(checks.find(({ name }) => name === 'database')).toEqual({ name: 'database', ok: true })
    expect(checks.map(({ name }) => name)).toContain('road-network')
  })
})

dbTest('the readable page of the API is served from here', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const page = await app.inject('/api/docs/')
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(src|href)="https?:/)
  })
})

dbTest('a request under way is finished before the server closes', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const body = JSON.stringify({ version: 1 })
    const status = new Promise<number>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const slow = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/api/links/inspect', headers },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        },
      )
      slow.once('error', reject)
      slow.write(body.slice(0, 5))
      setTimeout(() => slow.end(body.slice(5)), 500)
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    await app.close()
    expect(await status).toBe(400)
  })
})
