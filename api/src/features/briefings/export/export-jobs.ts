import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeTurns } from '../../../platform/photos/take-turns.ts'
import { ProblemError, problem } from '../../../platform/problems.ts'
import type { Withheld } from '../audience-contract.ts'
import type { ExportFormat, ExportJob } from '../export-contract.ts'

export const MOST_EXPORTS = 8
export const KEPT_MINUTES = 60

/** A file is begun when somebody looks how far it is; one that nobody asks after in so long is not made. */
const UNASKED_MS = 60_000

/** What is told of an export while it is made. */
export interface ExportProgress {
  readonly signal: AbortSignal
  /** How many steps there are; the file itself is one of them. */
  plan(stepCount: number, withheld: readonly Withheld[]): void
  step(): void
}

export interface KeptExport {
  readonly id: string
  readonly accountId: string
  readonly briefingId: string
  readonly format: ExportFormat
  readonly hasMaps: boolean
  readonly fileName: string
  state: ExportJob['state']
  stepsDone: number
  stepCount: number
  withheld: readonly Withheld[]
  failure: unknown
  path: string | null
  bytes: number | null
  expiresAt: number | null
}

type NewExport = Pick<KeptExport, 'accountId' | 'briefingId' | 'format' | 'hasMaps' | 'fileName'>

interface Held {
  readonly job: KeptExport
  readonly stopping: AbortController
  readonly askedAt: number
  /** Null once it was called. */
  begin: (() => void) | null
}

/** Exports of a process: made one after the other, one of a briefing for a person at a time, and kept for an hour beside the system's other temporary files. */
export class ExportJobs {
  readonly #held = new Map<string, Held>()
  readonly #inTurn = takeTurns()
  /** What asked for an export must not be what it runs in: that is over before. */
  readonly #outside = AsyncLocalStorage.snapshot()
  readonly #onFailure: (error: unknown) => void
  #folder: Promise<string> | undefined

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure
  }

  /** @throws problem `export-running` or `exports-full`. */
  start(asked: NewExport, make: (progress: ExportProgress) => Promise<Buffer>): KeptExport {
    this.#forgetOld()
    const open = [...this.#held.values()].filter(({ job }) => isOpen(job))
    const isSame = (job: KeptExport) =>
      job.accountId === asked.accountId && job.briefingId === asked.briefingId
    if (open.some(({ job }) => isSame(job))) throw problem('export-running')
    if (open.length >= MOST_EXPORTS) throw problem('exports-full', { most: MOST_EXPORTS })
    const job: KeptExport = {
      ...asked,
      id: randomUUID(),
      state: 'waiting',
      stepsDone: 0,
      stepCount: 1,
      withheld: [],
      failure: null,
      path: null,
      bytes: null,
      expiresAt: null,
    }
    const held: Held = { job, stopping: new AbortController(), askedAt: Date.now(), begin: null }
    held.begin = () => this.#outside(() => void this.#inTurn(() => this.#run(held, make)))
    this.#held.set(job.id, held)
    return job
  }

  /** @throws problem `export-not-found`, also for one of somebody else. */
  find(id: string, accountId: string): KeptExport {
    const held = this.#heldBy(id, accountId)
    const { begin } = held
    held.begin = null
    begin?.()
    return held.job
  }

  /** Ends it if it runs, and forgets its file. */
  cancel(id: string, accountId: string): KeptExport {
    const held = this.#heldBy(id, accountId)
    const { job } = held
    if (isOpen(job)) {
      held.begin = null
      job.state = 'cancelled'
      job.expiresAt = Date.now() + KEPT_MINUTES * 60_000
      held.stopping.abort()
    } else this.#forget(job)
    return job
  }

  #heldBy(id: string, accountId: string): Held {
    this.#forgetOld()
    const held = this.#held.get(id)
    if (held?.job.accountId !== accountId) throw problem('export-not-found', { minutes: KEPT_MINUTES })
    return held
  }

  async close(): Promise<void> {
    for (const { job, stopping } of this.#held.values()) {
      if (isOpen(job)) job.state = 'cancelled'
      stopping.abort()
    }
    await this.#inTurn(async () => undefined)
    const folder = await this.#folder?.catch(() => undefined)
    if (folder) await rm(folder, { recursive: true, force: true })
  }

  async #run({ job, stopping }: Held, make: (progress: ExportProgress) => Promise<Buffer>): Promise<void> {
    if (job.state !== 'waiting') return
    job.state = 'running'
    const { signal } = stopping
    const progress: ExportProgress = {
      signal,
      plan: (stepCount, withheld) => Object.assign(job, { stepCount, withheld }),
      step: () => {
        job.stepsDone = Math.min(job.stepsDone + 1, job.stepCount - 1)
      },
    }
    try {
      const file = await make(progress)
      signal.throwIfAborted()
      const path = join(await this.#ownFolder(), job.id)
      await writeFile(path, file, { mode: 0o600 })
      Object.assign(job, { state: 'done', stepsDone: job.stepCount, path, bytes: file.length })
    } catch (error) {
      if (signal.aborted) return
      Object.assign(job, { state: 'failed', failure: error })
      if (!(error instanceof ProblemError) || error.cause !== undefined) this.#onFailure(error)
    } finally {
      job.expiresAt = Date.now() + KEPT_MINUTES * 60_000
      setTimeout(() => this.#forgetOld(), KEPT_MINUTES * 60_000 + 1000).unref()
    }
  }

  #ownFolder(): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'borne-exports-'))
    return this.#folder
  }

  #forgetOld(): void {
    const now = Date.now()
    for (const { job, begin, askedAt } of this.#held.values()) {
      const isOver = job.expiresAt !== null && job.expiresAt <= now
      if (isOver || (begin && now - askedAt > UNASKED_MS)) this.#forget(job)
    }
  }

  #forget({ id, path }: KeptExport): void {
    this.#held.delete(id)
    if (path) void rm(path, { force: true }).catch(this.#onFailure)
  }
}

function isOpen({ state }: KeptExport): boolean {
  return state === 'waiting' || state === 'running'
}
