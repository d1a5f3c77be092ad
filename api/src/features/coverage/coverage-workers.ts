import { Worker } from 'node:worker_threads'
import { problem } from '../../platform/problems.ts'
import type { CoverageTask, FromWorker } from './coverage-task.ts'

/** Tasks take a core each for seconds: more of them at once would only make all of them worse. */
const MOST_WORKERS = 2

interface Running {
  /** When it fires the task is dropped. */
  readonly signal: AbortSignal
  /** Hears whatever the task tells. */
  readonly onMessage: (message: FromWorker) => void
}

/** Threads that compute one task each and end. */
export class CoverageWorkers {
  readonly #running = new Set<Worker>()
  readonly #waiting: (() => void)[] = []
  #isClosed = false

  /**
   * Resolves when the task has told all.
   *
   * @throws problem `coverage-stopped` when it was dropped, or the server ends.
   */
  async run(task: CoverageTask, { signal, onMessage }: Running): Promise<void> {
    if (this.#running.size >= MOST_WORKERS) await new Promise<void>((go) => this.#waiting.push(go))
    if (this.#isClosed || signal.aborted) {
      this.#goOn()
      throw problem('coverage-stopped')
    }
    const worker = new Worker(new URL('./coverage-worker.ts', import.meta.url), { workerData: task })
    this.#running.add(worker)
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await new Promise<void>((resolve, reject) => {
        worker
          .on('message', onMessage)
          .once('error', reject)
          .once('exit', (code) => (code === 0 ? resolve() : reject(problem('coverage-stopped'))))
      })
    } finally {
      signal.removeEventListener('abort', stop)
      this.#running.delete(worker)
      this.#goOn()
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const go of this.#waiting.splice(0)) go()
    await Promise.all([...this.#running].map((worker) => worker.terminate()))
  }

  #goOn(): void {
    this.#waiting.shift()?.()
  }
}
