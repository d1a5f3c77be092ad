import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate, readMigrations } from '@borne/migrations'
import { describe, expect, test } from 'vitest'
import { makeLink } from '../../api/src/platform/access/one-time-links.ts'
import { makeBackup } from '../../api/src/platform/backup/make-backup.ts'
import { readArchive } from '../../api/src/platform/backup/read-archive.ts'
import { dropOwnObjects } from '../../api/src/platform/backup/rebuild-database.ts'
import { NOT_BACKED_UP } from '../../api/src/platform/backup/scope.ts'
import { inTransaction } from '../../api/src/platform/backup/transaction.ts'
import type { OpenedDb } from '../../api/src/platform/db.ts'
import type { EngineName } from '../../api/src/platform/engine.ts'
import {
  archiveFolder,
  backUp,
  fileDigests,
  fillStage,
  restoreTo,
  type Stage,
  sourceOf,
  stageFor,
  storePhoto,
  storeTemplate,
  tableDigests,
} from '../support/backup-stage.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { editArchive } from '../support/edit-archive.ts'
import { account, cookieOf } from '../support/given-account.ts'

const LONG_MS = 120_000
const PAIRS = enginesUnderTest.flatMap((from) =>
  enginesUnderTest.map((to): [EngineName, EngineName] => [from, to]),
)

async function archiveOf(stage: Stage): Promise<string> {
  const file = join(await archiveFolder(), 'borne.tar.gz')
  await backUp(stage, file)
  return file
}

/** What a restore must not bring back, and must not leave: a session, a link, a count of failures. */
function openDoors(stage: Stage): Promise<void> {
  return stage.opened(async (db) => {
    await cookieOf(db, await account(db))
    await makeLink(db, 'set-up', null)
    await db.pool.query(
      `insert into sign_in_failure (bucket, failures, last_at, blocked_until) values ('x', 9, now(), now())`,
    )
  })
}

const digestsOf = (stage: Stage) => stage.opened(({ pool }) => tableDigests(pool))

describe.each(PAIRS)('a backup of %s restored to %s', (from, to) => {
  test('brings every row and every photo, and goes on counting', { timeout: LONG_MS }, async () => {
    const source = await stageFor(from)
    await fillStage(source)
    await openDoors(source)
    for (const name of ['site-minutes.docx', 'mission-order.docx'])
      await storeTemplate(source, name, `${name} of ours`)
    await storeTemplate(source, 'site-minutes.docx.part', 'left over')
    const [rows, photos] = [await digestsOf(source), await fileDigests(source.filesDir)]
    const { 'site-minutes.docx.part': _left, ...templates } = await fileDigests(source.templatesDir)
    const file = await archiveOf(source)
    await source.free()

    const target = await stageFor(to)
    await fillStage(target, 5)
    await openDoors(target)
    const other = await storePhoto(target, 'named by nothing any more')
    for (const name of ['site-minutes.docx', 'mission-report.docx'])
      await storeTemplate(target, name, 'replaced')
    const restored = await restoreTo(target, file)

    expect(await digestsOf(target)).toEqual(rows)
    expect(Object.keys(rows).length).toBeGreaterThan(20)
    expect(await fileDigests(target.filesDir)).toEqual(photos)
    expect(Object.keys(photos)).toHaveLength(2)
    expect(await fileDigests(target.templatesDir)).toEqual(templates)
    expect(Object.keys(templates)).toHaveLength(2)
    expect(Object.keys(await fileDigests(restored.keptTemplates!))).toEqual([
      'mission-report.docx',
      'site-minutes.docx',
    ])
    expect(await readdir(target.dataDir)).not.toContain('templates.incoming')
    expect(Object.keys(await fileDigests(restored.keptFiles!)).join()).toContain(other)
    if (to === 'embedded') expect(await readdir(restored.keptDatabase!)).toContain('PG_VERSION')
    await target.opened(async ({ pool }) => {
      for (const table of NOT_BACKED_UP)
        expect((await pool.query(`select 1 from ${table}`)).rows, table).toEqual([])
      expect((await pool.query('select role from account')).rows).toEqual([{ role: 'administrator' }])
      const { rows: made } = await pool.query(
        `insert into import_run (dataset, source, licence, attribution, file_name, file_sha256, status)
         values ('new', '', '', '', '', '', 'running') returning id`,
      )
      expect(made).toEqual([{ id: 2 }])
      await expect(pool.query('delete from import_run where id = 1')).rejects.toMatchObject({
        code: '23503',
      })
      expect(await migrate(pool)).toEqual([])
    })
  })
})

test('a backup of an earlier format says nothing of templates, and leaves them', {
  timeout: LONG_MS,
}, async () => {
  const stage = await stageFor(enginesUnderTest.at(-1)!)
  await fillStage(stage, 3)
  await storeTemplate(stage, 'site-minutes.docx', 'archived')
  const file = await archiveOf(stage)
  const earlier = await editArchive(file, `${file}.1`, ({ manifest, entries }) => {
    Object.assign(manifest, { format: 1, templates: undefined })
    entries.splice(
      entries.findIndex(({ name }) => name === 'templates/site-minutes.docx'),
      1,
    )
  })
  await storeTemplate(stage, 'site-minutes.docx', 'present')
  const before = await fileDigests(stage.templatesDir)
  expect((await restoreTo(stage, earlier)).keptTemplates).toBeUndefined()
  expect(await fileDigests(stage.templatesDir)).toEqual(before)
})

describe.each(enginesUnderTest)('a backup [%s]', (engine) => {
  test('is for its owner alone, and a whole gzip archive', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await fillStage(stage, 20)
    const folder = await archiveFolder()
    const file = join(folder, 'borne.tar.gz')
    await writeFile(file, 'an earlier one')
    await chmod(file, 0o644)
    const made = await backUp(stage, file)
    const facts = await stat(file)
    expect(facts.mode & 0o777).toBe(0o600)
    expect(facts.size).toBe(made.bytes)
    expect(await readdir(folder)).toEqual(['borne.tar.gz'])
    const manifest = await readArchive(file)
    expect(manifest).toMatchObject({ product: 'borne', format: 2, engine, missingFiles: [] })
    expect(manifest.migrations).toHaveLength((await readMigrations()).length)
    expect(manifest.tables.find(({ name }) => name === 'border_post')?.rows).toBe(20)
  })

  test('reports the photos that are gone or spoilt, and is made', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await fillStage(stage, 20)
    const [gone, spoilt] = Object.keys(await fileDigests(stage.filesDir))
    await rm(join(stage.filesDir, gone!))
    await writeFile(join(stage.filesDir, spoilt!), 'spoilt')
    await writeFile(join(stage.filesDir, 'left.part'), 'left over')
    const made = await backUp(stage, join(await archiveFolder(), 'borne.tar.gz'))
    const names = [gone!, spoilt!].map((path) => path.slice(-69, -5)).sort()
    expect([...made.missingFiles].sort()).toEqual(names)
    expect(made.files).toBe(0)
  })

  test('of an older schema is brought up to date', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    const older = 4
    await stage.opened(async (db) => {
      await rebuildUpTo(db, older)
      expect((await db.pool.query('select count(*) from schema_migration')).rows).toEqual([{ count: older }])
    })
    await fillStage(stage, 30)
    const file = await archiveOf(stage)
    const restored = await restoreTo(stage, file)
    expect(restored.rows).toBeGreaterThan(60)
    await stage.opened(async ({ pool }) => {
      expect(await migrate(pool)).toEqual([])
      const { rows } = await pool.query(`select count(*) from searchable_name where type = 'admin-unit'`)
      expect(rows).toEqual([{ count: 2 }])
    })
  })

  test('is of one moment while writes go on', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await fillStage(stage)
    const file = join(await archiveFolder(), 'borne.tar.gz')
    const written = await stage.opened(async (db) => {
      let isOver = false
      let count = 0
      const writing = (async () => {
        while (!isOver) {
          count++
          await db.pool.query(
            `with run as (
               insert into import_run (dataset, source, licence, attribution, file_name, file_sha256, status)
               values ('at once', '', '', '', '', '', 'running') returning id)
             insert into import_reject (import_run_id, row_number, reason, detail) select id, 1, '', '' from run`,
          )
        }
      })()
      await makeBackup(sourceOf(stage, db), file)
      isOver = true
      await writing
      return count
    })
    expect(written).toBeGreaterThan(1)
    const { tables } = await readArchive(file)
    const rowsOf = (table: string) => tables.find(({ name }) => name === table)!.rows
    expect(rowsOf('import_reject')).toBe(rowsOf('import_run'))
  })

  test('leaves the tables of others where they are', { timeout: LONG_MS }, async () => {
    const stage = await stageFor(engine)
    await fillStage(stage, 10)
    await stage.opened(({ pool }) => pool.query('create table "Zone (QGIS)" (id serial primary key, n int)'))
    const file = join(await archiveFolder(), 'borne.tar.gz')
    expect((await backUp(stage, file)).strays).toEqual(['Zone (QGIS)'])
    // The embedded engine begins a new folder: what is not Borne's stays in the one that is kept.
    if (engine === 'embedded') return
    await restoreTo(stage, file)
    const { rows } = await stage.opened(({ pool }) => pool.query('select count(*) from "Zone (QGIS)"'))
    expect(rows).toEqual([{ count: 0 }])
  })
})

async function rebuildUpTo({ pool }: OpenedDb, version: number): Promise<void> {
  const client = await pool.connect()
  await inTransaction(client, () => dropOwnObjects(client))
  client.release()
  await migrate(pool, { upTo: version })
}

test('comes back where the database is lost and a restore was cut short', { timeout: LONG_MS }, async () => {
  const stage = await stageFor('embedded')
  await fillStage(stage, 10)
  const [file, rows] = [await archiveOf(stage), await digestsOf(stage)]
  await stage.free()
  await rm(join(stage.dataDir, 'database'), { recursive: true })
  await mkdir(join(stage.dataDir, 'database.incoming'))
  const restored = await restoreTo(stage, file)
  expect(restored).toMatchObject({ keptDatabase: undefined, keptFiles: undefined })
  expect(await digestsOf(stage)).toEqual(rows)
  await stage.free()
  expect((await readdir(stage.dataDir)).filter((name) => name.startsWith('database.'))).toEqual([])
})
