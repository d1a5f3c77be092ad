import { access, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type RunningApp, startApp } from '../../support/start-app.ts'
import { LOOK_MS, type StartedApps, startedFile, wantedFile } from './apps-folder.ts'

/**
 * Starts the product for each worker: journeys of two files change different data. The first one, which builds the web
 * app, starts while other tests run; the others when a worker asks for them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'borne-apps-'))
  const apps: RunningApp[] = []
  let isOver = false
  const isWanted = (worker: number) =>
    access(wantedFile(folder, worker)).then(
      () => true,
      () => false,
    )
  const tell = async (failure?: string) => {
    const started: StartedApps = { urls: apps.map(({ url }) => url), failure }
    await writeFile(`${startedFile(folder)}.part`, JSON.stringify(started))
    await rename(`${startedFile(folder)}.part`, startedFile(folder))
  }
  const start = async () => {
    while (!isOver && apps.length < project.config.maxWorkers) {
      if (apps.length > 0 && !(await isWanted(apps.length + 1))) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
        continue
      }
      apps.push(await startApp())
      await tell()
    }
  }
  const starting = start().catch((error: Error) => tell(error.message))
  project.provide('appsFolder', folder)
  return async () => {
    isOver = true
    await starting
    await Promise.all(apps.map((app) => app.stop()))
    await rm(folder, { recursive: true, force: true })
  }
}
