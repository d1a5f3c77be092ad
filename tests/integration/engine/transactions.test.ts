import { beforeAll, describe, expect, test } from 'vitest'
import { type Db, dbOver, type OpenedDb } from '../../../api/src/platform/db.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { dbTest, enginesOfFile, enginesUnderTest } from '../../support/db-test.ts'

const engineOf = enginesOfFile()

const numbersIn = async (db: Db) =>
  (await db.many<{ n: number }>(sql`select n from counted order by n`)).map(({ n }) => n)
const insert = (db: Db, n: number) => db.run(sql`insert into counted values (${n})`)
const fail = () => {
  throw new Error('changed my mind')
}

dbTest('a failed inner transaction is undone, the outer one goes on', async ({ db }) => {
  await db.run(sql`create table counted (n int)`)
  await db.transaction(async () => {
    await insert(db, 1)
    const inner = db.transaction(async () => {
      await insert(db, 2)
      await db.transaction(() => insert(db, 3))
      fail()
    })
    await expect(inner).rejects.toThrow('changed my mind')
    await db.transaction(() => insert(db, 4))
  })
  expect(await numbersIn(db)).toEqual([1, 4])
})

dbTest('an SQL error inside a savepoint leaves the transaction usable', async ({ db }) => {
  await db.run(sql`create table counted (n int)`)
  await expect(db.transaction(() => db.run(sql`select 1/0`))).rejects.toMatchObject({ code: '22012' })
  await insert(db, 1)
  expect(await numbersIn(db)).toEqual([1])
})

dbTest('what is asked beside an open savepoint is not undone with it', async ({ db }) => {
  await db.run(sql`create table counted (n int)`)
  await db.transaction(async () => {
    const undone = db.transaction(async () => {
      await insert(db, 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
      fail()
    })
    const kept = insert(db, 2)
    await expect(undone).rejects.toThrow()
    await kept
  })
  expect(await numbersIn(db)).toEqual([2])
})

dbTest('one row means one row', async ({ db }) => {
  await expect(db.one(sql`select 1 where false`)).rejects.toMatchObject({ code: 'row-count-unexpected' })
  await expect(db.one(sql`select generate_series(1, 2)`)).rejects.toMatchObject({ details: { rows: 2 } })
  expect(await db.maybeOne(sql`select 1 where false`)).toBeUndefined()
  await expect(db.maybeOne(sql`select generate_series(1, 2)`)).rejects.toMatchObject({ details: { rows: 2 } })
})

dbTest('nested fragments are spliced and their parameters renumbered', async ({ db }) => {
  const inner = sql`select ${'b'}::text as letter where ${true}`
  const rows = await db.many(
    sql`select ${'a'}::text as letter union all ${inner} union all select ${'c'}::text order by 1`,
  )
  expect(rows).toEqual([{ letter: 'a' }, { letter: 'b' }, { letter: 'c' }])
})

describe.each(enginesUnderTest)('transactions that end [%s]', (engineName) => {
  const table = sql`create table if not exists counted (n int); truncate counted`
  let db: OpenedDb
  beforeAll(async () => {
    db = dbOver(await engineOf(engineName))
    await db.run(table)
  })

  test('a failing transaction leaves nothing, a finished one everything', async () => {
    await expect(db.transaction(async () => (await insert(db, 1)) && fail())).rejects.toThrow(
      'changed my mind',
    )
    expect(await db.transaction(() => insert(db, 2))).toBe(1)
    expect(await numbersIn(db)).toEqual([2])
  })

  test('a query made after its transaction is refused, not run outside', async () => {
    let late: (() => Promise<unknown>) | undefined
    await db.transaction(async () => {
      const { AsyncResource } = await import('node:async_hooks')
      late = AsyncResource.bind(() => insert(db, 99))
    })
    await expect(late!()).rejects.toMatchObject({ code: 'transaction-over' })
    expect(await numbersIn(db)).not.toContain(99)
  })

  test('a transaction that failed silently is not reported as committed', async () => {
    const swallowed = db.transaction(async () => {
      await insert(db, 3)
      await db.run(sql`select 1/0`).catch(() => {})
    })
    await expect(swallowed).rejects.toMatchObject({ code: 'transaction-over' })
    expect(await numbersIn(db)).not.toContain(3)
  })
})
