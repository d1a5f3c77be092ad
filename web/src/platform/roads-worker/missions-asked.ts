import type { Position } from '@borne/geodata/geometry/position'
import type { DroppedReason } from '@borne/geodata/itinerary/explain-dropped'
import type { ConflictPart } from '@borne/geodata/itinerary/find-conflict'
import type { FuelUse } from '@borne/geodata/itinerary/mission-costs'
import type {
  BrokenMissionRule,
  Itinerary,
  MissionPlan,
  MissionQuestion,
} from '@borne/geodata/itinerary/mission-types'
import type { WhatIf } from '@borne/geodata/road-state/suppose-ground'

export interface MissionAsked {
  readonly question: MissionQuestion
  readonly whatIf: WhatIf | null
}
export interface PlanAsked extends MissionAsked {
  readonly seed: number
  readonly seconds: number
}
export interface TimeAsked extends MissionAsked {
  readonly plan: MissionPlan
}
export interface ExplainAsked extends TimeAsked {
  readonly visitId: string
}

/** A plan with its times, what it breaks, and the course of its legs. */
export interface TimedPlan {
  readonly plan: MissionPlan
  readonly itinerary: Itinerary
  readonly broken: readonly BrokenMissionRule[]
  /** For each day of the itinerary and each of its legs; null = not known. */
  readonly lines: readonly (readonly (readonly Position[] | null)[])[]
  /** By vehicle and ground; null = not known. */
  readonly fuel: readonly FuelUse[] | null
  readonly computeMilliseconds: number
}

export type MissionExchanges = {
  /** Null where the teams can spend their days in no way that the rules allow. */
  'mission-plan': [PlanAsked, TimedPlan | null]
  'mission-time': [TimeAsked, TimedPlan]
  'mission-explain': [ExplainAsked, DroppedReason[]]
  /** Null where a plan serves all that is required. */
  'mission-conflict': [MissionAsked, ConflictPart[] | null]
}
