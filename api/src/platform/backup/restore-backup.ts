import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readMigrations } from '@borne/migrations'
import type { PoolClient } from 'pg'
import { DatabaseError } from '../database-error.ts'
import { incomingFolderIn, swapDatabase } from '../embedded-postgis/database-folder.ts'
import { openEngineOver } from '../embedded-postgis/embedded-engine.ts'
import { lockFolder } from '../embedded-postgis/folder-lock.ts'
import { openServerEngine } from '../server-engine.ts'
import { takeServerAlone } from '../server-presence.ts'
import { stampOf } from './backup-folder.ts'
import type { Manifest } from './manifest.ts'
import { readArchive } from './read-archive.ts'
import { firstOther } from './read-database.ts'
import { rebuildDatabase } from './rebuild-database.ts'
import { putFile, setAside, syncFolder, syncTree } from './stored-files.ts'
import { inTransaction } from './transaction.ts'

/** Nobody else waits for this engine, and gigabytes of photos may be read between two of its statements. */
const DAY_MS = 24 * 60 * 60_000
const PATIENT = { queryTimeoutMs: DAY_MS, idleTransactionTimeoutMs: DAY_MS }

export interface RestoreTarget {
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  readonly filesDir: string
  readonly templatesDir: string
}

export interface RestoredBackup {
  readonly madeAt: Date
  readonly rows: number
  readonly files: number
  readonly templates: number
  /** Where the replaced database of the embedded engine is kept. */
  readonly keptDatabase: string | undefined
  /** Where the files are kept that the backup does not name. */
  readonly keptFiles: string | undefined
  /** Where the templates are kept that the backup replaces, or does not hold. */
  readonly keptTemplates: string | undefined
}

/**
 * Puts the content of an archive in the place of database and files. The archive is read whole before anything is
 * touched; what fails afterwards leaves everything as it was.
 */
export async function restoreBackup(target: RestoreTarget, file: string): Promise<RestoredBackup> {
  const manifest = await readArchive(file)
  await refuseOtherMigrations(file, manifest)
  const stamp = stampOf(new Date())
  const put = { rows: 0, keptDatabase: undefined as string | undefined }
  const rebuild = async (client: PoolClient): Promise<void> => {
    put.rows = await rebuildDatabase(client, {
      ...manifest,
      version: manifest.migrations.length,
      readTables: async (load) => {
        await readArchive(file, { onTable: ({ name }, batches) => load(name, batches) })
      },
    })
  }
  await withFiles(target, file, async () => {
    if (target.databaseUrl) await restoreToServer(target.databaseUrl, rebuild)
    else put.keptDatabase = await restoreToFolder(target.dataDir, stamp, rebuild)
  })
  const aside = `${target.filesDir}.before-${stamp}`
  const moved = await setAside(target.filesDir, new Set(manifest.files.map(({ path }) => path)), aside)
  return {
    madeAt: new Date(manifest.madeAt),
    ...put,
    files: manifest.files.length,
    templates: manifest.templates?.length ?? 0,
    keptFiles: moved > 0 ? aside : undefined,
    keptTemplates: await swapTemplates(target.templatesDir, manifest, stamp),
  }
}

async function refuseOtherMigrations(file: string, manifest: Manifest): Promise<void> {
  const files = await readMigrations()
  const { borneVersion, migrations } = manifest
  const isAhead = migrations.length > files.length
  const other = firstOther(migrations.slice(0, files.length), files)
  if (other) {
    const migration = `${other.version} (${other.name})`
    throw new DatabaseError(
      'backup-migrations-differ',
      `Migration ${migration} is not the one of this version.`,
      { migration },
    )
  }
  if (isAhead)
    throw new DatabaseError('backup-newer', `${file} is of Borne ${borneVersion}.`, { file, borneVersion })
}

/** Where templates wait until the rows are there. */
function incomingTemplates(templatesDir: string): string {
  return `${templatesDir}.incoming`
}

/**
 * The files are there before the rows that name them, the templates beside their place; when the rows do not come, they
 * go again.
 */
async function withFiles(
  { filesDir, templatesDir }: RestoreTarget,
  file: string,
  work: () => Promise<void>,
): Promise<void> {
  const added: string[] = []
  const incoming = incomingTemplates(templatesDir)
  await rm(incoming, { recursive: true, force: true })
  try {
    await readArchive(file, {
      onTemplate: async (archived, content) => {
        await putFile(incoming, { ...archived, path: archived.name }, content)
      },
      onFile: async (archived, content) => {
        if (await putFile(filesDir, archived, content)) added.push(join(filesDir, archived.path))
      },
    })
    await work()
  } catch (error) {
    for (const path of added) await rm(path, { force: true })
    await rm(incoming, { recursive: true, force: true })
    throw error
  }
}

/** Puts the templates that wait into their place, and what was there aside. What tells nothing of templates leaves them. */
async function swapTemplates(
  templatesDir: string,
  { templates }: Manifest,
  stamp: string,
): Promise<string | undefined> {
  if (!templates) return undefined
  const aside = `${templatesDir}.before-${stamp}`
  const moved = await setAside(templatesDir, new Set(), aside)
  await mkdir(templatesDir, { recursive: true })
  const incoming = incomingTemplates(templatesDir)
  for (const { name } of templates) await rename(join(incoming, name), join(templatesDir, name))
  await syncFolder(templatesDir)
  await rm(incoming, { recursive: true, force: true })
  return moved > 0 ? aside : undefined
}

/** All in one transaction, while no other Borne is connected. */
async function restoreToServer(
  databaseUrl: string,
  rebuild: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const engine = await openServerEngine(databaseUrl, { isAlone: true })
  const client = await engine.pool.connect()
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await inTransaction(client, async () => {
      await takeServerAlone(client)
      await rebuild(client)
    })
    await client.query('vacuum analyze')
  } finally {
    client.release()
    await engine.close()
  }
}

/** In a folder beside the present one, which is swapped at the end. The data folder is locked all along. */
async function restoreToFolder(
  dataDir: string,
  stamp: string,
  rebuild: (client: PoolClient) => Promise<void>,
): Promise<string | undefined> {
  const lock = await lockFolder(dataDir)
  const incoming = incomingFolderIn(dataDir)
  try {
    await rm(incoming, { recursive: true, force: true })
    await fillFolder(dataDir, incoming, rebuild)
    await syncTree(incoming)
    const kept = await swapDatabase(dataDir, stamp)
    await syncFolder(dataDir)
    return kept
  } finally {
    await rm(incoming, { recursive: true, force: true })
    await lock.release()
  }
}

async function fillFolder(
  dataDir: string,
  folder: string,
  rebuild: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const engine = await openEngineOver({ dataDir, limits: PATIENT }, folder)
  try {
    const client = await engine.pool.connect()
    try {
      await inTransaction(client, () => rebuild(client))
    } finally {
      client.release()
    }
    await engine.upkeep.vacuum()
  } finally {
    await engine.close()
  }
}
