import { checkMission } from '@borne/geodata/itinerary/check-mission'
import type { LegCourse } from '@borne/geodata/itinerary/drive-over'
import { explainDropped } from '@borne/geodata/itinerary/explain-dropped'
import { findConflict } from '@borne/geodata/itinerary/find-conflict'
import type { FuelUse } from '@borne/geodata/itinerary/mission-costs'
import type {
  Itinerary,
  MissionPlan,
  MissionQuestion,
  MissionTeam,
} from '@borne/geodata/itinerary/mission-types'
import { type OpenTravel, openTravel } from '@borne/geodata/itinerary/open-travel'
import { planMission } from '@borne/geodata/itinerary/plan-mission'
import { timeMission } from '@borne/geodata/itinerary/time-mission'
import { travelAskOf } from '@borne/geodata/itinerary/travel-asks'
import type { Ground } from '@borne/geodata/road-network/road-codes'
import { checkVersion, conditionsOn, type HeldRoads } from './held-roads.ts'
import type { MissionAsked, MissionExchanges, TimedPlan } from './missions-asked.ts'

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
    const timed = timePlan(held, asked.question, travelFor(asked), plan)
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

/** A way under the hand is drawn anew with each move. */
const KEPT_LINES = 500

/** A stop that is moved leaves most legs as they were. */
function rememberLines(legLines: OpenTravel['legLines']): OpenTravel['legLines'] {
  const lines = new Map<string, LegCourse | null>()
  return (day, leg) => {
    const { fromPlaceId, toPlaceId, ignoresAreas, hasWay, via } = day.legs[leg]!
    const key = JSON.stringify([day.date, day.teamId, fromPlaceId, toPlaceId, ignoresAreas, hasWay, via])
    const known = lines.get(key)
    if (known !== undefined) return known
    const line = legLines(day, leg)
    lines.set(key, line)
    if (lines.size > KEPT_LINES) lines.delete(lines.keys().next().value!)
    return line
  }
}

function timePlan(
  held: HeldRoads,
  question: MissionQuestion,
  travel: OpenTravel,
  plan: MissionPlan,
): Omit<TimedPlan, 'computeMilliseconds'> {
  const itinerary = timeMission(question, travel.travelOf, plan, travel.wayOver)
  return {
    plan,
    itinerary,
    broken: checkMission(question, itinerary, travel.legLines),
    lines: itinerary.days.map((day) =>
      day.legs.map((_, leg) => travel.legLines(day, leg)?.coordinates ?? null),
    ),
    fuel: question.teams.flatMap((team) => fuelOfTeam(held, question, travel, itinerary, team)),
  }
}

/** Each vehicle on its own, over the legs of its team; shared out over the grounds by what it burns on each. */
function fuelOfTeam(
  { inputs }: HeldRoads,
  question: MissionQuestion,
  { travelOf, wayOver, legLines }: OpenTravel,
  { days }: Itinerary,
  team: MissionTeam,
): FuelUse[] {
  const indexOf = (placeId: string) => question.places.findIndex(({ id }) => id === placeId)
  const own = days.filter(({ teamId }) => teamId === team.id)
  return team.vehicles.flatMap(({ id, profileId }) => {
    const rates = inputs.vehicles.find((profile) => profile.id === profileId)?.litresPer100KmByGround
    const litres = new Map<Ground, number>()
    for (const day of own) {
      const ask = travelAskOf(question, team, day.date)
      for (const [index, leg] of day.legs.entries()) {
        const [from, to] = [indexOf(leg.fromPlaceId), indexOf(leg.toPlaceId)]
        const alone = ask && !leg.ignoresAreas ? { ...ask, profileIds: [profileId] } : null
        const via = leg.via?.flatMap(({ position, passes }) => (passes ? [position] : []))
        const burnt =
          alone === null
            ? leg.litres / team.vehicles.length
            : via
              ? (wayOver(alone, from, to, via)?.litres ?? 0)
              : travelOf(alone).litres[from * question.places.length + to]!
        const shares = groundShares(legLines(day, index), rates)
        for (const [ground, share] of shares) litres.set(ground, (litres.get(ground) ?? 0) + share * burnt)
      }
    }
    return [...litres]
      .filter(([, sum]) => sum > 0)
      .map(([ground, sum]) => ({ vehicleId: id, ground, litres: sum }))
  })
}

function groundShares(
  course: LegCourse | null,
  rates: Readonly<Record<Ground, number>> | undefined,
): [Ground, number][] {
  const burnt = Object.entries(course?.groundMetres ?? {}).map(([ground, metres]): [Ground, number] => [
    ground as Ground,
    metres * (rates?.[ground as Ground] ?? 1),
  ])
  const sum = burnt.reduce((total, [, litres]) => total + litres, 0)
  return sum > 0 ? burnt.map(([ground, litres]) => [ground, litres / sum]) : [['unknown', 1]]
}
