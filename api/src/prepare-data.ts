import { access, constants, mkdir } from 'node:fs/promises'
import { migrate } from '@borne/migrations'
import { buildBasemap } from './features/basemap/build-basemap.ts'
import {
  loadDemonstrationBriefings,
  removeDemonstrationBriefings,
} from './features/briefings/load-demonstration.ts'
import {
  loadDemonstrationScenarios,
  removeDemonstrationScenarios,
} from './features/coverage/load-demonstration.ts'
import { importRegion } from './features/imports/import-region.ts'
import {
  loadDemonstrationMissions,
  removeDemonstrationMissions,
} from './features/missions/load-demonstration.ts'
import { deriveLocation } from './features/posts/derive-location.ts'
import { loadDemonstration, removeDemonstration } from './features/posts/load-demonstration.ts'
import {
  loadDemonstrationClosures,
  removeDemonstrationClosures,
} from './features/road-state/load-demonstration.ts'
import {
  loadDemonstrationVisibility,
  removeDemonstrationVisibility,
} from './features/visibility/load-demonstration.ts'
import { loadDemonstrationWorks, removeDemonstrationWorks } from './features/works/load-demonstration.ts'
import {
  loadDemonstrationAccounts,
  refuseExposedDemonstration,
  removeDemonstrationAccounts,
} from './platform/access/demonstration-accounts.ts'
import type { Config } from './platform/config.ts'
import { type OpenedDb, openDb } from './platform/db.ts'
import { problem } from './platform/problems.ts'
import type { Terminal } from './terminal.ts'

/**
 * Opens the database and brings everything that the server needs up to date: migrations, the region,
 * the demonstration data, the basemap. Each step does nothing when there is nothing new.
 */
export async function prepareData(config: Config, terminal: Terminal): Promise<OpenedDb> {
  await ensureFolder(config.filesDir)
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    await migrate(db.pool)
    const loaded = await importRegion(db, {
      onProgress: (done, total) =>
        terminal.progress({ fr: 'Import de la région', en: 'Importing the region' }, done, total),
    })
    if (loaded.length > 0) await deriveLocation(db)
    if (config.isDemonstration) {
      await loadDemonstration(db)
      await loadDemonstrationAccounts(db)
      await loadDemonstrationWorks(db)
      await loadDemonstrationVisibility(db, config.filesDir)
      await loadDemonstrationMissions(db)
      await loadDemonstrationClosures(db)
      await loadDemonstrationScenarios(db)
      await loadDemonstrationBriefings(db)
    } else {
      await removeDemonstrationBriefings(db)
      await removeDemonstrationScenarios(db)
      await removeDemonstrationMissions(db)
      await removeDemonstrationVisibility(db)
      await removeDemonstrationWorks(db)
      await removeDemonstrationAccounts(db)
      await removeDemonstration(db)
      await removeDemonstrationClosures(db)
    }
    await refuseExposedDemonstration(db, config)
    await buildBasemap({
      dataDir: config.dataDir,
      onProgress: (done, total) => terminal.progress({ fr: 'Fond de carte', en: 'Basemap' }, done, total),
    })
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

async function ensureFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw problem('data-folder-not-writable', { folder, reason }, { cause })
  }
}
