import { join } from 'node:path'

export interface StartedApps {
  /** Of the first worker, of the second… */
  readonly urls: readonly string[]
  /** Why no more of them start. */
  readonly failure?: string | undefined
}

export const LOOK_MS = 250
export const wantedFile = (folder: string, worker: number) => join(folder, `wanted-${worker}`)
export const startedFile = (folder: string) => join(folder, 'started.json')
