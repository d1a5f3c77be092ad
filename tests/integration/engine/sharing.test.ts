import type { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { dbOver, type OpenedDb } from '../../../api/src/platform/db.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { enginesOfFile, enginesUnderTest } from '../../support/db-test.ts'
import { embeddedForTest } from '../../support/embedded.ts'

const engineOf = enginesOfFile()

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(enginesUnderTest)('many at once [%s]', (engineName) => {
  let db: OpenedDb
  beforeAll(async () => {
    db = dbOver(await engineOf(engineName))
    await db.run(sql`drop table if exists purse`)
    await db.run(sql`create table purse (id int primary key, steps int not null)`)
  })

  test('20 transactions beside 200 queries answer rightly', async () => {
    const transfer = (id: number) =>
      db.transaction(async () => {
        await db.run(sql`insert into purse values (${id}, 1)`)
        await pause(id % 5)
        await db.run(sql`update purse set steps = steps + 1 where id = ${id}`)
        const { steps } = await db.one<{ steps: number }>(sql`select steps from purse where id = ${id}`)
        if (id % 4 === 0) throw new Error('changed my mind')
        return steps
      })
    const ask = async (n: number) =>
      await db.one<{ n: number; half: number }>(
        sql`select ${n}::int as n, (select count(*) from purse where steps = 1) as half`,
      )

    const transactions = Array.from({ length: 20 }, (_, id) => transfer(id))
    const answers = Array.from({ length: 200 }, (_, n) => ask(n))
    const ended = await Promise.allSettled(transactions)
    const rows = await Promise.all(answers)

    expect(ended.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, id) => (id % 4 === 0 ? 'rejected' : 'fulfilled')),
    )
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    expect(rows.filter(({ half }) => half !== 0)).toEqual([])
    expect(await db.one(sql`select count(*) as count, sum(steps) as steps from purse`)).toEqual({
      count: 15,
      steps: 30,
    })
  })

  test('a local setting ends with its transaction', async () => {
    await db.transaction(async () => {
      await db.run(sql`set local search_path = pg_catalog`)
      await db.one(sql`select set_config('borne.person', 'someone', true)`)
    })
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        db.one(
          sql`select current_schema() as schema, coalesce(current_setting('borne.person', true), '') as person`,
        ),
      ),
    )
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set(['{"schema":"public","person":""}']),
    )
  })

  test('notifications reach those who listen, once', async () => {
    const listener = (await db.pool.connect()) as unknown as Client & { release(destroy: boolean): void }
    const other = (await db.pool.connect()) as unknown as Client & { release(destroy: boolean): void }
    const heard: string[] = []
    listener.on('notification', ({ channel, payload }) => heard.push(`${channel}: ${payload}`))
    other.on('notification', ({ channel }) => heard.push(`not asked for: ${channel}`))
    await listener.query('listen post_changed')
    await db.transaction(() => db.run(sql`select pg_notify('post_changed', 'one')`))
    await expect(
      db.transaction(async () => {
        await db.run(sql`select pg_notify('post_changed', 'undone')`)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow()
    await db.run(sql`notify post_changed, 'two'`)
    await listener.query('select 1')
    await pause(50)
    listener.release(true)
    other.release(true)
    expect(heard).toEqual(['post_changed: one', 'post_changed: two'])
  })

  test('a client that leaves with its transaction open leaves nothing', async () => {
    const client = await db.pool.connect()
    await client.query('begin')
    await client.query('insert into purse values (1001, 1)')
    client.release(true)
    expect(await db.maybeOne(sql`select id from purse where id = 1001`)).toBeUndefined()
  })

  test('an answer of 10 MB and a parameter of 10 MB arrive whole', async () => {
    const text = 'é'.repeat(5_000_000)
    const { length, back } = await db.one<{ length: number; back: string }>(
      sql`select length(${text}::text), ${text}::text as back`,
    )
    expect(length).toBe(5_000_000)
    expect(back === text).toBe(true)
  })
})

describe('the embedded engine alone', () => {
  test('deep recursion answers or fails, but never comes back empty', async () => {
    const db = dbOver(await engineOf('embedded'))
    await db.run(sql`
      create or replace function depth_of(n int) returns int language plpgsql as
      $body$ begin if n = 0 then return 0; end if; return 1 + depth_of(n - 1); end $body$`)
    expect(await db.one(sql`select depth_of(200) as depth`)).toEqual({ depth: 200 })
    const nested = `${'('.repeat(3000)}1${')'.repeat(3000)}`
    expect((await db.pool.query(`select ${nested} as one`)).rows).toEqual([{ one: 1 }])
    await expect(db.one(sql`select depth_of(100000) as depth`)).rejects.toMatchObject({ code: '54001' })
    expect(await db.one(sql`select 1 as one`)).toEqual({ one: 1 })
  })

  test('a statement that runs too long is stopped, and the engine is back', async () => {
    const log: string[] = []
    const engine = await embeddedForTest({ limits: { queryTimeoutMs: 1_500 }, log: (line) => log.push(line) })
    const db = dbOver(engine)
    await db.run(sql`create table kept (n int)`)
    await db.run(sql`insert into kept values (1)`)
    const endless = sql`with recursive n as (select 1 as i union all select i from n) select count(*) from n`

    const waiting = Promise.all([db.one(endless).catch((error) => error.code), db.one(sql`select 2 as two`)])
    expect(await waiting).toEqual(['57014', { two: 2 }])
    const inTransaction = db.transaction(async () => {
      await db.run(sql`insert into kept values (2)`)
      await db.one(endless)
    })
    await expect(inTransaction).rejects.toMatchObject({ code: '57014' })
    expect(await db.many(sql`select n from kept`)).toEqual([{ n: 1 }])
    expect(log.filter((line) => line.includes('restarts'))).toHaveLength(2)
  })

  test('an idle transaction is ended, so that others can go on', async () => {
    const engine = await embeddedForTest({ limits: { idleTransactionTimeoutMs: 300 } })
    const db = dbOver(engine)
    await db.run(sql`create table kept (n int)`)
    const forgotten = await engine.pool.connect()
    await forgotten.query('begin')
    await forgotten.query('insert into kept values (1)')
    expect(await db.many(sql`select n from kept`)).toEqual([])
    await expect(forgotten.query('commit')).rejects.toThrow()
    forgotten.release(true)
  })

  test('past its heap limit the worker is renewed between two transactions', async () => {
    const log: string[] = []
    const engine = await embeddedForTest({ limits: { heapLimitBytes: 1 }, log: (line) => log.push(line) })
    const db = dbOver(engine)
    await db.run(sql`create table kept (n int)`)
    await db.transaction(async () => {
      await db.run(sql`insert into kept values (1)`)
      await db.run(sql`insert into kept values (2)`)
    })
    expect(await db.many(sql`select n from kept order by n`)).toEqual([{ n: 1 }, { n: 2 }])
    expect(log.filter((line) => line.includes('renewed')).length).toBeGreaterThanOrEqual(2)
  })

  test.each([
    ['copy kept from stdin', /recordset/],
    ["set work_mem = '64MB'", /SET LOCAL/],
    ["select set_config('borne.person', 'x', false)", /pass true/],
    ['select pg_advisory_lock(1)', /xact/],
    ['create temp table t (a int)', /ON COMMIT DROP/],
    ['prepare p as select 1', /session/],
    ['/* a comment */ set role postgres', /SET LOCAL/],
  ])('refuses %s', async (statement, reason) => {
    const { pool } = await engineOf('embedded')
    await expect(pool.query(statement)).rejects.toMatchObject({
      code: '0A000',
      message: expect.stringMatching(reason),
    })
  })

  test('refuses a named prepared statement, and goes on', async () => {
    const { pool } = await engineOf('embedded')
    await expect(pool.query({ name: 'mine', text: 'select 1' })).rejects.toMatchObject({ code: '0A000' })
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  test.each([
    "select 'copy x from stdin; set role postgres' as text",
    "select e'it\\'s; set role postgres' as text",
    'select $$; set role postgres$$ as text',
    "select '\\' as text -- ; set role postgres",
  ])('does not mistake text for a statement: %s', async (statement) => {
    const { pool } = await engineOf('embedded')
    expect((await pool.query(statement)).rowCount).toBe(1)
  })
})
