import { randomBytes } from 'node:crypto'
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

/**
 * A database of this file's own, copied from one that is migrated once for each state of the migrations: files that
 * write the journal would wait for each other's rollback.
 */
async function openServer(serverUrl: string): Promise<Engine> {
  const template = `borne_test_${await schemaFingerprint()}`
  const migrated = await openServerEngine(await createDatabase(serverUrl, template))
  await migrate(migrated.pool)
  await migrated.close()
  const name = `${template}_${randomBytes(4).toString('hex')}`
  const engine = await openServerEngine(await createDatabase(serverUrl, name, template))
  const close = async () => {
    await engine.close()
    await dropDatabase(serverUrl, name)
  }
  return { ...engine, close }
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

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop database if exists ${name} with (force)`)
  await client.end()
}
