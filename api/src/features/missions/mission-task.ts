import type { Itinerary, MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { NetworkSegment } from '@borne/geodata/road-network/places'
import type { RoadConditions } from '@borne/geodata/road-state/conditions'
import type { LegCourses } from './answer-mission.ts'
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
    | { readonly kind: 'courses'; readonly itinerary: Itinerary }
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
  | { readonly kind: 'drawn'; readonly answer: LegCourses }
  /** The question contradicts itself. */
  | { readonly kind: 'refused'; readonly reason: string }

export function conditionsKey(date: string, profileId: string): string {
  return `${date} ${profileId}`
}
