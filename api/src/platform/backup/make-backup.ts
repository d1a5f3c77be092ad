import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readMigrations } from '@borne/migrations'
import type { PoolClient } from 'pg'
import { DatabaseError } from '../database-error.ts'
import type { EngineName } from '../engine.ts'
import { VERSION } from '../version.ts'
import { type ArchivedTable, FORMAT, type Manifest } from './manifest.ts'
import { readArchive } from './read-archive.ts'
import {
  type DatabaseShape,
  firstOther,
  inSnapshot,
  readFileNames,
  readRows,
  readShape,
} from './read-database.ts'
import { syncFolder } from './stored-files.ts'
import { copyTemplates, findFiles, writeArchive, writeTable } from './write-archive.ts'

/** What a backup is made of. */
export interface BackupSource {
  readonly engine: EngineName
  readonly filesDir: string
  readonly templatesDir: string
  connect(): Promise<PoolClient>
}

export interface MadeBackup {
  readonly file: string
  readonly bytes: number
  readonly madeAt: Date
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly templates: number
  /** Content names that a row holds and that the folder of files did not. */
  readonly missingFiles: readonly string[]
  /** Tables of the database that are not Borne's, and are left out. */
  readonly strays: readonly string[]
}

/**
 * Writes database and files as one archive, which has its name only once it is on the disk and was read back whole.
 *
 * @throws DatabaseError `backup-not-writable`, `backup-migrations-differ` or `backup-damaged`.
 */
export async function makeBackup(source: BackupSource, file: string): Promise<MadeBackup> {
  const workshop = await openWorkshop(file)
  try {
    const madeAt = new Date()
    const { shape, tables, fileNames } = await readDatabase(source, workshop)
    // The files are named by their content and never changed: what the rows name can be read after the rows.
    const found = await findFiles(source.filesDir, fileNames)
    const manifest: Manifest = {
      product: 'borne',
      format: FORMAT,
      borneVersion: VERSION,
      madeAt: madeAt.toISOString(),
      engine: source.engine,
      migrations: [...shape.migrations],
      tables,
      sequences: [...shape.sequences],
      ...found,
      templates: await copyTemplates(source.templatesDir, workshop),
    }
    const archive = join(workshop, 'archive.tar.gz')
    await writeArchive(archive, manifest, { workshop, files: source.filesDir })
    await readArchive(archive)
    await rename(archive, file)
    await syncFolder(dirname(file))
    return {
      file,
      bytes: (await stat(file)).size,
      madeAt,
      tables: tables.length,
      rows: tables.reduce((sum, table) => sum + table.rows, 0),
      files: found.files.length,
      templates: manifest.templates!.length,
      missingFiles: found.missingFiles,
      strays: shape.strays,
    }
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/** A folder of its own beside the file, so that a rename is all that is left to do. */
async function openWorkshop(file: string): Promise<string> {
  const folder = dirname(file)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await mkdtemp(`${file}.part-`)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new DatabaseError(
      'backup-not-writable',
      `Cannot write to ${folder}: ${reason}.`,
      { folder, reason },
      { cause },
    )
  }
}

interface ReadDatabase {
  readonly shape: DatabaseShape
  readonly tables: ArchivedTable[]
  readonly fileNames: readonly string[]
}

async function readDatabase(source: BackupSource, folder: string): Promise<ReadDatabase> {
  const client = await source.connect()
  try {
    return await inSnapshot(client, async () => {
      const shape = await readShape(client)
      const other = firstOther(shape.migrations, await readMigrations())
      if (other) throw differs(`${other.version} (${other.name})`)
      const tables: ArchivedTable[] = []
      for (const table of shape.tables) tables.push(await writeTable(folder, table, readRows(client, table)))
      return { shape, tables, fileNames: await readFileNames(client) }
    })
  } finally {
    client.release()
  }
}

function differs(migration: string): DatabaseError {
  return new DatabaseError(
    'backup-migrations-differ',
    `Migration ${migration} is not the one of this version.`,
    {
      migration,
    },
  )
}
