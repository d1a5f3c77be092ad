import { rm } from 'node:fs/promises'
import { migrate } from '@borne/migrations'
import pg from 'pg'
import { dbOver, type OpenedDb } from '../../api/src/platform/db.ts'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'
import type { EngineName } from '../../api/src/platform/engine.ts'
import { openServerEngine } from '../../api/src/platform/server-engine.ts'
import { createDatabase } from './db-test.ts'
import { migratedDataFolder } from './embedded-template.ts'

type Work = (db: OpenedDb) => Promise<void>

/** A database of its own, where transactions are real: what others do meanwhile is seen, and can be waited for. */
export function inOwnDatabase(engine: EngineName, work: Work): Promise<void> {
  return engine === 'embedded' ? inOwnFolder(work) : onServer(process.env.BORNE_TEST_DATABASE_URL!, work)
}

async function inOwnFolder(work: Work): Promise<void> {
  const dataDir = await migratedDataFolder()
  const db = dbOver(await openEmbeddedEngine({ dataDir }))
  try {
    await work(db)
  } finally {
    await db.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function onServer(serverUrl: string, work: Work): Promise<void> {
  const name = `borne_own_${process.pid}`
  const db = dbOver(await openServerEngine(await createDatabase(serverUrl, name)))
  try {
    await migrate(db.pool)
    await work(db)
  } finally {
    await db.close()
    await dropDatabase(serverUrl, name)
  }
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop database ${name}`)
  await client.end()
}
