import type { DroppedVisit, PlanAnswer, TimeAnswer } from '@borne/api/contracts/missions'
import type { DroppedReason } from '@borne/geodata/itinerary/explain-dropped'
import type { ConflictPart } from '@borne/geodata/itinerary/find-conflict'
import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { WhatIf } from '@borne/geodata/road-state/suppose-ground'
import { sendJson, streamLines } from '../../platform/api.ts'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { askRoads } from '../../platform/roads-worker/roads-here.ts'

export interface PlanRequest {
  readonly seed: number
  readonly seconds: number
  readonly signal: AbortSignal
  /** Told of each plan as it comes, not only of better ones. */
  onPlan(timed: TimedPlan): void
}

/** Who computes for a mission: this device, or the server. */
export interface MissionDesk {
  readonly isHere: boolean
  /** Looks for a plan; true where one was found that the rules allow. */
  plan(request: PlanRequest): Promise<boolean>
  time(plan: MissionPlan, signal: AbortSignal): Promise<TimedPlan>
  explain(plan: MissionPlan, visitId: string, signal: AbortSignal): Promise<readonly DroppedReason[]>
  /** Null where a plan serves all that is required. */
  conflict(signal: AbortSignal): Promise<readonly ConflictPart[] | null>
}

/** The worker of this device; it answers without a network. */
export function deskHere(question: MissionQuestion, whatIf: WhatIf | null): MissionDesk {
  const asked = { question, whatIf }
  return {
    isHere: true,
    plan: async ({ seed, seconds, signal, onPlan }) => {
      const timed = await askRoads('mission-plan', { ...asked, seed, seconds }, signal)
      if (timed) onPlan(timed)
      return timed !== null
    },
    time: (plan, signal) => askRoads('mission-time', { ...asked, plan }, signal),
    explain: (plan, visitId, signal) => askRoads('mission-explain', { ...asked, plan, visitId }, signal),
    conflict: (signal) => askRoads('mission-conflict', asked, signal),
  }
}

/** The server, while the roads are not on this device. */
export function deskAtServer(question: MissionQuestion, whatIf: WhatIf | null): MissionDesk {
  const asked = { question, whatIf }
  let conflict: readonly ConflictPart[] | null = null
  return {
    isHere: false,
    plan: async ({ seed, seconds, signal, onPlan }) => {
      let last: PlanAnswer | undefined
      const body = { ...asked, seed, seconds }
      for await (const answer of streamLines<PlanAnswer>('/api/missions/plan', body, signal)) {
        last = answer
        if (isPlanned(answer)) onPlan(toTimed(answer, answer.computeMilliseconds))
      }
      conflict = last?.conflict ?? null
      return last !== undefined && isPlanned(last)
    },
    time: async (plan, signal) => {
      const startedAt = performance.now()
      const answer = await sendJson<TimeAnswer>('POST', '/api/missions/time', { ...asked, plan })
      signal.throwIfAborted()
      return toTimed(answer, performance.now() - startedAt)
    },
    explain: async (plan, visitId) => {
      const body = { ...asked, plan, visitId }
      const { reasons } = await sendJson<DroppedVisit>('POST', '/api/missions/explain', body)
      return reasons ?? []
    },
    conflict: async () => conflict,
  }
}

/** Where there is no plan at all, the server answers with one that has no visit and breaks a rule. */
function isPlanned({ conflict, plan, broken }: PlanAnswer): boolean {
  const isEmpty = plan.days.every(({ visitIds }) => visitIds.length === 0)
  return conflict === null || !isEmpty || broken.every(({ level }) => level === 'warn')
}

function toTimed({ plan, itinerary, broken }: TimeAnswer, computeMilliseconds: number): TimedPlan {
  const lines = itinerary.days.map(({ legs }) => legs.map(() => null))
  return { plan, itinerary, broken, lines, fuel: null, computeMilliseconds }
}
