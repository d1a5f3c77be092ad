import { parentPort } from 'node:worker_threads'
import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { MissionRoads } from '@borne/geodata/itinerary/open-travel'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import type { NetworkSegment } from '@borne/geodata/road-network/places'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import type { RoadConditions } from '@borne/geodata/road-state/conditions'
import { answerExplain, answerPlan, answerTime } from './answer-mission.ts'
import type { DroppedVisit, PlanAnswer, TimeAnswer } from './contract.ts'

/** The roads, sent when a worker has others or none. */
export interface SentRoads {
  readonly key: string
  readonly packed: Uint8Array<ArrayBuffer>
  readonly borders: readonly Pick<NetworkSegment, 'coordinates'>[]
}

/** What is asked of a worker. */
export interface MissionTask {
  readonly question: MissionQuestion
  /** By day and vehicle profile, as `conditionsKey` writes them. */
  readonly conditions: ReadonlyMap<string, RoadConditions>
  readonly work:
    | {
        readonly kind: 'plan'
        readonly seed: number
        readonly seconds: number
        readonly steps: number | null
      }
    | { readonly kind: 'time'; readonly plan: MissionPlan }
    | { readonly kind: 'explain'; readonly plan: MissionPlan; readonly visitId: string }
}

export interface ToWorker {
  readonly roads: SentRoads | null
  readonly task: MissionTask
  /** One number: not 0 when nobody waits any longer. */
  readonly stop: Int32Array<SharedArrayBuffer>
}

export type FromWorker =
  | { readonly kind: 'better' | 'last'; readonly answer: PlanAnswer }
  | { readonly kind: 'timed'; readonly answer: TimeAnswer }
  | { readonly kind: 'explained'; readonly answer: DroppedVisit }
  /** The question contradicts itself. */
  | { readonly kind: 'refused'; readonly reason: string }

export function conditionsKey(date: string, profileId: string): string {
  return `${date} ${profileId}`
}

let graph: MissionRoads['graph'] | null = null
let borders: MissionRoads['borders'] = []

/** Plans and times missions away from the thread that answers people. */
parentPort?.on('message', ({ roads, task, stop }: ToWorker) => {
  if (roads) {
    const unpacked = unpackRoads(roads.packed.buffer)
    attachHierarchy(unpacked.graph, unpacked.hierarchy)
    graph = unpacked.graph
    borders = roads.borders
  }
  const post = (message: FromWorker) => parentPort!.postMessage(message)
  try {
    answer({ graph: graph!, borders, conditionsOf: openConditions(task) }, task, stop, post)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    post({ kind: 'refused', reason: error.message })
  }
})

function openConditions({ conditions }: MissionTask): MissionRoads['conditionsOf'] {
  return (date, profileId) => {
    const found = conditions.get(conditionsKey(date, profileId))
    if (!found) throw new RangeError(`no roads for ${profileId} on ${date}`)
    return found
  }
}

function answer(
  roads: MissionRoads,
  { question, work }: MissionTask,
  stop: Int32Array,
  post: (message: FromWorker) => void,
): void {
  if (work.kind === 'time') {
    post({ kind: 'timed', answer: answerTime(roads, question, work.plan) })
    return
  }
  if (work.kind === 'explain') {
    post({ kind: 'explained', answer: answerExplain(roads, question, work) })
    return
  }
  const last = answerPlan(roads, question, {
    ...work,
    isStopped: () => Atomics.load(stop, 0) !== 0,
    tell: (better) => post({ kind: 'better', answer: better }),
  })
  post({ kind: 'last', answer: last })
}
