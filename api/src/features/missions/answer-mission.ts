import { checkMission } from '@borne/geodata/itinerary/check-mission'
import type { LegCourse } from '@borne/geodata/itinerary/drive-over'
import { explainDropped } from '@borne/geodata/itinerary/explain-dropped'
import { findConflict } from '@borne/geodata/itinerary/find-conflict'
import {
  type Itinerary,
  type MissionPlan,
  type MissionQuestion,
  VISIT_PRIORITIES,
} from '@borne/geodata/itinerary/mission-types'
import { type MissionRoads, type OpenTravel, openTravel } from '@borne/geodata/itinerary/open-travel'
import { planMission } from '@borne/geodata/itinerary/plan-mission'
import { timeMission } from '@borne/geodata/itinerary/time-mission'
import type { DroppedVisit, PlanAnswer, TimeAnswer } from './contract.ts'

/** How a plan is looked for. */
export interface Search {
  readonly seed: number
  readonly seconds: number
  readonly steps: number | null
  /** Asked now and then: whether nobody waits any longer. */
  readonly isStopped: () => boolean
  /** Told of better plans, the first at once, then not more often than people can look. */
  readonly tell: (answer: PlanAnswer) => void
}

const TOLD_EVERY_MS = 150

/** Gives a plan its times, and has it judged by the checker. */
export function answerTime(roads: MissionRoads, question: MissionQuestion, plan: MissionPlan): TimeAnswer {
  return timed(question, openTravel(roads, question), plan)
}

/** The course of each leg, day by day; null where it is not known. */
export type LegCourses = readonly (readonly (LegCourse | null)[])[]

export function answerCourses(
  roads: MissionRoads,
  question: MissionQuestion,
  { days }: Itinerary,
): LegCourses {
  const { legLines } = openTravel(roads, question)
  return days.map((day) => day.legs.map((_, leg) => legLines(day, leg)))
}

function timed(
  question: MissionQuestion,
  { travelOf, wayOver, legLines }: OpenTravel,
  plan: MissionPlan,
): TimeAnswer {
  const itinerary = timeMission(question, travelOf, plan, wayOver)
  const broken = checkMission(question, itinerary, legLines)
  return { plan, itinerary, broken } as unknown as TimeAnswer
}

/** Looks for a plan, and says why it is not a better one. */
export function answerPlan(roads: MissionRoads, question: MissionQuestion, search: Search): PlanAnswer {
  const begunMs = performance.now()
  const travel = openTravel(roads, question)
  const { seed, seconds, steps, isStopped, tell } = search
  let toldMs = -Infinity
  const answer = (plan: MissionPlan, isLast: boolean): PlanAnswer => ({
    ...timed(question, travel, plan),
    isLast,
    dropped: [],
    conflict: null,
    computeMilliseconds: Math.round(performance.now() - begunMs),
  })
  // Measuring the roads is not part of the search.
  let searchMs = -1
  const plan = planMission(question, travel.travelOf, {
    seed,
    progress: (done) => {
      if (searchMs < 0) searchMs = performance.now()
      if (isStopped()) return 1
      return steps === null ? (performance.now() - searchMs) / (1000 * seconds) : done / steps
    },
    onBetter: (better) => {
      if (performance.now() - toldMs < TOLD_EVERY_MS) return
      tell(answer(better, false))
      toldMs = performance.now()
    },
  })
  const last = answer(plan ?? nothing(question), true)
  return { ...last, ...(isStopped() ? {} : explain(question, travel, last.plan, plan !== null)) }
}

/** More are explained when they are asked for one by one. */
const MOST_EXPLAINED = 4

/** Why what was left out was, the most pressing first; and what excludes what, where something required was. */
function explain(
  question: MissionQuestion,
  { travelOf }: OpenTravel,
  plan: MissionPlan,
  isPlanned: boolean,
): Pick<PlanAnswer, 'dropped' | 'conflict'> {
  const left = question.visits
    .filter(({ id }) => plan.droppedVisitIds.includes(id))
    .sort((a, b) => VISIT_PRIORITIES.indexOf(a.priority) - VISIT_PRIORITIES.indexOf(b.priority))
  const isMissing = !isPlanned || left.some(({ priority }) => priority === 'required')
  return {
    dropped: left.map(({ id }, index) => ({
      visitId: id,
      reasons: isPlanned && index < MOST_EXPLAINED ? explainDropped(question, travelOf, plan, id) : null,
    })) as PlanAnswer['dropped'],
    conflict: isMissing ? findConflict(question, travelOf) : null,
  }
}

/** Why one visit is left out. @throws RangeError when the plan serves it. */
export function answerExplain(
  roads: MissionRoads,
  question: MissionQuestion,
  { plan, visitId }: { readonly plan: MissionPlan; readonly visitId: string },
): DroppedVisit {
  const reasons = explainDropped(question, openTravel(roads, question).travelOf, plan, visitId)
  return { visitId, reasons: reasons as DroppedVisit['reasons'] }
}

/** Where no plan can be had: nobody leaves. */
function nothing({ visits }: MissionQuestion): MissionPlan {
  return { days: [], droppedVisitIds: visits.map(({ id }) => id) }
}
