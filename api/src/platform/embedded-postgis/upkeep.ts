import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bridge } from './bridge.ts'

const MINUTE_MS = 60_000
const EVERY_MS = 5 * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** What a server does in the background and the embedded engine would never do by itself. */
export class Upkeep {
  readonly #bridge: Bridge
  readonly #dataDir: string
  readonly #log: (line: string) => void
  readonly #timer: NodeJS.Timeout
  #batchesAtCheckpoint = 0
  #running: Promise<unknown> = Promise.resolve()

  constructor(bridge: Bridge, dataDir: string, log: (line: string) => void) {
    this.#bridge = bridge
    this.#dataDir = dataDir
    this.#log = log
    this.#timer = setInterval(() => {
      this.#attempt('checkpoint', () => this.checkpoint())
      this.#attempt('daily upkeep', () => this.daily())
    }, EVERY_MS)
    this.#timer.unref()
  }

  /** Skipped when nothing was asked of the engine since the last one. */
  async checkpoint(): Promise<void> {
    if (this.#bridge.batchCount === this.#batchesAtCheckpoint) return
    await this.#bridge.execute('checkpoint')
    this.#batchesAtCheckpoint = this.#bridge.batchCount
  }

  /** Vacuums when the last time is a day ago. */
  async daily(now = Date.now()): Promise<void> {
    if (now - (await this.#lastVacuumMs()) >= DAY_MS) await this.vacuum()
  }

  async vacuum(): Promise<void> {
    await this.#bridge.execute('vacuum analyze')
    await writeFile(this.#vacuumMark(), '')
  }

  /** Stops the clock and waits for what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }

  #attempt(what: string, work: () => Promise<void>): void {
    this.#running = this.#running
      .then(work)
      .catch((error: Error) => this.#log(`Embedded database, ${what}: ${error.message}`))
  }

  #vacuumMark(): string {
    return join(this.#dataDir, 'database-vacuumed')
  }

  async #lastVacuumMs(): Promise<number> {
    const mark = await stat(this.#vacuumMark()).catch(() => undefined)
    return mark?.mtimeMs ?? 0
  }
}
