import { checkMission } from '@borne/geodata/itinerary/check-mission'
import { explainDropped } from '@borne/geodata/itinerary/explain-dropped'
import { findConflict } from '@borne/geodata/itinerary/find-conflict'
import type {
  Itinerary,
  LegLine,
  LegLines,
  MissionPlan,
  MissionQuestion,
  MissionTeam,
} from '@borne/geodata/itinerary/mission-types'
import { type OpenTravel, openTravel } from '@borne/geodata/itinerary/open-travel'
import { planMission } from '@borne/geodata/itinerary/plan-mission'
import { timeMission } from '@borne/geodata/itinerary/time-mission'
import { travelAskOf } from '@borne/geodata/itinerary/travel-asks'
import { checkVersion, conditionsOn, type HeldRoads } from './held-roads.ts'
import type { MissionAsked, MissionExchanges, TimedPlan, VehicleLitres } from './missions-asked.ts'

type Answers = { [K in keyof MissionExchanges]: (asked: MissionExchanges[K][0]) => MissionExchanges[K][1] }

/** Questions whose travel is kept: a plan, its plan B, and the one that is being changed to. */
const KEPT_QUESTIONS = 3

/** Plans, times and explanations of missions over the roads in memory. */
export function answerMissions(held: HeldRoads): Answers {
  const kept = new Map<string, OpenTravel>()
  const travelFor = (asked: MissionAsked): OpenTravel => {
    const key = JSON.stringify([asked.question, asked.whatIf])
    const travel = kept.get(key) ?? openFor(held, asked)
    kept.delete(key)
    kept.set(key, travel)
    if (kept.size > KEPT_QUESTIONS) kept.delete(kept.keys().next().value!)
    return travel
  }
  const time = (asked: MissionAsked, plan: MissionPlan): TimedPlan => {
    const startedAt = performance.now()
    const timed = timePlan(asked.question, travelFor(asked), plan)
    return { ...timed, computeMilliseconds: performance.now() - startedAt }
  }
  return {
    'mission-plan': (asked) => {
      const { seed, seconds, question } = asked
      const plan = planMission(question, travelFor(asked).travelOf, { seed, seconds, starts: 1 })
      return plan && time(asked, plan)
    },
    'mission-time': (asked) => time(asked, asked.plan),
    'mission-explain': (asked) =>
      explainDropped(asked.question, travelFor(asked).travelOf, asked.plan, asked.visitId),
    'mission-conflict': (asked) => findConflict(asked.question, travelFor(asked).travelOf),
  }
}

function openFor(held: HeldRoads, { question, whatIf }: MissionAsked): OpenTravel {
  for (const date of question.dates) checkVersion(held, date)
  const travel = openTravel(
    {
      graph: held.graph,
      borders: held.inputs.borders,
      conditionsOf: (date, profileId) => conditionsOn(held, date, profileId, whatIf),
    },
    question,
  )
  return { ...travel, legLines: rememberLines(travel.legLines) }
}

/** A stop that is moved leaves most legs as they were. */
function rememberLines(legLines: LegLines): LegLines {
  const lines = new Map<string, LegLine | null>()
  return (day, leg) => {
    const { fromPlaceId, toPlaceId, ignoresAreas, hasWay } = day.legs[leg]!
    const key = JSON.stringify([day.date, day.teamId, fromPlaceId, toPlaceId, ignoresAreas, hasWay])
    const known = lines.get(key)
    if (known !== undefined) return known
    const line = legLines(day, leg)
    lines.set(key, line)
    return line
  }
}

function timePlan(
  question: MissionQuestion,
  travel: OpenTravel,
  plan: MissionPlan,
): Omit<TimedPlan, 'computeMilliseconds'> {
  const itinerary = timeMission(question, travel.travelOf, plan)
  return {
    plan,
    itinerary,
    broken: checkMission(question, itinerary, travel.legLines),
    lines: itinerary.days.map((day) =>
      day.legs.map((_, leg) => travel.legLines(day, leg)?.coordinates ?? null),
    ),
    fuel: question.teams.flatMap((team) => litresOfVehicles(question, travel, itinerary, team)),
  }
}

/** Each vehicle on its own, over the legs of its team. */
function litresOfVehicles(
  question: MissionQuestion,
  { travelOf }: OpenTravel,
  { days }: Itinerary,
  team: MissionTeam,
): VehicleLitres[] {
  const indexOf = (placeId: string) => question.places.findIndex(({ id }) => id === placeId)
  const own = days.filter(({ teamId }) => teamId === team.id)
  return team.vehicles.map(({ id, profileId }) => {
    let litres = 0
    for (const day of own) {
      const ask = travelAskOf(question, team, day.date)
      for (const leg of day.legs) {
        if (!ask || !leg.hasWay || leg.ignoresAreas) {
          litres += leg.litres / team.vehicles.length
          continue
        }
        const cell = indexOf(leg.fromPlaceId) * question.places.length + indexOf(leg.toPlaceId)
        litres += travelOf({ ...ask, profileIds: [profileId] }).litres[cell]!
      }
    }
    return { vehicleId: id, litres }
  })
}
