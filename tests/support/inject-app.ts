import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../api/src/app.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import type { Db } from '../../api/src/platform/db.ts'

export interface TestApp {
  readonly app: Awaited<ReturnType<typeof buildApp>>
  readonly filesDir: string
}

/** The server over a test's database and a files folder of its own, closed and removed afterwards. */
export async function withApp(db: Db, work: (test: TestApp) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'borne-app-'))
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent' })
  const describeEngine = () => Promise.reject(new Error('not asked of the routes under test'))
  const app = await buildApp({ config, db, describeEngine })
  try {
    await work({ app, filesDir: config.filesDir })
  } finally {
    await app.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
