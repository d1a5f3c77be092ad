import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, readMigrations } from '@borne/migrations'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url))
const PNPM_WORKSPACE = new URL('../../pnpm-workspace.yaml', import.meta.url)
const TEMPLATE_PREFIX = `borne-test-template-${process.getuid?.() ?? 'user'}-`
const LONGEST_MAKING_MS = 90_000
const KEPT_MS = 24 * 3_600_000

/** Changes with every migration and every version of a dependency. */
export async function schemaFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(PNPM_WORKSPACE))
  for (const { sha256 } of await readMigrations(MIGRATIONS)) hash.update(sha256)
  return hash.digest('hex').slice(0, 12)
}

/**
 * A fresh data folder with a migrated, empty database. Making one takes ten seconds, so it is made once for each
 * state of the migrations, kept under the system's temporary folder, and copied.
 */
export async function migratedDataFolder(): Promise<string> {
  const template = join(tmpdir(), TEMPLATE_PREFIX + (await schemaFingerprint()))
  while (!(await exists(template))) await makeOrWait(template)
  const folder = await mkdtemp(join(tmpdir(), 'borne-test-data-'))
  await cp(template, folder, { recursive: true })
  return folder
}

async function makeOrWait(template: string): Promise<void> {
  const turn = `${template}.making`
  try {
    await mkdir(turn)
  } catch {
    const since = await stat(turn).catch(() => undefined)
    if (since && Date.now() - since.mtimeMs > LONGEST_MAKING_MS)
      await rm(turn, { recursive: true, force: true })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return
  }
  try {
    if (!(await exists(template))) {
      await forgetOldTemplates()
      await make(join(turn, 'data'), template)
    }
  } finally {
    await rm(turn, { recursive: true, force: true })
  }
}

async function make(dataDir: string, template: string): Promise<void> {
  const engine = await openEmbeddedEngine({ dataDir })
  try {
    await migrate(engine.pool)
  } finally {
    await engine.close()
  }
  await rename(dataDir, template)
}

/** Those of earlier migrations, which nobody asks for any more. */
async function forgetOldTemplates(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(TEMPLATE_PREFIX))
  for (const path of names.map((name) => join(tmpdir(), name))) {
    const made = await stat(path).catch(() => undefined)
    if (made && Date.now() - made.ctimeMs > KEPT_MS) await rm(path, { recursive: true, force: true })
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
