import { createHash } from 'node:crypto'
import { cp, glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../../api/src/app.ts'
import { buildBasemap } from '../../api/src/features/basemap/build-basemap.ts'
import { importRegion } from '../../api/src/features/imports/import-region.ts'
import { loadDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { openDb } from '../../api/src/platform/db.ts'
import { copyForTest, migratedTemplate, schemaFingerprint } from './embedded-template.ts'
import { templateFolder } from './template-folder.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BASEMAP_SOURCES = ['api/src/features/basemap/*.ts', 'geodata/data/*']
const REGION_SOURCES = ['{api,geodata}/src/**/*.ts', 'geodata/data/*']

/**
 * A fresh data folder with the whole bundled region and the demonstration posts in its database, the basemap cut and
 * the roads packed. Making one takes a minute of computing; this is a copy.
 */
export async function regionDataFolder(): Promise<string> {
  return copyForTest(
    await templateFolder({
      name: 'region',
      fingerprint: `${await schemaFingerprint()}-${await fingerprintOf(REGION_SOURCES)}`,
      make: makeRegion,
    }),
  )
}

/** Puts the basemap into a data folder, so that a server over it need not cut it. */
export async function giveBasemap(dataDir: string): Promise<void> {
  const template = await templateFolder({
    name: 'basemap',
    fingerprint: await fingerprintOf(BASEMAP_SOURCES),
    make: async (folder) => void buildBasemap({ dataDir: folder }),
  })
  await cp(template, dataDir, { recursive: true })
}

async function makeRegion(dataDir: string): Promise<void> {
  await cp(await migratedTemplate(), dataDir, { recursive: true })
  await giveBasemap(dataDir)
  const db = await openDb({ dataDir })
  await importRegion(db)
  await loadDemonstration(db)
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent' })
  const backups = openBackups(config, { engine: db.engine, connect: () => db.pool.connect() })
  const app = await buildApp({ backups, config, db, describeEngine: () => db.describe() })
  await app.ready()
  await app.roadNetwork.get()
  await app.close()
  await db.close()
}

async function fingerprintOf(sources: readonly string[]): Promise<string> {
  const paths: string[] = []
  for await (const path of glob(sources, { cwd: ROOT })) paths.push(path)
  const hash = createHash('sha256')
  for (const path of paths.sort()) hash.update(path).update(await readFile(join(ROOT, path)))
  return hash.digest('hex').slice(0, 12)
}
