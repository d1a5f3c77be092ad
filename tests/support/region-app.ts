import { rm } from 'node:fs/promises'
import { buildApp } from '../../api/src/app.ts'
import { importRegion } from '../../api/src/features/imports/import-region.ts'
import { loadDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { openDb } from '../../api/src/platform/db.ts'
import { migratedDataFolder } from './embedded-template.ts'

interface RegionApp {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  close(): Promise<void>
}

/** The server over the whole bundled region and the demonstration posts, on an embedded database of its own. */
export async function openRegionApp(): Promise<RegionApp> {
  const dataDir = await migratedDataFolder()
  const db = await openDb({ dataDir })
  await importRegion(db)
  await loadDemonstration(db)
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent' })
  const app = await buildApp({ config, db, describeEngine: () => db.describe() })
  return {
    app,
    async close() {
      await app.close()
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
