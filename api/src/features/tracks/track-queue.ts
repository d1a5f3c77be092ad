import { Worker } from 'node:worker_threads'
import { modeBit } from '@borne/geodata/road-network/road-codes'
import { portGraph } from '@borne/geodata/tracks/port-graph'
import type { FastifyBaseLogger } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { ProblemError, problem } from '../../platform/problems.ts'
import type { RoadNetwork, RoadNetworkHolder } from '../../platform/road-network.ts'
import { loadVehicles } from '../../platform/road-state-queries.ts'
import { trackFilePath } from '../../platform/track-file-path.ts'
import type { AnalysedTrack } from './analyse-track.ts'
import type { TrackProgress } from './contract.ts'
import type { PortableTask, WorkerMessage } from './match-track-worker.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import {
  findWaiting,
  findWaitingTrack,
  storeAnalysis,
  storeRefusal,
  type WaitingTrack,
} from './store-analysis.ts'
import { isTrackFileThere } from './track-file.ts'

export interface QueueParts {
  readonly db: Db
  readonly filesDir: string
  readonly roadNetwork: RoadNetworkHolder
  readonly log: FastifyBaseLogger
}

interface Job {
  readonly trackId: string
  done: Promise<void>
  progress: TrackProgress
  worker: Worker | null
  isCancelled: boolean
}

/** Matches tracks one after the other, each in a thread of its own, so that people are answered meanwhile. */
export class TrackQueue {
  readonly #parts: QueueParts
  readonly #jobs = new Map<string, Job>()
  #last: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(parts: QueueParts) {
    this.#parts = parts
  }

  /** Ends when the track is matched or refused, whatever came of it. A track that waits already is not doubled. */
  match(trackId: string): Promise<void> {
    const known = this.#jobs.get(trackId)
    if (known) return known.done
    const job: Job = {
      trackId,
      done: Promise.resolve(),
      progress: { stage: 'waiting', share: 0 },
      worker: null,
      isCancelled: false,
    }
    this.#jobs.set(trackId, job)
    job.done = this.#last.then(() => this.#run(job)).finally(() => this.#jobs.delete(trackId))
    this.#last = job.done
    return job.done
  }

  /** The same, but waits no longer than so many milliseconds. */
  async matchWithin(trackId: string, milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds)
    })
    await Promise.race([this.match(trackId), late]).finally(() => clearTimeout(timer))
  }

  progressOf(trackId: string): TrackProgress | null {
    return this.#jobs.get(trackId)?.progress ?? null
  }

  /** Stops what is being done with a track. */
  async cancel(trackId: string): Promise<void> {
    const job = this.#jobs.get(trackId)
    if (!job) return
    job.isCancelled = true
    await job.worker?.terminate()
    await job.done
  }

  /** Takes up what waits: after a start, a new version of the network, or an edit that was accepted. */
  async takeUp(): Promise<void> {
    for (const { id } of await findWaiting(this.#parts.db)) if (!this.#isClosed) void this.match(id)
  }

  /** Stops; what was not done waits for the next start. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all([...this.#jobs.keys()].map((trackId) => this.cancel(trackId)))
  }

  async #run(job: Job): Promise<void> {
    const { db, log } = this.#parts
    try {
      if (job.isCancelled) return
      const track = await findWaitingTrack(db, job.trackId)
      if (track) await this.#analyse(job, track)
    } catch (error) {
      if (job.isCancelled) return
      log.error({ err: error, trackId: job.trackId }, 'track not matched')
      // Without a network it waits for one.
      const isNetworkMissing = error instanceof ProblemError && error.code === 'roads-missing'
      const refusal: Refusal = { code: 'track-matching-failed', params: {} }
      if (!isNetworkMissing) {
        await storeRefusal(db, job.trackId, refusal).catch((cause: unknown) => log.error({ err: cause }))
      }
    }
  }

  async #analyse(job: Job, track: WaitingTrack): Promise<void> {
    const { db, filesDir } = this.#parts
    if (!(await isTrackFileThere(filesDir, track.fileSha256))) {
      await storeRefusal(db, track.id, { code: 'track-file-lost', params: {} })
      return
    }
    const network = await this.#parts.roadNetwork.get()
    const task = await this.#taskOf(track, network)
    if (job.isCancelled) return
    const found = await runWorker(job, task)
    if (job.isCancelled) return
    if ('code' in found) await storeRefusal(db, track.id, found)
    else await storeAnalysis(db, track.id, network, found)
  }

  async #taskOf(track: WaitingTrack, { graph, bbox }: RoadNetwork): Promise<PortableTask> {
    const vehicle = (await loadVehicles(this.#parts.db)).find(({ id }) => id === track.vehicleId)
    if (!vehicle) throw problem('vehicle-not-found', { id: track.vehicleId })
    return {
      path: trackFilePath(this.#parts.filesDir, track.fileSha256),
      fileBytes: track.fileBytes,
      graph: portGraph(graph),
      bbox,
      modes: modeBit(vehicle.mode),
      nowMs: Date.now(),
    }
  }
}

function runWorker(job: Job, task: PortableTask): Promise<AnalysedTrack | Refusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./match-track-worker.ts', import.meta.url), { workerData: task })
    job.worker = worker
    worker
      .on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') job.progress = message.progress
        else if (message.kind === 'done') resolve(message.result)
        else resolve(refusalOf(message.code, message.facts))
      })
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`the worker that matches tracks ended with ${code}`)))
  }).finally(() => {
    job.worker = null
  }) as Promise<AnalysedTrack | Refusal>
}
