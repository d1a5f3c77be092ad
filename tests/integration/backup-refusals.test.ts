import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeBackup } from '../../api/src/platform/backup/make-backup.ts'
import { FORMAT } from '../../api/src/platform/backup/manifest.ts'
import { readArchive } from '../../api/src/platform/backup/read-archive.ts'
import { restoreBackup } from '../../api/src/platform/backup/restore-backup.ts'
import { listFiles } from '../../api/src/platform/backup/stored-files.ts'
import { openDb } from '../../api/src/platform/db.ts'
import type { Engine } from '../../api/src/platform/engine.ts'
import { openServerEngine } from '../../api/src/platform/server-engine.ts'
import { takeServerAlone } from '../../api/src/platform/server-presence.ts'
import { endOfArchive, packEntry } from '../../api/src/platform/tar.ts'
import {
  archiveFolder,
  backUp,
  fillStage,
  type Stage,
  sourceOf,
  stageFor,
  tableDigests,
} from '../support/backup-stage.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { editArchive, type OpenedArchive, replaceRows } from '../support/edit-archive.ts'

const LONG_MS = 120_000
const ATTEMPTS = 40
/** Found out only in the database: on the embedded engine each takes ten seconds, and two of the four are enough. */
const SERVER_ONLY = ['with other columns', 'with a row that the schema refuses']
/** Of the gzip header, these two bytes say how it was made and decide nothing. */
const WITHOUT_MEANING = [8, 9]

/** Names, sizes and times of all that is in the folder: writing anything changes them. */
async function traceOf({ dataDir }: Stage): Promise<Record<string, string>> {
  const trace: Record<string, string> = {}
  for (const path of await listFiles(dataDir)) {
    const { size, mtimeMs, ino } = await stat(join(dataDir, path))
    trace[path] = `${size} ${mtimeMs} ${ino}`
  }
  return trace
}

describe('an archive that is not whole', () => {
  test('is refused wherever it is cut, or one byte of it has changed', { timeout: LONG_MS }, async () => {
    const stage = await stageFor('embedded')
    await fillStage(stage, 40)
    const folder = await archiveFolder()
    const [file, spoilt] = [join(folder, 'borne.tar.gz'), join(folder, 'spoilt.tar.gz')]
    await backUp(stage, file)
    const bytes = await readFile(file)
    const content = gunzipSync(bytes)
    await stage.free()
    const restore = () => restoreBackup(stage, spoilt).then(() => 'restored', codeOf)
    const before = await traceOf(stage)
    const random = Array.from({ length: ATTEMPTS }, () => Math.floor(Math.random() * bytes.length))
    for (const at of [0, 1, 7, 8, 18, 511, bytes.length - 8, bytes.length - 1, ...random]) {
      await copyFile(file, spoilt)
      await truncate(spoilt, at)
      expect(`cut at ${at}: ${await restore()}`).toBe(`cut at ${at}: backup-damaged`)
    }
    for (const at of [0, 3, 4, bytes.length - 5, bytes.length - 1, ...random]) {
      if (WITHOUT_MEANING.includes(at)) continue
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ (1 << Math.floor(Math.random() * 8))
      await writeFile(spoilt, changed)
      if (at > 9 && saysTheSame(changed, content)) continue
      expect(`byte ${at}: ${await restore()}`).toMatch(/: backup-(damaged|foreign)$/)
    }
    expect(await traceOf(stage)).toEqual(before)
    expect((await readArchive(file)).product).toBe('borne')
  })
})

describe('an archive that says what is not so', () => {
  const edits: [string, string, (archive: OpenedArchive) => void][] = [
    [
      'of a later format',
      'backup-newer',
      ({ manifest }) => Object.assign(manifest, { format: FORMAT + 1, more: 1 }),
    ],
    ['of something else', 'backup-foreign', ({ manifest }) => Object.assign(manifest, { product: 'other' })],
    ['with an unknown part', 'backup-unknown', ({ manifest }) => Object.assign(manifest, { extra: 1 })],
    [
      'with a path that leads outside',
      'backup-unknown',
      ({ manifest, entries }) => {
        const { path } = manifest.files[0]!
        entries.find(({ name }) => name === `files/${path}`)!.name = `files/../${path}`
        Object.assign(manifest.files[0]!, { path: `../${path}` })
      },
    ],
    [
      'with an entry that leads outside',
      'backup-unknown',
      ({ entries }) => entries.push({ name: '../outside', bytes: Buffer.from('x') }),
    ],
    ['with an entry twice', 'backup-unknown', ({ entries }) => entries.push(entries[0]!)],
    ['without an entry', 'backup-damaged', ({ entries }) => entries.pop()],
    ['with another count', 'backup-damaged', ({ manifest }) => manifest.tables[0]!.rows++],
    ['with another photo', 'backup-damaged', ({ entries }) => entries[0]!.bytes.fill(0)],
    [
      'with a table that no migration makes',
      'backup-unknown',
      (archive) => {
        const { manifest, entries } = archive
        entries.find(({ name }) => name === 'tables/import_run.jsonl')!.name = 'tables/made_up.jsonl'
        manifest.tables.find(({ name }) => name === 'import_run')!.name = 'made_up'
      },
    ],
    [
      'with other columns',
      'backup-unknown',
      ({ manifest }) => manifest.tables.find(({ name }) => name === 'import_run')!.columns.reverse(),
    ],
    [
      'of an edited migration',
      'backup-migrations-differ',
      ({ manifest }) => Object.assign(manifest.migrations[1]!, { sha256: '0'.repeat(64) }),
    ],
    [
      'of migrations to come',
      'backup-newer',
      ({ manifest }) => manifest.migrations.push({ version: 1000, name: 'later', sha256: '0'.repeat(64) }),
    ],
    [
      'with a row that the schema refuses',
      '23514',
      (archive) =>
        replaceRows(archive, 'import_run', (rows) =>
          rows.map((row) => row.map((value) => (value === 'loaded' ? 'impossible' : value))),
        ),
    ],
    [
      'with a row that belongs to nothing',
      '23503',
      (archive) => replaceRows(archive, 'border_post', (rows) => rows.filter((_, index) => index !== 0)),
    ],
  ]

  test.each(enginesUnderTest)('is refused and changes nothing [%s]', { timeout: 300_000 }, async (engine) => {
    const stage = await stageFor(engine)
    await fillStage(stage, 40)
    const folder = await archiveFolder()
    const [file, edited] = [join(folder, 'borne.tar.gz'), join(folder, 'edited.tar.gz')]
    await backUp(stage, file)
    const target = await stageFor(engine)
    await fillStage(target, 3)
    const before = await target.opened(({ pool }) => tableDigests(pool))
    await target.free()
    const traceBefore = await traceOf(target)
    for (const [what, code, edit] of edits) {
      if (engine === 'embedded' && SERVER_ONLY.includes(what)) continue
      await editArchive(file, edited, edit)
      const outcome = await restoreBackup(target, edited).then(() => 'restored', codeOf)
      expect(`${what}: ${outcome}`).toBe(`${what}: ${code}`)
    }
    expect(await traceOf(target)).toEqual(traceBefore)
    expect(await target.opened(({ pool }) => tableDigests(pool))).toEqual(before)
    await editArchive(file, edited, () => {})
    expect((await readArchive(edited)).files).toHaveLength(2)
  })

  test('or is no backup at all', async () => {
    const folder = await archiveFolder()
    const target = {
      dataDir: folder,
      filesDir: join(folder, 'files'),
      templatesDir: join(folder, 'templates'),
    }
    const refusalOf = (path: string) => restoreBackup(target, path).then(() => 'restored', codeOf)
    const written = async (name: string, content: Buffer | string) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    }
    const tar = Buffer.concat([packEntry('PG_VERSION', Buffer.from('18')), endOfArchive])
    expect(await refusalOf(join(folder, 'none.tar.gz'))).toBe('backup-missing')
    expect(await refusalOf(folder)).toBe('backup-missing')
    expect(await refusalOf(await written('a.csv', 'name,lon,lat'))).toBe('backup-foreign')
    expect(await refusalOf(await written('a.gz', gzipSync('name,lon,lat')))).toBe('backup-damaged')
    expect(await refusalOf(await written('folder.tar.gz', gzipSync(tar)))).toBe('backup-foreign')
    expect(await refusalOf(await written('empty.tar.gz', gzipSync(endOfArchive)))).toBe('backup-foreign')
  })
})

describe.each(enginesUnderTest)('while Borne is at work [%s]', (engine) => {
  test('a restore is refused, also when nobody has asked anything for a while', {
    timeout: LONG_MS,
  }, async () => {
    const stage = await stageFor(engine)
    await fillStage(stage, 3)
    const file = join(await archiveFolder(), 'borne.tar.gz')
    await stage.opened(async (db) => {
      await Promise.all([1, 2, 3].map(() => db.pool.query('select pg_sleep(0.1)')))
      await makeBackup(sourceOf(stage, db), file)
      const before = await tableDigests(db.pool)
      // The pool lets its idle connections go after ten seconds.
      if (engine === 'server') await new Promise((resolve) => setTimeout(resolve, 11_500))
      await expect(restoreBackup(stage, file)).rejects.toMatchObject({
        code: engine === 'server' ? 'database-in-use' : 'data-folder-locked',
      })
      expect(await tableDigests(db.pool)).toEqual(before)
    })
  })
})

describe.runIf(enginesUnderTest.includes('server'))('while a server is restored', () => {
  test('no other Borne comes in', async () => {
    const { databaseUrl, dataDir } = await stageFor('server')
    const restoring = await connected(databaseUrl!)
    await restoring.query('begin')
    await takeServerAlone(restoring)
    await expect(openServerEngine(databaseUrl!)).rejects.toMatchObject({ code: 'database-being-restored' })
    await restoring.query('rollback')
    const db = await openDb({ databaseUrl: databaseUrl!, dataDir })
    await db.close()
  })

  test('one that had lost its connections does not write into it', async () => {
    const { databaseUrl } = await stageFor('server')
    const engine = await openServerEngine(databaseUrl!)
    onTestFinished(() => engine.close())
    const restoring = await connected(databaseUrl!)
    await endConnections(restoring, engine)
    await restoring.query('begin')
    await takeServerAlone(restoring)
    await expect(engine.pool.query('select 1')).rejects.toMatchObject({ code: 'database-being-restored' })
    await restoring.query('rollback')
    expect((await engine.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  async function connected(databaseUrl: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }

  async function endConnections(client: pg.Client, { pool }: Engine): Promise<void> {
    await client.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where application_name = 'borne' and datname = current_database() and pid <> pg_backend_pid()`,
    )
    while (pool.totalCount > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
})

/** A reference back to another place of equal text unpacks to the very same bytes. */
function saysTheSame(changed: Buffer, content: Buffer): boolean {
  try {
    return gunzipSync(changed).equals(content)
  } catch {
    return false
  }
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: string }
  return code ?? String(error)
}
