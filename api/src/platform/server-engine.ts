import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { DatabaseError } from './database-error.ts'
import type { Engine, EngineDescription } from './engine.ts'
import { readVersions } from './engine-versions.ts'
import { reportLostConnections } from './lost-connections.ts'

const OLDEST_POSTGRESQL = 15
const OLDEST_POSTGIS = '3.3'
const STATEMENT_TIMEOUT_MS = 120_000
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000
const CONNECTION_TIMEOUT_MS = 10_000

/** Opens PostgreSQL ≥ 15 with PostGIS ≥ 3.3, or says which of the two is missing. */
export async function openServerEngine(databaseUrl: string, log?: (line: string) => void): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 20,
    types: columnTypes,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres',
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    application_name: 'borne',
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
  const { rows } = await pool
    .query<{ number: number; version: string; postgis: string | null }>(
      `select current_setting('server_version_num')::int as number,
              current_setting('server_version') as version,
              (select default_version from pg_available_extensions where name = 'postgis') as postgis`,
    )
    .catch((cause: Error & { code?: string }) => {
      throw new DatabaseError(
        'cannot-connect',
        `Cannot connect to the database server: ${cause.message || cause.code}`,
        { reason: cause.message || cause.code || 'unknown' },
        { cause },
      )
    })
  const server = rows[0]!
  if (server.number < OLDEST_POSTGRESQL * 10_000) {
    throw new DatabaseError(
      'server-too-old',
      `PostgreSQL ${OLDEST_POSTGRESQL} or later is needed; the server is ${server.version}.`,
      { found: server.version, needed: OLDEST_POSTGRESQL },
    )
  }
  checkPostgis(server.postgis)
}

function checkPostgis(version: string | null): void {
  if (version === null) {
    throw new DatabaseError(
      'server-without-postgis',
      'The database server has no PostGIS extension installed.',
      {
        needed: OLDEST_POSTGIS,
      },
    )
  }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_POSTGIS.split('.').map(Number)
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new DatabaseError(
      'postgis-too-old',
      `PostGIS ${OLDEST_POSTGIS} or later is needed; the server has ${version}.`,
      { found: version, needed: OLDEST_POSTGIS },
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
