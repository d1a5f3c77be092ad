import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { dbOver } from '../../../api/src/platform/db.ts'
import { openEmbeddedEngine } from '../../../api/src/platform/embedded-postgis/embedded-engine.ts'
import { lockFolder } from '../../../api/src/platform/embedded-postgis/folder-lock.ts'
import { trimmedBundle } from '../../../api/src/platform/embedded-postgis/postgis-bundle.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { startBriefChild } from '../../support/child.ts'
import { dataFolderForTest, embeddedForTest } from '../../support/embedded.ts'

describe('the lock of the data folder', () => {
  let folder: string
  const lockFile = () => join(folder, 'database.pid')
  const leaveLock = (holder: object) => writeFile(lockFile(), JSON.stringify(holder))

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'borne-lock-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
  })

  test('a second process is refused and told who holds it', async () => {
    const lock = await lockFolder(folder)
    const other = startBriefChild('./try-lock.ts', folder)
    expect(await other.ended).toEqual([`data-folder-locked ${process.pid}`])
    await lock.release()
    expect(await startBriefChild('./try-lock.ts', folder).ended).toEqual(['locked'])
  })

  test('so is a second opening in the same process', async () => {
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'data-folder-locked',
      details: { folder },
    })
    await lock.release()
  })

  test('the lock of a dead process is taken, by exactly one of four', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    await leaveLock({ pid: dead, host: hostname(), processStart: '1' })
    const children = Array.from({ length: 4 }, () => startBriefChild('./try-lock.ts', folder))
    const outcomes = (await Promise.all(children.map(({ ended }) => ended))).flat()
    expect(outcomes.filter((outcome) => outcome === 'locked')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.startsWith('data-folder-locked'))).toHaveLength(3)
  })

  test('a pid that was given anew does not pass for the holder', async () => {
    await leaveLock({ pid: process.ppid, host: hostname(), processStart: 'another time' })
    const lock = await lockFolder(folder)
    await lock.release()
  })

  test('a holder on another machine counts as alive while its heart beats', async () => {
    await leaveLock({ pid: 1, host: 'elsewhere', processStart: '1' })
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'data-folder-locked',
      details: { host: 'elsewhere' },
    })
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(lockFile(), longAgo, longAgo)
    const lock = await lockFolder(folder)
    await lock.release()
  })

  test('a folder that cannot be written is named', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(lockFolder(join(folder, 'file', 'data'))).rejects.toMatchObject({
      code: 'data-folder-not-writable',
      details: { folder: join(folder, 'file', 'data'), reason: 'ENOTDIR' },
    })
  })
})

describe('the files of the embedded engine', () => {
  test('an engine opened on a folder in use is refused; its rows stay', async () => {
    const dataDir = await dataFolderForTest()
    const db = dbOver(await embeddedForTest({ dataDir }))
    await expect(openEmbeddedEngine({ dataDir })).rejects.toMatchObject({ code: 'data-folder-locked' })
    expect(await db.one(sql`select 1 as one`)).toEqual({ one: 1 })
  })

  test('left-over sort files are deleted at open', async () => {
    const dataDir = await dataFolderForTest()
    const temporary = join(dataDir, 'database', 'base', 'pgsql_tmp')
    await mkdir(temporary, { recursive: true })
    await writeFile(join(temporary, 'pgsql_tmp42.0'), 'left over')
    await embeddedForTest({ dataDir })
    expect(await readdir(temporary)).toEqual([])
  })

  test('the write-ahead log is bounded, and checkpoints and statistics come when asked', async () => {
    const dataDir = await dataFolderForTest()
    const engine = await embeddedForTest({ dataDir })
    const db = dbOver(engine)
    expect(await db.one(sql`select current_setting('max_wal_size') as size`)).toEqual({ size: '128MB' })

    const position = async () =>
      (await db.one<{ at: string }>(sql`select redo_lsn::text as at from pg_control_checkpoint()`)).at
    const before = await position()
    await db.run(sql`create table measured as select n from generate_series(1, 1000) n`)
    await engine.upkeep.checkpoint()
    expect(await position()).not.toBe(before)

    await engine.upkeep.daily()
    expect(await db.one(sql`select reltuples::int as rows from pg_class where relname = 'measured'`)).toEqual(
      {
        rows: 1000,
      },
    )
  })

  test('a database whose making was cut short is made anew', async () => {
    const dataDir = await dataFolderForTest()
    await rm(join(dataDir, 'database', 'borne-ready'))
    await rm(join(dataDir, 'database', 'global'), { recursive: true })
    const log: string[] = []
    const db = dbOver(await embeddedForTest({ dataDir, log: (line) => log.push(line) }))
    expect(await db.one(sql`select extname from pg_extension where extname = 'postgis'`)).toBeTruthy()
    expect(log.join()).toMatch(/set aside/)
  })

  test('a database that no longer starts is said to be damaged, and left as it is', async () => {
    const dataDir = await dataFolderForTest()
    await rm(join(dataDir, 'database', 'global', 'pg_control'))
    await expect(openEmbeddedEngine({ dataDir })).rejects.toMatchObject({
      code: 'data-folder-damaged',
      details: { folder: dataDir },
    })
    expect(await readdir(join(dataDir, 'database'))).toContain('PG_VERSION')
  })

  test('nothing is started on a disk without room for the log', async () => {
    const dataDir = await dataFolderForTest()
    await expect(
      openEmbeddedEngine({ dataDir, limits: { leastFreeBytes: Number.MAX_SAFE_INTEGER } }),
    ).rejects.toMatchObject({ code: 'disk-full', details: { folder: dataDir } })
    await embeddedForTest({ dataDir })
  })

  test('the bundle leaves raster, topology and tiger out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'borne-bundle-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const bytes = await readFile(await trimmedBundle(folder))
    expect(bytes.length).toBeLessThan(10_000_000)
    const { rows } = await (await embeddedForTest()).pool.query(
      `select name from pg_available_extensions where name like 'postgis%' order by name`,
    )
    expect(rows).toEqual([{ name: 'postgis' }])
  })
})

test('the engine starts in a process that is watched for changes', async () => {
  vi.stubEnv('WATCH_REPORT_DEPENDENCIES', '1')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const db = dbOver(await embeddedForTest())
  expect(await db.one(sql`select 1 as one`)).toEqual({ one: 1 })
})

test('the versions are the ones that were proved', async () => {
  const api = new URL('../../../api/node_modules/@electric-sql/', import.meta.url)
  const versionOf = async (name: string) =>
    (JSON.parse(await readFile(new URL(`${name}/package.json`, api), 'utf8')) as { version: string }).version
  expect([await versionOf('pglite'), await versionOf('pglite-postgis')]).toEqual(['0.5.12', '0.2.8'])
})
