import { rm } from 'node:fs/promises'
import { buildApp } from '../../api/src/app.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { openDb } from '../../api/src/platform/db.ts'
import { account, cookieOf } from './given-account.ts'
import { regionDataFolder } from './region-template.ts'
import { signedIn } from './signed-in.ts'

interface RegionApp {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  close(): Promise<void>
}

/** The server over the whole bundled region and the demonstration posts, asked as an administrator, on an embedded database of its own. */
export async function openRegionApp(): Promise<RegionApp> {
  const dataDir = await regionDataFolder()
  const db = await openDb({ dataDir })
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent' })
  const backups = openBackups(config, { engine: db.engine, connect: () => db.pool.connect() })
  const app = await buildApp({ backups, config, db, describeEngine: () => db.describe() })
  await app.ready()
  return {
    app: signedIn(app, await cookieOf(db, await account(db))),
    async close() {
      await app.close()
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
