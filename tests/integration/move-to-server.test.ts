import { migrate } from '@borne/migrations'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import { loadRows } from '../../api/src/platform/backup/load-rows.ts'
import { moveToServer } from '../../api/src/platform/backup/move-to-server.ts'
import {
  inSnapshot,
  type Row,
  readRows,
  readTables,
  useTextForm,
} from '../../api/src/platform/backup/read-database.ts'
import { inTransaction } from '../../api/src/platform/backup/transaction.ts'
import { openServerEngine } from '../../api/src/platform/server-engine.ts'
import { fillStage, type Stage, stageFor, tableDigests } from '../support/backup-stage.ts'
import { enginesUnderTest } from '../support/db-test.ts'

const LONG_MS = 120_000
const ROUNDS = 12

const digestsOf = (stage: Stage) => stage.opened(({ pool }) => tableDigests(pool))

describe.runIf(enginesUnderTest.includes('server'))('the move to a server', () => {
  test('brings every row, value for value, and goes on counting', { timeout: LONG_MS }, async () => {
    const [source, target] = [await stageFor('embedded'), await stageFor('server')]
    await fillStage(source)
    const rows = await digestsOf(source)
    const moved = await source.opened((db) => moveToServer(db, target.databaseUrl!))
    expect(moved.rows).toBeGreaterThan(1200)
    expect(moved.tables).toBe(Object.keys(rows).length)
    expect(await digestsOf(target)).toEqual(rows)
    await target.opened(async ({ pool }) => {
      const { rows: made } = await pool.query(
        `insert into import_reject (import_run_id, row_number, reason, detail) values (1, 1, '', '') returning id`,
      )
      expect(made).toEqual([{ id: 2 }])
      await expect(pool.query(`delete from admin_unit where pcode = 'B1'`)).rejects.toMatchObject({
        code: '23503',
      })
    })
  })

  test('is refused by a server that has rows, which it leaves alone', { timeout: LONG_MS }, async () => {
    const [source, target] = [await stageFor('embedded'), await stageFor('server')]
    await fillStage(source, 3)
    await fillStage(target, 2)
    const before = await digestsOf(target)
    await expect(source.opened((db) => moveToServer(db, target.databaseUrl!))).rejects.toMatchObject({
      code: 'server-not-empty',
    })
    expect(await digestsOf(target)).toEqual(before)
  })

  test('is refused by a server at work', { timeout: LONG_MS }, async () => {
    const [source, target] = [await stageFor('embedded'), await stageFor('server')]
    await target.opened(async () => {
      await expect(source.opened((db) => moveToServer(db, target.databaseUrl!))).rejects.toMatchObject({
        code: 'database-in-use',
      })
    })
  })

  test('that cannot be finished leaves nothing', { timeout: LONG_MS }, async () => {
    const [source, target] = [await stageFor('embedded'), await stageFor('server')]
    await fillStage(source, 3)
    await source.opened(async (db) => {
      await db.pool.query(`alter table import_run drop constraint import_run_rows_read_check;
        update import_run set rows_read = -1`)
      await expect(moveToServer(db, target.databaseUrl!)).rejects.toMatchObject({ code: '23514' })
    })
    await target.opened(async ({ pool }) => {
      expect((await pool.query('select 1 from import_run')).rows).toEqual([])
      expect(await migrate(pool)).toEqual([])
    })
  })

  const TABLE = `
    create table made_up (
      id bigint generated always as identity primary key,
      title text, geom geometry, ratio float8, narrow real, facts jsonb, raw json, photo bytea, tags text[], ids uuid[],
      since date, at timestamptz, local_at timestamp, lasts interval, amount numeric, is_so boolean,
      shouted text generated always as (title || '!') stored
    )`
  const COLUMNS =
    'title, geom, ratio, narrow, facts, raw, photo, tags, ids, since, at, local_at, lasts, amount, is_so'
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''))
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6 })
  const instant = fc
    .date({ min: new Date('0001-01-02'), max: new Date('9998-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString())
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  const values = fc.tuple(
    maybe(fc.oneof(text, fc.constantFrom('غابو قَبُو', '', 'NULL', '{a,"b}', '\\N\t\r\n', '“é”'))),
    maybe(
      fc
        .tuple(number, number)
        .map(([x, y]) => `SRID=4326;LINESTRING(${x % 180} ${y % 90}, 1 2, -12.345678901234567 15)`),
    ),
    maybe(fc.oneof(number.map(String), fc.constantFrom('NaN', 'Infinity', '-0', '5e-324'))),
    maybe(fc.float({ noNaN: true }).map(String)),
    maybe(fc.json().map((json) => json.replaceAll('\\u0000', ''))),
    maybe(fc.json()),
    maybe(fc.uint8Array().map((bytes) => `\\x${Buffer.from(bytes).toString('hex')}`)),
    maybe(fc.array(maybe(text))),
    maybe(fc.array(fc.uuid())),
    maybe(instant.map((moment) => moment.slice(0, 10))),
    maybe(fc.oneof(instant, fc.constantFrom('infinity', '-infinity', '0044-03-15 12:00:00.123456 BC'))),
    maybe(instant.map((moment) => moment.slice(0, -1))),
    maybe(fc.constantFrom('1 year 2 mons -3 days 04:05:06.789', '-00:00:01', '0')),
    maybe(fc.constantFrom('0.10', '-12345678901234567890.0123456789', 'NaN', '1e-30')),
    maybe(fc.boolean()),
  )

  test('any value comes over as it is, in both directions', { timeout: LONG_MS }, async () => {
    const [embedded, server] = [await stageFor('embedded'), await stageFor('server')]
    await embedded.opened(({ pool: first }) =>
      server.opened(async ({ pool: second }) => {
        for (const pool of [first, second]) await pool.query(TABLE)
        await fc.assert(
          fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 20 }), async (rows) => {
            for (const [from, to] of [
              [first, second],
              [second, first],
            ] as const) {
              for (const pool of [first, second]) await pool.query('truncate made_up restart identity')
              for (const row of rows) await insert(from, row)
              await carry(from, to)
              const line = 'select string_agg(each::text, chr(10) order by id) as all from made_up each'
              expect((await to.query(line)).rows).toEqual((await from.query(line)).rows)
            }
          }),
          { numRuns: ROUNDS },
        )
      }),
    )
  })

  async function insert(pool: Pool, row: readonly unknown[]): Promise<void> {
    const parameters = row.map((_, index) => `$${index + 1}`).join(', ')
    await pool.query(`insert into made_up (${COLUMNS}) values (${parameters})`, [...row])
  }

  async function carry(from: Pool, to: Pool): Promise<void> {
    const [source, target] = [await from.connect(), await to.connect()]
    try {
      await inSnapshot(source, async () => {
        const table = (await readTables(source)).find(({ name }) => name === 'made_up')!
        expect(table.columns).not.toContain('shouted')
        await inTransaction(target, async () => {
          await useTextForm(target)
          await loadRows(target, table, readRows(source, table))
        })
      })
    } finally {
      source.release()
      target.release()
    }
  }

  test('a row that changes on its way is noticed', async () => {
    const stage = await stageFor('server')
    const engine = await openServerEngine(stage.databaseUrl!)
    const client = await engine.pool.connect()
    const table = {
      name: 'import_reject',
      columns: ['id', 'import_run_id', 'row_number', 'reason', 'detail'],
    }
    const rows = async function* (): AsyncGenerator<Row[]> {
      yield [['01', '1', '1', 'numbers lose their leading zero', '']]
    }
    await client.query('begin; alter table import_reject drop constraint import_reject_import_run_id_fkey')
    await expect(loadRows(client, table, rows())).rejects.toMatchObject({
      code: 'copy-differs',
      details: { table: 'import_reject' },
    })
    await client.query('rollback')
    client.release()
    await engine.close()
  })
})
