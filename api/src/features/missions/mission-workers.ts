import { Worker } from 'node:worker_threads'
import { ProblemError, problem } from '../../platform/problems.ts'
import type { LegCourses } from './answer-mission.ts'
import type { DroppedVisit, PlanAnswer, TimeAnswer } from './contract.ts'
import type { FromWorker, MissionTask, SentRoads, ToWorker } from './mission-task.ts'

/** Searches take a core each for up to ten seconds: more of them at once would only make all of them worse. */
const MOST_WORKERS = 2

type WorkerAnswer = PlanAnswer | TimeAnswer | DroppedVisit | LegCourses

interface Member {
  readonly worker: Worker
  /** Of the roads that it has. */
  roadsKey: string | null
  isBusy: boolean
}

interface Asking {
  readonly roads: SentRoads
  readonly task: MissionTask
  readonly onBetter?: (answer: PlanAnswer) => void
  /** When it fires, the search ends with what it has. */
  readonly signal?: AbortSignal
}

/** A few threads that plan and time missions; they keep the roads, and take one question after the other. */
export class MissionWorkers {
  readonly #members: Member[] = []
  readonly #waiting: ((member: Member) => void)[] = []
  #isClosed = false

  /** @throws problem `mission-time-unreadable` where the question contradicts itself, `mission-planning-stopped`. */
  async ask(asking: Asking): Promise<WorkerAnswer> {
    const member = await this.#take()
    try {
      return await run(member, asking)
    } catch (error) {
      const isRefused = error instanceof ProblemError && error.code === 'mission-time-unreadable'
      if (!isRefused) this.#drop(member)
      throw error
    } finally {
      this.#giveBack(member)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()))
  }

  #take(): Promise<Member> | Member {
    if (this.#isClosed) throw problem('mission-planning-stopped')
    const free = this.#members.find(({ isBusy }) => !isBusy)
    if (free) {
      free.isBusy = true
      return free
    }
    if (this.#members.length < MOST_WORKERS) return this.#open()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #open(): Member {
    const worker = new Worker(new URL('./mission-worker.ts', import.meta.url))
    const member = { worker, roadsKey: null, isBusy: true }
    this.#members.push(member)
    return member
  }

  #giveBack(member: Member): void {
    const next = this.#waiting.shift()
    const isThere = this.#members.includes(member)
    if (next) next(isThere ? member : this.#open())
    else member.isBusy = false
  }

  #drop(member: Member): void {
    const place = this.#members.indexOf(member)
    if (place >= 0) this.#members.splice(place, 1)
    void member.worker.terminate()
  }
}

async function run(member: Member, { roads, task, onBetter, signal }: Asking): Promise<WorkerAnswer> {
  const { worker } = member
  const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer>()
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const halt = () => Atomics.store(stop, 0, 1)
  const onExit = () => reject(problem('mission-planning-stopped'))
  const onMessage = (message: FromWorker) => {
    if (message.kind === 'better') onBetter?.(message.answer)
    else if (message.kind === 'refused')
      reject(problem('mission-time-unreadable', { reason: message.reason }))
    else resolve(message.answer)
  }
  worker.on('message', onMessage).on('error', reject).on('exit', onExit)
  signal?.addEventListener('abort', halt, { once: true })
  if (signal?.aborted) halt()
  const isKnown = member.roadsKey === roads.key
  worker.postMessage({ roads: isKnown ? null : roads, task, stop } satisfies ToWorker)
  member.roadsKey = roads.key
  try {
    return await promise
  } finally {
    worker.off('message', onMessage).off('error', reject).off('exit', onExit)
    signal?.removeEventListener('abort', halt)
  }
}
