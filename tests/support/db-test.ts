import { rm } from 'node:fs/promises'
import { migrate } from '@borne/migrations'
import pg from 'pg'
import { afterAll, test } from 'vitest'
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
const opened = new Map<EngineName, Promise<Engine>>()

/** The engines that this run can test; the embedded one always. */
export const enginesUnderTest: readonly EngineName[] = SERVER_URL ? ['embedded', 'server'] : ['embedded']
if (!SERVER_URL) console.log('BORNE_TEST_DATABASE_URL is not set: on the embedded engine only.')

afterAll(async () => {
  for (const engine of opened.values()) await (await engine).close()
  opened.clear()
})

/** The migrated engine of this test file, opened when first asked for. */
export function engineUnderTest(name: EngineName): Promise<Engine> {
  const engine = opened.get(name) ?? (name === 'embedded' ? openEmbedded() : openServer(SERVER_URL!))
  opened.set(name, engine)
  return engine
}

/**
 * A test of the database, once on each engine, in a transaction that is rolled back. Code under test may open
 * transactions of its own: they become savepoints.
 */
export function dbTest(
  name: string,
  body: (context: DbTestContext) => Promise<void>,
  timeoutMs?: number,
): void {
  for (const engineName of enginesUnderTest) {
    test(`${name} [${engineName}]`, { timeout: timeoutMs }, async () => {
      await rolledBack(await engineUnderTest(engineName), (db) => body({ db, given: givenIn(db) }))
    })
  }
}

async function openEmbedded(): Promise<Engine> {
  const dataDir = await migratedDataFolder()
  const engine = await openEmbeddedEngine({ dataDir })
  const close = async () => {
    await engine.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { ...engine, close }
}

/** A database of its own for each state of the migrations, shared by all test files. */
async function openServer(serverUrl: string): Promise<Engine> {
  const engine = await openServerEngine(
    await createDatabase(serverUrl, `borne_test_${await schemaFingerprint()}`),
  )
  await migrate(engine.pool)
  return engine
}

/** Makes an empty database on the server, unless it is there, and returns its address. */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  for (let isMade = false; !isMade; ) {
    isMade = await client.query(`create database ${name}`).then(
      () => true,
      (error: pg.DatabaseError) => {
        if (error.code === DUPLICATE_DATABASE || error.code === UNIQUE_VIOLATION) return true
        if (error.code === TEMPLATE_IN_USE) return false
        throw error
      },
    )
  }
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
