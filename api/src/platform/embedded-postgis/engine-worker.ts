import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DatabaseError } from '../database-error.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts'

export type Outcome =
  | { kind: 'answer'; response: Buffer }
  | { kind: 'timeout' }
  | { kind: 'crash'; reason: string; isDiskFull?: boolean }

const STACK_MEGABYTES = 64
const START_TIMEOUT_MS = 120_000

/** The thread in which PostgreSQL runs. It does one batch at a time; whoever calls must wait for the answer. */
export class EngineWorker {
  readonly #settings: WorkerSettings
  readonly #leastFreeBytes: number
  #worker: Worker | undefined
  #settle: ((outcome: Outcome) => void) | undefined
  #nextId = 0
  serverVersion = ''
  heapBytes = 0

  /** @param leastFreeBytes With less room on the disk, PostgreSQL would stop half-way. */
  constructor(settings: WorkerSettings, leastFreeBytes: number) {
    this.#settings = settings
    this.#leastFreeBytes = leastFreeBytes
  }

  /** @throws DatabaseError `disk-full` or `embedded-engine-failed`. */
  async start(): Promise<void> {
    if (await this.#isDiskFull()) {
      const folder = dirname(this.#settings.databaseFolder)
      throw new DatabaseError('disk-full', `The disk of ${folder} is full.`, { folder })
    }
    // Under `node --watch` a thread tells its parent each file that it loads, on the very port of the engine.
    const { WATCH_REPORT_DEPENDENCIES: _, ...unwatched } = process.env
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#settings,
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
      execArgv: [],
      env: unwatched,
    })
    this.heapBytes = 0
    this.serverVersion = await firstSign(worker).catch(async (error: Error) => {
      await worker.terminate()
      throw new DatabaseError(
        'embedded-engine-failed',
        `The embedded database did not start: ${error.message}`,
        {
          reason: error.message,
        },
      )
    })
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (error) => this.#lose(worker, error.message))
    worker.on('exit', (code) => this.#lose(worker, `the thread ended with ${code}`))
    this.#worker = worker
  }

  get isRunning(): boolean {
    return this.#worker !== undefined
  }

  /** Runs one batch. After a timeout or a crash the thread is gone: call `start` again. */
  async execute(request: Buffer, timeoutMs: number): Promise<Outcome> {
    const worker = this.#worker
    if (!worker) return { kind: 'crash', reason: 'the engine is not running' }
    const outcome = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs)
      this.#settle = (settled) => {
        clearTimeout(timer)
        resolve(settled)
      }
      this.#post({ type: 'execute', id: ++this.#nextId, request })
    })
    this.#settle = undefined
    if (outcome.kind === 'answer') return outcome
    await this.terminate()
    if (outcome.kind === 'crash' && (await this.#isDiskFull())) {
      return { kind: 'crash', reason: 'the disk is full', isDiskFull: true }
    }
    return outcome
  }

  /** Ends the thread as it stands. What was committed is in the files. */
  async terminate(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  /** Checkpoints, shuts PostgreSQL down and ends the thread. */
  async close(timeoutMs: number): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    this.#worker = undefined
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs)
      worker.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
      worker.postMessage({ type: 'close' } satisfies ToWorker)
    })
    await worker.terminate()
  }

  async #isDiskFull(): Promise<boolean> {
    const { bavail, bsize } = await statfs(dirname(this.#settings.databaseFolder))
    return bavail * bsize < this.#leastFreeBytes
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #receive(message: FromWorker): void {
    if (message.type === 'answer' && message.id === this.#nextId) {
      this.heapBytes = message.heapBytes
      const { buffer, byteOffset, byteLength } = message.response
      this.#settle?.({ kind: 'answer', response: Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength) })
    }
    if (message.type === 'crashed') this.#settle?.({ kind: 'crash', reason: message.reason })
  }

  #lose(worker: Worker, reason: string): void {
    if (this.#worker === worker) this.#worker = undefined
    this.#settle?.({ kind: 'crash', reason })
  }
}

function firstSign(worker: Worker): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  return new Promise<string>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no sign of life')), START_TIMEOUT_MS)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)))
    worker.once('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve(message.serverVersion)
      else reject(new Error(message.type === 'failed' ? message.reason : `unexpected ${message.type}`))
    })
  }).finally(() => clearTimeout(timer))
}
