import type { Itinerary, MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { RoadConditions } from '@borne/geodata/road-state/conditions'
import type { WhatIf } from '@borne/geodata/road-state/suppose-ground'
import { addDays } from '@borne/geodata/works/days'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NetworkQuery } from '../../contract-kit/network.ts'
import { readDay } from '../../platform/road-state.ts'
import type { LegCourses } from './answer-mission.ts'
import type { DroppedVisit, PlanAnswer, TimeAnswer } from './contract.ts'
import { conditionsKey, type MissionTask, type SentRoads } from './mission-task.ts'
import type { MissionWorkers } from './mission-workers.ts'

interface Roads {
  readonly sent: SentRoads
  readonly conditions: ReadonlyMap<string, RoadConditions>
}

/**
 * The roads of a mission, as the caller may see them: the network in service on its first day, in the state of each day for each
 * vehicle profile. Always by our own engine.
 */
async function gatherRoads(
  app: FastifyInstance,
  request: FastifyRequest,
  { dates, teams }: MissionQuestion,
  whatIf: WhatIf | null,
): Promise<Roads> {
  const network = await app.roadNetwork.getFor(request.caller?.accountId, readDay(dates[0]) ?? undefined)
  const profileIds = new Set(teams.flatMap(({ vehicles }) => vehicles.map(({ profileId }) => profileId)))
  const conditions = new Map<string, RoadConditions>()
  for (const profileId of profileIds) {
    // The day after too: «with one day more» is an explanation.
    for (const date of [...dates, addDays(dates.at(-1)!, 1)]) {
      const asked = NetworkQuery.parse({ date, vehicle: profileId })
      const { options } =
        whatIf?.date === date
          ? await app.roadStates.supposeDay(request, asked, network, whatIf)
          : await app.roadStates.ask(request, asked, network)
      conditions.set(conditionsKey(date, profileId), options.conditions)
    }
  }
  return {
    sent: { key: network.key, packed: network.packed, borders: network.borders },
    conditions,
  }
}

export interface Asked {
  readonly app: FastifyInstance
  readonly request: FastifyRequest
  readonly workers: MissionWorkers
  /** What is supposed of the roads; absent: nothing. */
  readonly whatIf?: WhatIf | null
}

async function ask<T>(
  { app, request, workers, whatIf = null }: Asked,
  question: MissionQuestion,
  work: MissionTask['work'],
  more: Pick<Parameters<MissionWorkers['ask']>[0], 'onBetter' | 'signal'> = {},
): Promise<T> {
  const { sent, conditions } = await gatherRoads(app, request, question, whatIf)
  return (await workers.ask({ roads: sent, task: { question, conditions, work }, ...more })) as T
}

/** A plan with its times and what it breaks. */
export function timePlan(asked: Asked, question: MissionQuestion, plan: MissionPlan): Promise<TimeAnswer> {
  return ask(asked, question, { kind: 'time', plan })
}

/** The course of each leg of an itinerary, day by day; null where it is not known. */
export function drawCourses(
  asked: Asked,
  question: MissionQuestion,
  itinerary: Itinerary,
): Promise<LegCourses> {
  return ask(asked, question, { kind: 'courses', itinerary })
}

/** Why a visit is not in a plan. */
export function explainVisit(
  asked: Asked,
  question: MissionQuestion,
  { plan, visitId }: { readonly plan: MissionPlan; readonly visitId: string },
): Promise<DroppedVisit> {
  return ask(asked, question, { kind: 'explain', plan, visitId })
}

export interface Searching {
  readonly seed: number
  readonly seconds: number
  readonly steps: number | null
  readonly onBetter?: (answer: PlanAnswer) => void
  /** When it fires, the search ends with what it has. */
  readonly signal?: AbortSignal
}

/** Looks for a plan: better ones are told as they come. */
export function searchPlan(
  asked: Asked,
  question: MissionQuestion,
  { onBetter, signal, ...search }: Searching,
): Promise<PlanAnswer> {
  return ask(asked, question, { kind: 'plan', ...search }, { onBetter, signal })
}
