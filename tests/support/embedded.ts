import { rm } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import {
  type EmbeddedConfig,
  type EmbeddedEngine,
  openEmbeddedEngine,
} from '../../api/src/platform/embedded-postgis/embedded-engine.ts'
import { migratedDataFolder } from './embedded-template.ts'

/** A data folder that goes with the test. */
export async function dataFolderForTest(): Promise<string> {
  const folder = await migratedDataFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An embedded engine of the test's own, for what cannot be shared: crashes, timeouts, the folder. */
export async function embeddedForTest(config: Partial<EmbeddedConfig> = {}): Promise<EmbeddedEngine> {
  const dataDir = config.dataDir ?? (await dataFolderForTest())
  const engine = await openEmbeddedEngine({ ...config, dataDir })
  onTestFinished(() => engine.close())
  return engine
}
