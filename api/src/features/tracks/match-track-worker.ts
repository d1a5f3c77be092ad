import { parentPort, workerData } from 'node:worker_threads'
import { openGraph, type PortableGraph } from '@borne/geodata/tracks/port-graph'
import { TrackError, type TrackErrorCode } from '@borne/geodata/tracks/track-error'
import { type AnalysedTrack, analyseTrack, type TrackTask } from './analyse-track.ts'
import type { TrackProgress } from './contract.ts'

export type PortableTask = Omit<TrackTask, 'graph'> & { readonly graph: PortableGraph }

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: TrackProgress }
  | { readonly kind: 'done'; readonly result: AnalysedTrack }
  | { readonly kind: 'refused'; readonly code: TrackErrorCode; readonly facts: TrackError['facts'] }

/** So that telling takes no time of its own. */
const TOLD_EVERY_MS = 200

/** Analyses one track away from the thread that answers people. */
const { graph, ...task } = workerData as PortableTask
const post = (message: WorkerMessage) => parentPort!.postMessage(message)
let toldAt = 0
const tell = (progress: TrackProgress) => {
  if (Date.now() - toldAt < TOLD_EVERY_MS) return
  toldAt = Date.now()
  post({ kind: 'progress', progress })
}
try {
  post({ kind: 'done', result: await analyseTrack({ ...task, graph: openGraph(graph) }, tell) })
} catch (error) {
  if (!(error instanceof TrackError)) throw error
  post({ kind: 'refused', code: error.code, facts: error.facts })
}
