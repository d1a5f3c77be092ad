import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MigrationError, migrate } from '@borne/migrations'
import type { Pool } from 'pg'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openServerEngine } from '../../../api/src/platform/server-engine.ts'
import { createDatabase, enginesOfFile, enginesUnderTest } from '../../support/db-test.ts'

const engineOf = enginesOfFile()

describe.each(enginesUnderTest)('migrations [%s]', (engineName) => {
  let folder: string
  let pool: Pool
  const write = (name: string, text: string) => writeFile(join(folder, name), text)
  const tables = async () =>
    (await pool.query(`select relname from pg_class where relname like 'made_%' order by relname`)).rows.map(
      ({ relname }) => relname,
    )

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'borne-migrations-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    pool = engineName === 'embedded' ? await embeddedPool() : await serverPool()
    await write('0001_one.sql', 'create table made_one (n int);\ninsert into made_one values (1);')
    await write('0002_two.sql', 'create table made_two (n int)')
  })

  test('are applied in order, once', async () => {
    expect(await migrate(pool, { folder })).toEqual(['0001_one.sql', '0002_two.sql'])
    expect(await migrate(pool, { folder })).toEqual([])
    await write('0003_three.sql', 'create table made_three ()')
    const lines: string[] = []
    expect(await migrate(pool, { folder, log: (line) => lines.push(line) })).toEqual(['0003_three.sql'])
    expect(lines).toEqual(['0003_three.sql'])
    expect(await tables()).toEqual(['made_one', 'made_three', 'made_two'])
  })

  test('an edited file is refused, other line ends are not an edit', async () => {
    await migrate(pool, { folder })
    await write('0001_one.sql', 'create table made_one (n int);\r\ninsert into made_one values (1);')
    expect(await migrate(pool, { folder })).toEqual([])
    await write('0001_one.sql', 'create table made_one (n bigint)')
    await write('0003_three.sql', 'create table made_three ()')
    await expect(migrate(pool, { folder })).rejects.toMatchObject({
      code: 'migration-edited',
      details: { file: '0001_one.sql' },
    })
    expect(await tables()).not.toContain('made_three')
  })

  test('a file that fails half-way leaves nothing of itself', async () => {
    await write('0003_three.sql', 'create table made_three (n int);\nselect 1/0;\ncreate table made_four ()')
    const failure = await migrate(pool, { folder }).catch((error) => error)
    expect(failure).toBeInstanceOf(MigrationError)
    expect(failure).toMatchObject({ code: 'migration-failed', details: { file: '0003_three.sql' } })
    expect(await tables()).toEqual(['made_one', 'made_two'])
    await write('0003_three.sql', 'create table made_three (n int)')
    expect(await migrate(pool, { folder })).toEqual(['0003_three.sql'])
  })

  test('two runners at once apply each file once', async () => {
    const applied = await Promise.all([migrate(pool, { folder }), migrate(pool, { folder })])
    expect(applied.flat().sort()).toEqual(['0001_one.sql', '0002_two.sql'])
    expect((await pool.query('select n from made_one')).rows).toEqual([{ n: 1 }])
  })

  test('gaps, doubles and strange names are refused', async () => {
    const refusal = () => migrate(pool, { folder }).catch((error) => `${error.code}: ${error.details.reason}`)
    await write('0004_four.sql', 'select 1')
    expect(await refusal()).toBe('migration-order: number 3 is missing')
    await rm(join(folder, '0004_four.sql'))
    await write('0002_again.sql', 'select 1')
    expect(await refusal()).toMatch(/^migration-order: the number of 0002_\w+.sql is used twice$/)
    await rm(join(folder, '0002_again.sql'))
    await write('3_three.sql', 'select 1')
    expect(await refusal()).toMatch(/3_three.sql is not named/)
    expect(await tables()).toEqual([])
  })

  test('a database that is newer than the files is refused', async () => {
    await migrate(pool, { folder })
    await rm(join(folder, '0002_two.sql'))
    await expect(migrate(pool, { folder })).rejects.toMatchObject({ code: 'migration-order' })
  })

  async function embeddedPool(): Promise<Pool> {
    const { pool } = await engineOf('embedded')
    const left = await pool.query(
      `select format('drop table %I', relname) as text from pg_class
        where relkind = 'r' and (relname like 'made_%' or relname = 'schema_migration')`,
    )
    for (const { text } of left.rows) await pool.query(text)
    return pool
  }

  async function serverPool(): Promise<Pool> {
    const name = `borne_migrations_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
    const engine = await openServerEngine(await createDatabase(process.env.BORNE_TEST_DATABASE_URL!, name))
    onTestFinished(() => engine.close())
    return engine.pool
  }
})

test('a server that does not answer is said so', async () => {
  await expect(openServerEngine('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    code: 'cannot-connect',
    details: { reason: expect.stringContaining('ECONNREFUSED') },
  })
})
