import type { TestProject } from 'vitest/node'
import { startApp } from '../../support/start-app.ts'

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string
  }
}

/** Starts the product once for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const app = await startApp()
  project.provide('appUrl', app.url)
  return app.stop
}
