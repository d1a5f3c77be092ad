/** What the main thread hands to the worker when it starts. */
export interface WorkerSettings {
  readonly databaseFolder: string
  readonly bundleFile: string
}

export type ToWorker = { type: 'execute'; id: number; request: Uint8Array } | { type: 'close' }

export type FromWorker =
  | { type: 'ready'; serverVersion: string }
  | { type: 'failed'; reason: string }
  | { type: 'answer'; id: number; response: Uint8Array; heapBytes: number }
  | { type: 'crashed'; id: number; reason: string }
  | { type: 'closed' }
