import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@borne/migrations'
import pg from 'pg'
import { type OpenedDb, openDb } from '../../api/src/platform/db.ts'
import { createDatabase } from './db-test.ts'
import { migratedDataFolder } from './embedded-template.ts'

/** A migrated, empty database of its own: imports cannot be tested inside one transaction. */
export async function openEmpty(
  engine: 'embedded' | 'server',
  name: string,
): Promise<{ db: OpenedDb; close(): Promise<void> }> {
  const dataDir = engine === 'embedded' ? await migratedDataFolder() : await mkdtemp(join(tmpdir(), 'borne-'))
  const serverUrl = process.env.BORNE_TEST_DATABASE_URL
  const serverName = `borne_test_${name}_${process.pid}`
  const databaseUrl = engine === 'server' ? await createDatabase(serverUrl!, serverName) : undefined
  const db = await openDb({ databaseUrl, dataDir })
  await migrate(db.pool)
  return {
    db,
    close: async () => {
      await db.close()
      await rm(dataDir, { recursive: true })
      if (engine === 'server') await dropDatabase(serverUrl!, serverName)
    },
  }
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop database ${name}`)
  await client.end()
}
