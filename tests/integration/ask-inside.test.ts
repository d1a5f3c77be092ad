import { expect } from 'vitest'
import { AuditEvents } from '../../api/src/features/audit/contract.ts'
import type { BorderPosts } from '../../api/src/features/posts/contract.ts'
import { type Caller, callerOf } from '../../api/src/platform/access/caller.ts'
import { askInside } from '../../api/src/platform/ask-inside.ts'
import { dbTest } from '../support/db-test.ts'
import type { GivenAccount } from '../support/given-account.ts'
import { withApp } from '../support/inject-app.ts'

const callerFor = ({ id, email, role }: GivenAccount): Caller =>
  callerOf({
    accountId: id,
    name: `Compte ${email}`,
    role,
    subOfficeId: role === 'focal-point' ? 'selibaby' : null,
    postIds: [],
    address: '192.0.2.7',
    agent: 'Navigateur d’essai',
  })

dbTest('an inner request has the rows, fields and permissions of its caller', async ({ db, given }) => {
  const own = await given.post({ name: 'Poste du sud', subOfficeId: 'selibaby' })
  const other = await given.post({ name: 'Poste du nord', subOfficeId: 'bassikounou' })
  const [administrator, focal, viewer] = [
    await given.account(),
    await given.account({ role: 'focal-point' }),
    await given.account({ role: 'viewer' }),
  ]
  await withApp(db, async ({ anonymous: app }) => {
    const namesFor = async (who: GivenAccount) => {
      const posts = await askInside<BorderPosts>(app, callerFor(who), { url: '/api/posts' })
      return posts.features.map(({ properties: { name, agency } }) => [name, agency])
    }
    expect(await namesFor(administrator)).toEqual([
      [other.name, 'gendarmerie'],
      [own.name, 'gendarmerie'],
    ])
    expect(await namesFor(focal)).toEqual([[own.name, 'gendarmerie']])
    expect(await namesFor(viewer)).toEqual([
      [other.name, null],
      [own.name, null],
    ])
    await expect(askInside(app, callerFor(focal), { url: `/api/posts/${other.id}` })).rejects.toMatchObject({
      code: 'post-not-found',
    })
    await expect(askInside(app, callerFor(viewer), { url: '/api/accounts' })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })
})

dbTest('an inner request reads and does not write', async ({ db, given }) => {
  const administrator = callerFor(await given.account())
  await withApp(db, async ({ anonymous: app }) => {
    await expect(
      askInside(app, administrator, { method: 'POST', url: '/api/briefings', body: {} }),
    ).rejects.toMatchObject({ code: 'viewing-as-read-only' })
    await expect(
      askInside(app, administrator, { method: 'POST', url: '/api/coverage/measure', body: { question: 1 } }),
    ).rejects.toMatchObject({ code: 'validation-failed', errors: [{ field: 'question' }] })
  })
})

dbTest('the journal has whoever it was asked for, and from where', async ({ db, given }) => {
  const post = await given.post()
  const person = await given.account({ role: 'coordinator' })
  await withApp(db, async ({ app, anonymous }) => {
    await askInside(anonymous, callerFor(person), { url: `/api/posts/${post.id}` })
    const { items } = AuditEvents.parse((await app.inject('/api/audit?limit=5')).json())
    expect(items.find(({ subject }) => subject === 'post')).toMatchObject({
      action: 'read',
      subjectId: post.id,
      name: `Compte ${person.email}`,
      role: 'coordinator',
      address: '192.0.2.7',
      agent: 'Navigateur d’essai',
    })
  })
})

dbTest('nothing that a request carries makes it an inner one', async ({ db, given }) => {
  const administrator = callerFor(await given.account())
  const caller = encodeURIComponent(JSON.stringify(administrator))
  await withApp(db, async ({ anonymous: app }) => {
    await askInside(app, administrator, { url: '/api/posts' })
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    const attempts: readonly Readonly<Record<string, string>>[] = [
      { 'x-borne-caller': caller, 'x-borne-inside': 'true' },
      { cookie: `borne=${caller}; caller=${administrator.accountId}` },
      { authorization: `Bearer ${administrator.accountId}`, 'x-forwarded-for': '127.0.0.1' },
      { 'user-agent': 'lightMyRequest', host: 'localhost:80' },
    ]
    for (const headers of attempts) {
      const { host: _, ...overNetwork } = headers
      expect((await fetch(`${origin}/api/posts`, { headers: overNetwork })).status).toBe(401)
      expect((await app.inject({ url: '/api/posts', headers })).statusCode).toBe(401)
    }
  })
})
