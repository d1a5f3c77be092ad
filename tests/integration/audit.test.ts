import { expect } from 'vitest'
import { AuditChain, AuditEvents } from '../../api/src/features/audit/contract.ts'
import { verifyChain } from '../../api/src/features/audit/verify-chain.ts'
import { callerOf } from '../../api/src/platform/access/caller.ts'
import { applyRetention } from '../../api/src/platform/access/retention.ts'
import { appendAudit, LOCAL_AUTHOR } from '../../api/src/platform/audit.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { type Sql, sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

dbTest(
  'reads of restricted data, changes, exports and refusals are on the journal, with who and from where',
  async ({ db, given }) => {
    const post = await given.post({ name: 'Poste suivi' })
    const person = await given.account({ role: 'focal-point' })
    const viewer = await given.account({ role: 'viewer' })
    await withApp(db, async ({ app, as }) => {
      const focal = await as(person)
      const { seq: before } = await db.one<{ seq: number }>(sql`select seq from audit_head`)
      await focal.inject({ url: `/api/posts/${post.id}`, headers: { 'user-agent': 'Navigateur d’essai' } })
      await focal.inject({
        method: 'PATCH',
        url: `/api/posts/${post.id}`,
        payload: { version: 1, notes: 'une note secrète' },
      })
      await focal.inject('/api/exports/posts.csv')
      await focal.inject('/api/accounts')
      await (await as(viewer)).inject(`/api/posts/${post.id}`)
      const answer = await app.inject('/api/audit?limit=50')
      const { items } = AuditEvents.parse(answer.json())
      const told = items
        .filter(({ seq }) => seq > before)
        .reverse()
        .map(({ action, subject, subjectId, name, role }) => [action, subject, subjectId, name, role])
      const who = [`Compte ${person.email}`, 'focal-point']
      expect(told).toEqual([
        ['read', 'post', post.id, ...who],
        ['change', 'post', post.id, ...who],
        ['export', 'posts', '', ...who],
        ['refused', 'route', '', ...who],
      ])
      expect(items.find(({ action }) => action === 'read')).toMatchObject({
        address: '127.0.0.1',
        agent: 'Navigateur d’essai',
      })
      expect(items.find(({ action }) => action === 'change')?.detail).toEqual({
        action: 'updated',
        version: 2,
        fields: ['notes'],
      })
      expect(answer.body).not.toContain('note secrète')
      const [own] = AuditEvents.parse((await app.inject('/api/audit?limit=1')).json()).items
      expect(own).toMatchObject({ action: 'read', subject: 'audit' })
    })
  },
)

dbTest('a change that fails leaves neither itself nor a line', async ({ db, given }) => {
  const post = await given.post()
  await withApp(db, async ({ app }) => {
    const { seq: before } = await db.one<{ seq: number }>(sql`select seq from audit_head`)
    const stale = await app.inject({
      method: 'PATCH',
      url: `/api/posts/${post.id}`,
      payload: { version: 7, notes: 'x' },
    })
    expect(stale.statusCode).toBe(409)
    expect(await db.one(sql`select seq from audit_head`)).toEqual({ seq: before })
  })
})

dbTest('the journal is searched, paged and exported', async ({ db, given }) => {
  const person = await given.account({ role: 'coordinator', email: 'coordination@example.org' })
  const author = {
    accountId: person.id,
    role: 'coordinator',
    name: 'Coordination 100 %',
    address: '192.0.2.9',
    agent: 'x',
  } as const
  for (let line = 0; line < 5; line++) {
    await appendAudit(db, author, { action: 'export', subject: 'posts', detail: { line, formula: '=1+1' } })
  }
  await appendAudit(db, LOCAL_AUTHOR, { action: 'import', subject: 'region' })
  await withApp(db, async ({ app, as }) => {
    const find = async (query: string) => AuditEvents.parse((await app.inject(`/api/audit?${query}`)).json())
    expect((await find('action=import')).items).toMatchObject([
      { subject: 'region', role: 'local', name: null },
    ])
    expect((await find('q=192.0.2.9&limit=2')).total).toBe(5)
    expect((await find(`q=${encodeURIComponent('100 %')}`)).total).toBe(5)
    expect((await find('q=%25%25%25')).total).toBe(0)
    expect((await find(`accountId=${person.id}&offset=4`)).items).toHaveLength(1)
    expect((await find('from=2999-01-01')).total).toBe(0)
    expect((await app.inject('/api/audit?action=rien')).statusCode).toBe(400)
    const csv = await app.inject('/api/exports/audit.csv?action=export')
    expect(csv.headers['content-disposition']).toContain('journal.csv')
    expect(csv.body.trim().split('\r\n')).toHaveLength(6)
    expect((await (await as(person)).inject('/api/audit')).statusCode).toBe(200)
    const chain = AuditChain.parse((await app.inject('/api/audit/chain')).json())
    expect(chain).toMatchObject({ isIntact: true, broken: null })
  })
})

dbTest(
  'nobody changes, deletes or empties the journal, not even the owner of its table',
  async ({ db, given }) => {
    await appendAudit(db, LOCAL_AUTHOR, { action: 'import', subject: 'region' })
    const facts = {
      ...(await given.account()),
      name: '',
      subOfficeId: null,
      postIds: [],
      address: '',
      agent: '',
    }
    const administrator = db.as(callerOf({ ...facts, accountId: facts.id }))
    const refused = async (door: Db, statement: Sql) => {
      await expect(
        door.transaction(() => door.run(statement)),
        statement.text,
      ).rejects.toMatchObject({ code: '42501' })
    }
    for (const statement of [
      sql`update audit_event set role = 'x'`,
      sql`delete from audit_event`,
      sql`truncate audit_event cascade`,
      sql`update audit_person set name = 'x'`,
    ]) {
      await refused(db, statement)
    }
    for (const table of [sql`public.audit_event`, sql`public.audit_person`, sql`public.audit_head`]) {
      await refused(administrator, sql`update ${table} set seq = 1`)
      await refused(administrator, sql`delete from ${table}`)
      await refused(administrator, sql`truncate ${table}`)
    }
    await refused(administrator, sql`insert into public.audit_event (seq) values (1)`)
  },
)

const TAMPERING: Readonly<Record<string, { how: Sql; reason: string }>> = {
  'a changed line': {
    how: sql`update audit_event set action = 'read' where seq = 2`,
    reason: 'line-changed',
  },
  'a changed name': {
    how: sql`update audit_person set name = 'Autre' where seq = 2`,
    reason: 'person-changed',
  },
  'a name gone before its time': {
    how: sql`delete from audit_person where seq = 2`,
    reason: 'person-missing',
  },
  'a missing line': {
    how: sql`with gone as (delete from audit_person where seq = 3) delete from audit_event where seq = 3`,
    reason: 'line-missing',
  },
  'a missing end': {
    how: sql`with gone as (delete from audit_person where seq = 5) delete from audit_event where seq = 5`,
    reason: 'lines-missing-at-the-end',
  },
  'a line written over with a fitting digest': {
    how: sql`update audit_event set detail = '{}', sha256 = repeat('a', 64) where seq = 2`,
    reason: 'line-changed',
  },
}

for (const [what, { how, reason }] of Object.entries(TAMPERING)) {
  dbTest(`the chain tells of ${what}`, async ({ db }) => {
    for (let line = 1; line <= 5; line++) {
      await appendAudit(
        db,
        { ...LOCAL_AUTHOR, name: 'Quelqu’un' },
        { action: 'export', subject: 'posts', detail: { line } },
      )
    }
    expect(await verifyChain(db)).toMatchObject({ isIntact: true, events: 5, headSeq: 5 })
    await db.run(sql`alter table audit_event disable trigger user`)
    await db.run(sql`alter table audit_person disable trigger user`)
    await db.run(sql`alter table audit_person drop constraint audit_person_seq_fkey`)
    await db.run(how)
    expect(await verifyChain(db)).toMatchObject({ isIntact: false, broken: { reason } })
  })
}

dbTest('a whole new chain does not fit a head that was noted elsewhere', async ({ db }) => {
  await appendAudit(db, LOCAL_AUTHOR, { action: 'import', subject: 'region' })
  const noted = await verifyChain(db)
  const anchor = { seq: noted.headSeq, sha256: noted.headHash }
  await appendAudit(db, LOCAL_AUTHOR, { action: 'import', subject: 'region' })
  expect(await verifyChain(db, anchor)).toMatchObject({ isIntact: true })
  expect(await verifyChain(db, { ...anchor, sha256: 'f'.repeat(64) })).toMatchObject({
    isIntact: false,
    broken: { reason: 'anchor-differs' },
  })
})

dbTest(
  'old names are forgotten and accounts that have left too; what was done stays proved',
  async ({ db, given }) => {
    const leaver = await given.account({
      role: 'viewer',
      email: 'partie@example.org',
      password: 'sept bornes au bord',
    })
    const stayer = await given.account({ role: 'viewer' })
    for (const { id, role } of [leaver, stayer]) {
      const author = { accountId: id, role, name: 'Un nom', address: '192.0.2.1', agent: 'x' }
      await appendAudit(db, author, { action: 'export', subject: 'posts' })
    }
    await db.run(sql`update account set left_at = now() - interval '366 days' where id = ${leaver.id}`)
    expect(await applyRetention(db)).toEqual({ accounts: 1, persons: 1 })
    expect(await db.one(sql`select email, name, password_hash from account where id = ${leaver.id}`)).toEqual(
      {
        email: `${leaver.id}@forgotten.invalid`,
        name: `Compte ${leaver.id.slice(0, 8)}`,
        password_hash: null,
      },
    )
    expect(await verifyChain(db)).toMatchObject({ isIntact: true, events: 3 })
    const kept = await db.many(
      sql`select account_id from audit_event event join audit_person using (seq) where account_id is not null`,
    )
    expect(kept).toEqual([{ account_id: stayer.id }])
    expect(await applyRetention(db)).toEqual({ accounts: 0, persons: 0 })
  },
)
