import { rm } from 'node:fs/promises'
import { importRegion } from '../../api/src/features/imports/import-region.ts'
import { importRoads } from '../../api/src/features/networks/import-roads.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { openDb } from '../../api/src/platform/db.ts'
import { migratedDataFolder } from '../support/embedded-template.ts'

/** What importing an extract took, the embedded database included. */
export interface ImportTaken {
  edges: number
  /** Processor time. */
  seconds: number
  peakRssMegabytes: number
}

/** `node import-extract.ts FILE` imports a file of OpenStreetMap as `pnpm borne import roads` does, and tells what it took. */
async function main(): Promise<void> {
  const dataDir = await migratedDataFolder()
  const db = await openDb(readConfig({ BORNE_DATA_DIR: dataDir }))
  try {
    await importRegion(db)
    const before = process.cpuUsage()
    const { report } = await importRoads(db, {
      path: process.argv[2]!,
      label: 'million arcs',
      validFrom: '2026-01-01',
    })
    const { user, system } = process.cpuUsage(before)
    const taken: ImportTaken = {
      edges: report.edges,
      seconds: (user + system) / 1e6,
      peakRssMegabytes: process.resourceUsage().maxRSS / 1024,
    }
    console.log(`imported ${JSON.stringify(taken)}`)
  } finally {
    await db.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

await main()
