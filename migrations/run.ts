import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'

export type MigrationErrorCode = 'migration-edited' | 'migration-order'

/** The files and the database do not go together. Nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly code: MigrationErrorCode
  readonly details: Readonly<Record<string, string>>

  constructor(code: MigrationErrorCode, message: string, details: Record<string, string>) {
    super(message)
    this.code = code
    this.details = details
  }
}

interface Migration {
  readonly version: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

interface MigrateOptions {
  /** Folder of `NNNN_name.sql` files; this one unless told otherwise. */
  readonly folder?: string
}

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/
/** Any number, as long as nothing else in the database locks on it. */
const LOCK = 4_711_001

/**
 * Applies what is new, in order: one transaction per file, under a lock that lets one runner in at a time.
 *
 * @returns Names of the files that were applied now.
 * @throws MigrationError when an applied file was edited or the numbers leave a gap.
 */
export async function migrate(
  pool: Pool,
  { folder = import.meta.dirname }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const applied: string[] = []
  const client = await pool.connect()
  try {
    for (const migration of migrations) {
      if (await apply(client, migration)) applied.push(migration.name)
    }
  } finally {
    client.release()
  }
  return applied
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(name.match(FILE_NAME)?.[1])
      if (version !== index + 1) {
        const expected = String(index + 1).padStart(4, '0')
        throw new MigrationError('migration-order', `${name} stands where ${expected} belongs`, {
          reason: `${name} ≠ ${expected}`,
        })
      }
      const text = await readFile(join(folder, name), 'utf8')
      return { version, name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function apply(client: PoolClient, migration: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const isNew = await isNotYetApplied(client, migration)
    if (isNew) {
      await client.query(migration.text)
      await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [
        migration.version,
        migration.name,
        migration.sha256,
      ])
    }
    await client.query('commit')
    return isNew
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function isNotYetApplied(client: PoolClient, migration: Migration): Promise<boolean> {
  await client.query(`
    create table if not exists schema_migration (
      version    integer primary key,
      name       text not null,
      sha256     text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query('select name, sha256 from schema_migration where version = $1', [
    migration.version,
  ])
  if (rows.length === 0) return true
  if (rows[0].sha256 !== migration.sha256) {
    throw new MigrationError('migration-edited', `${migration.name} was edited after it was applied`, {
      file: migration.name,
    })
  }
  return false
}
