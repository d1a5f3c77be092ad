import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dbOver } from '../../../api/src/platform/db.ts'
import { restoreDump } from '../../../api/src/platform/embedded-postgis/dumps.ts'
import { openEmbeddedEngine } from '../../../api/src/platform/embedded-postgis/embedded-engine.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { startChild } from '../../support/child.ts'
import { dataFolderForTest, embeddedForTest } from '../../support/embedded.ts'

const ROUNDS = 4
const WRITING_MS = 400

test('kill -9 during writes loses no acknowledged row', async () => {
  const dataDir = await dataFolderForTest()
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    const writer = startChild('./write-until-killed.ts', dataDir)
    const [, count, last] = (await writer.printed('found')).split(' ').map(Number)
    expect(last).toBeGreaterThanOrEqual(acknowledged)
    expect(count).toBe(last)
    await writer.printed('acknowledged')
    await new Promise((resolve) => setTimeout(resolve, WRITING_MS * (0.5 + Math.random())))
    writer.process.kill('SIGKILL')
    const lines = await writer.ended
    acknowledged = Number(lines.at(-1)?.split(' ')[1])
  }

  const db = dbOver(await embeddedForTest({ dataDir }))
  const { rows, last } = await db.one<{ rows: number; last: number }>(
    sql`select count(*) as rows, max(n) as last from written`,
  )
  expect(last).toBeGreaterThanOrEqual(acknowledged)
  expect(rows).toBe(last)
  const byIndex = await db.transaction(async () => {
    await db.run(sql`set local enable_seqscan = off`)
    return db.one(sql`select count(*) as rows from written where n > 0`)
  })
  expect(byIndex).toEqual({ rows })
}, 120_000)

test('a dump restores what was there, and keeps what it replaces', async () => {
  const dataDir = await dataFolderForTest()
  const engine = await openEmbeddedEngine({ dataDir })
  await engine.pool.query(`create table kept as select 'before'::text as state, st_point(-12, 15) as geom`)
  const writing = engine.upkeep.dump()
  const during = engine.pool.query('select state from kept')
  const file = await writing
  expect((await during).rows).toEqual([{ state: 'before' }])
  await engine.pool.query(`update kept set state = 'after'`)
  expect((await engine.describe()).lastDumpAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
  await expect(restoreDump(dataDir, file)).rejects.toMatchObject({ code: 'data-folder-locked' })
  await engine.close()

  const replaced = await restoreDump(dataDir, file)
  expect(await readdir(replaced!)).toContain('PG_VERSION')
  const db = dbOver(await embeddedForTest({ dataDir }))
  expect(await db.one(sql`select state, st_x(geom) as lon from kept`)).toEqual({ state: 'before', lon: -12 })
})

test('a damaged dump changes nothing', async () => {
  const dataDir = await dataFolderForTest()
  const engine = await openEmbeddedEngine({ dataDir })
  const file = await engine.upkeep.dump()
  await engine.close()
  const handle = await open(file, 'r+')
  await handle.truncate(50_000)
  await handle.close()
  await expect(restoreDump(dataDir, file)).rejects.toMatchObject({
    code: 'dump-damaged',
    details: { file },
  })
  expect(await readdir(dataDir)).toEqual(expect.arrayContaining(['database']))
  await rm(file)
})

test('the latest three dumps are kept', async () => {
  const dataDir = await dataFolderForTest()
  const folder = join(dataDir, 'dumps')
  const engine = await embeddedForTest({ dataDir })
  await engine.upkeep.dump()
  const [recent] = await readdir(folder)
  for (const day of ['01', '02', '03']) {
    await (await open(join(folder, `database-2020-01-${day}T00-00-00Z.tar.gz`), 'w')).close()
  }
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await engine.upkeep.dump()
  const names = (await readdir(folder)).sort()
  expect(names).toHaveLength(3)
  expect(names.slice(0, 2)).toEqual(['database-2020-01-03T00-00-00Z.tar.gz', recent])
})
