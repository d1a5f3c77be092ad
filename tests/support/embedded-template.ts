import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, readMigrations } from '@borne/migrations'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'
import { templateFolder } from './template-folder.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))
const PNPM_WORKSPACE = new URL('../../pnpm-workspace.yaml', import.meta.url)

/** Changes with every migration and every version of a dependency. */
export async function schemaFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(PNPM_WORKSPACE))
  for (const { sha256 } of await readMigrations(MIGRATIONS)) hash.update(sha256)
  return hash.digest('hex').slice(0, 12)
}

/** A fresh data folder with a migrated, empty database. Making one takes ten seconds; this is a copy. */
export async function migratedDataFolder(parent = tmpdir()): Promise<string> {
  return copyForTest(await migratedTemplate(), parent)
}

export async function migratedTemplate(): Promise<string> {
  return templateFolder({ name: 'migrated', fingerprint: await schemaFingerprint(), make: makeMigrated })
}

async function makeMigrated(dataDir: string): Promise<void> {
  const engine = await openEmbeddedEngine({ dataDir })
  try {
    await migrate(engine.pool)
  } finally {
    await engine.close()
  }
}

/** A copy of a template, which whoever asked for it removes. */
export async function copyForTest(template: string, parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'borne-test-data-'))
  await cp(template, folder, { recursive: true })
  return folder
}
