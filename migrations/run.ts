import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pool, PoolClient } from 'pg'

export interface MigrateOptions {
  /** Where the numbered files are; by default beside this module. */
  folder?: string
  /** The last version to apply; by default the last that there is. */
  upTo?: number
  log?: (line: string) => void
}

export type MigrationErrorCode = 'migration-edited' | 'migration-failed' | 'migration-order'

/** Why the migrations were not, or not all, applied. What had been applied before stays. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly code: MigrationErrorCode
  readonly details: Readonly<Record<string, string>>

  constructor(
    code: MigrationErrorCode,
    message: string,
    details: Record<string, string>,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

export interface MigrationFile {
  readonly version: number
  readonly name: string
  readonly file: string
  readonly text: string
  readonly sha256: string
}

interface AppliedMigration {
  version: number
  name: string
  sha256: string
}

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/
const LOCK_KEY = 4_013_120_001
const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * Applies the migrations that the database does not have yet, each in a transaction of its own, and returns
 * their file names. Two runners at once are safe: the second waits and finds nothing left to do.
 *
 * @throws MigrationError when an applied file was edited, when numbers are missing or double, or when a file fails.
 */
export async function migrate(pool: Pool, options: MigrateOptions = {}): Promise<string[]> {
  const files = await readMigrations(options.folder)
  await inLockedTransaction(pool, (client) => prepare(client, files))
  const applied: string[] = []
  for (const file of files.slice(0, options.upTo)) {
    if (!(await inLockedTransaction(pool, (client) => applyOnce(client, file)))) continue
    applied.push(file.file)
    options.log?.(file.file)
  }
  return applied
}

/** The same inside a transaction that the caller has open: all are applied, or none. */
export async function migrateInside(client: PoolClient, options: MigrateOptions = {}): Promise<string[]> {
  const files = await readMigrations(options.folder)
  await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY])
  await prepare(client, files)
  const applied: string[] = []
  for (const file of files.slice(0, options.upTo)) {
    if (!(await applyOnce(client, file))) continue
    // What each file would meet at its own commit; pending checks would also forbid to alter their tables.
    await client.query('set constraints all immediate; set constraints all deferred')
    applied.push(file.file)
    options.log?.(file.file)
  }
  return applied
}

async function prepare(client: PoolClient, files: readonly MigrationFile[]): Promise<void> {
  await client.query(`create table if not exists schema_migration (
    version    integer primary key,
    name       text not null,
    sha256     text not null,
    applied_at timestamptz not null default now()
  )`)
  compare(files, await readApplied(client))
}

/** Reads and numbers the files, by default those beside this module: 1, 2, 3 … without gap or double. */
export async function readMigrations(folder = HERE): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const files = await Promise.all(names.map((name) => readMigration(folder, name)))
  files.forEach(({ version, file }, index) => {
    if (version === index + 1) return
    const reason = version <= index ? `the number of ${file} is used twice` : `number ${index + 1} is missing`
    throw new MigrationError('migration-order', `Migrations are misnumbered: ${reason}.`, { reason })
  })
  return files
}

async function readMigration(folder: string, file: string): Promise<MigrationFile> {
  const [, version, name] = FILE_NAME.exec(file) ?? []
  if (!version || !name) {
    const reason = `${file} is not named NNNN_name.sql`
    throw new MigrationError('migration-order', `Migrations are misnumbered: ${reason}.`, { reason })
  }
  const text = (await readFile(`${folder}/${file}`, 'utf8')).replaceAll('\r\n', '\n')
  return {
    version: Number(version),
    name,
    file,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

function compare(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): void {
  for (const { version, name, sha256 } of applied) {
    const file = files[version - 1]
    if (!file) {
      const reason = `the database has migration ${version} (${name}), which this version does not know`
      throw new MigrationError('migration-order', `Migrations are misnumbered: ${reason}.`, { reason })
    }
    if (file.sha256 !== sha256) {
      throw new MigrationError('migration-edited', `${file.file} was edited after it was applied.`, {
        file: file.file,
      })
    }
  }
}

async function applyOnce(client: PoolClient, file: MigrationFile): Promise<boolean> {
  const known = (await readApplied(client)).some(({ version }) => version === file.version)
  if (known) return false
  await client.query(file.text).catch((cause: Error) => {
    const details = { file: file.file, reason: cause.message }
    throw new MigrationError('migration-failed', `${file.file}: ${cause.message}`, details, { cause })
  })
  await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [
    file.version,
    file.name,
    file.sha256,
  ])
  return true
}

async function readApplied(client: PoolClient): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select version, name, sha256 from schema_migration order by version',
  )
  return rows
}

async function inLockedTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
