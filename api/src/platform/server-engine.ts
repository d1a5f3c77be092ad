import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { DatabaseError } from './database-error.ts'
import type { Engine, EngineDescription } from './engine.ts'
import { readVersions } from './engine-versions.ts'
import { reportLostConnections } from './lost-connections.ts'
import { announcePresence } from './server-presence.ts'
import { checkPostgis, checkPostgresql, withoutPostgis } from './server-requirements.ts'

const STATEMENT_TIMEOUT_MS = 120_000
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000
const CONNECTION_TIMEOUT_MS = 10_000

export interface ServerOptions {
  log?: (line: string) => void
  /** Does not announce itself: whoever replaces the database waits for no one, itself included. */
  isAlone?: boolean
}

/** Opens PostgreSQL ≥ 15 with PostGIS ≥ 3.3, or says which of the two is missing. */
export async function openServerEngine(databaseUrl: string, options: ServerOptions = {}): Promise<Engine> {
  const { log, isAlone = false } = options
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 20,
    types: columnTypes,
    // Compiling the plan of a question that reads policies takes several times as long as answering it.
    options: '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c jit=off',
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    application_name: 'borne',
    // One connection stays, so that a restore sees a Borne that nobody is using.
    min: 1,
    ...(isAlone ? {} : { onConnect: announcePresence }),
  })
  reportLostConnections(pool, log)
  try {
    await checkServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    name: 'server',
    pool,
    describe: () => describeServer(pool),
    close: () => pool.end(),
  }
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const number = await connect(pool)
  checkPostgresql(number)
  await pool.query('create extension if not exists postgis').catch((cause: Error) => {
    throw withoutPostgis(cause)
  })
  const { rows } = await pool.query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'postgis'`,
  )
  checkPostgis(rows[0]!.version)
}

async function connect(pool: pg.Pool): Promise<number> {
  try {
    const { rows } = await pool.query<{ number: number }>(
      `select current_setting('server_version_num')::int as number`,
    )
    return rows[0]!.number
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    const cause = error as Error & { code?: string }
    const reason = cause.message || cause.code || 'unknown'
    throw new DatabaseError(
      'cannot-connect',
      `Cannot connect to the database server: ${reason}`,
      { reason },
      { cause },
    )
  }
}

async function describeServer(pool: pg.Pool): Promise<EngineDescription> {
  const { rows } = await pool.query<{ durable: boolean; bytes: number }>(
    `select current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean as durable,
            pg_database_size(current_database()) as bytes`,
  )
  const { durable, bytes } = rows[0]!
  return { engine: 'server', ...(await readVersions(pool)), survivesPowerCut: durable, databaseBytes: bytes }
}
