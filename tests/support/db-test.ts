import { randomBytes } from 'node:crypto'
import { migrate } from '@borne/migrations'
import pg from 'pg'
import { afterAll, inject, test } from 'vitest'
import { type Db, rolledBack } from '../../api/src/platform/db.ts'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'
import type { Engine, EngineName } from '../../api/src/platform/engine.ts'
import { openServerEngine } from '../../api/src/platform/server-engine.ts'
import { migratedDataFolder, schemaFingerprint } from './embedded-template.ts'
import { type Given, givenIn } from './given.ts'

export interface DbTestContext {
  readonly db: Db
  readonly given: Given
}

const SERVER_URL = process.env.BORNE_TEST_DATABASE_URL
const DUPLICATE_DATABASE = '42P04'
const UNIQUE_VIOLATION = '23505'
const TEMPLATE_IN_USE = '55006'
const shared = new Map<EngineName, Promise<Engine>>()
const beside = new Map<EngineName, Promise<Engine>>()

/** The engines that this run can test; the embedded one always. */
export const enginesUnderTest: readonly EngineName[] = SERVER_URL ? ['embedded', 'server'] : ['embedded']
if (!SERVER_URL) console.log('BORNE_TEST_DATABASE_URL is not set: on the embedded engine only.')

/**
 * The migrated engine of this worker, opened when first asked for: it goes with the worker. Whoever asks for it leaves no
 * trace in it.
 */
export function engineUnderTest(name: EngineName): Promise<Engine> {
  return kept(shared, name)
}

/**
 * An engine of this worker whose session is free: backups and the engine's description do not wait for the test's
 * transaction, which holds the one session of the embedded engine.
 */
export function engineBeside(name: EngineName): Promise<Engine> {
  return kept(name === 'embedded' ? beside : shared, name)
}

/** Migrated engines of this test file's own, for what leaves traces. */
export function enginesOfFile(): (name: EngineName) => Promise<Engine> {
  const own = new Map<EngineName, Promise<Engine>>()
  afterAll(async () => {
    for (const engine of own.values()) await (await engine).close()
  })
  return (name) => kept(own, name)
}

function kept(engines: Map<EngineName, Promise<Engine>>, name: EngineName): Promise<Engine> {
  const engine = engines.get(name) ?? (name === 'embedded' ? openEmbedded() : openServer(SERVER_URL!))
  engines.set(name, engine)
  return engine
}

/**
 * A test of the database, once on each engine, in a transaction that is rolled back. Code under test may open
 * transactions of its own: they become savepoints.
 */
export function dbTest(name: string, body: DbTestBody, timeoutMs?: number): void {
  for (const engine of enginesUnderTest) dbTestOn(engine, name, body, timeoutMs)
}

type DbTestBody = (context: DbTestContext) => Promise<void>

/** The same on one engine, for what would only be repeated on the other. */
export function dbTestOn(engine: EngineName, name: string, body: DbTestBody, timeoutMs?: number): void {
  test(`${name} [${engine}]`, { timeout: timeoutMs }, async () => {
    await rolledBack(await engineUnderTest(engine), (db) => body({ db, given: givenIn(db) }))
  })
}

async function openEmbedded(): Promise<Engine> {
  return openEmbeddedEngine({ dataDir: await migratedDataFolder(inject('testRun').folder) })
}

/** A database of one's own: who writes the journal would wait for the rollback of others. */
async function openServer(serverUrl: string): Promise<Engine> {
  const name = `${inject('testRun').databases}${randomBytes(4).toString('hex')}`
  return openServerEngine(await migratedDatabase(serverUrl, name))
}

/** A new database, copied from one that is migrated once for each state of the migrations; returns its address. */
export async function migratedDatabase(serverUrl: string, name: string): Promise<string> {
  const template = `borne_test_${await schemaFingerprint()}`
  const migrated = await openServerEngine(await createDatabase(serverUrl, template))
  await migrate(migrated.pool)
  await migrated.close()
  return createDatabase(serverUrl, name, template)
}

/** Makes a database on the server, empty or as the template, unless it is there, and returns its address. */
export async function createDatabase(
  serverUrl: string,
  name: string,
  template = 'template1',
): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  for (let isMade = false; !isMade; ) {
    isMade = await client.query(`create database ${name} template ${template}`).then(
      () => true,
      async (error: pg.DatabaseError) => {
        if (error.code === DUPLICATE_DATABASE || error.code === UNIQUE_VIOLATION) return true
        if (error.code !== TEMPLATE_IN_USE) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
        return false
      },
    )
  }
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
