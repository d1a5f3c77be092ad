import { readFile, writeFile } from 'node:fs/promises'
import { inject } from 'vitest'
import { LOOK_MS, type StartedApps, startedFile, wantedFile } from './apps-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** By whose files the workers ask for an app each, and are told where it answers. */
    appsFolder: string
  }
}

let url: string | undefined

/** Asks for the app of this worker and waits until it is ready. */
export async function untilAppIsReady(): Promise<void> {
  const folder = inject('appsFolder')
  const worker = Number(process.env.VITEST_POOL_ID)
  await writeFile(wantedFile(folder, worker), '')
  for (;;) {
    const text = await readFile(startedFile(folder), 'utf8').catch(() => '{"urls":[]}')
    const { urls, failure } = JSON.parse(text) as StartedApps
    url = urls[worker - 1]
    if (url) return
    if (failure) throw new Error(failure)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** Where the app of this worker answers. */
export function appUrl(): string {
  if (!url) throw new Error('The app was not waited for.')
  return url
}
