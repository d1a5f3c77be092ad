import { indexAreas } from '../geometry/area-index.ts'
import { measureInside } from '../geometry/measure-inside.ts'
import type { Position } from '../geometry/position.ts'
import { type Broken, brokenAlways } from './broken-rule.ts'
import { datesUpTo, dayOfWeek, daysFrom, isWithinSeason, spanOfDay } from './check-dates.ts'
import { checkFuel } from './check-fuel.ts'
import type {
  LegLines,
  MissionQuestion,
  MissionRule,
  MissionTeam,
  RuleDemand,
  TimedDay,
} from './mission-types.ts'
import { sunTimes } from './sun-times.ts'

const TOLERANCE_MINUTES = 0.01 / 60
/** A line that runs along the edge of an area does not enter it. */
const TOLERANCE_METRES = 1

/** A leg that a rule concerns, and how much of it lies in the rule's area. */
interface Concerned {
  readonly leg: number
  readonly metres: number
}

interface Case {
  readonly question: MissionQuestion
  readonly team: MissionTeam
  readonly day: TimedDay
  readonly legs: readonly Concerned[]
  readonly legLines: LegLines
  readonly isInArea: (position: Position) => boolean
}

type Finding = Pick<Broken, 'excess' | 'unit'> & { readonly leg?: number }
type Checks = {
  [K in RuleDemand['kind']]: (demand: Extract<RuleDemand, { kind: K }>, found: Case) => Finding[]
}

/** What a team's day breaks of the rules of a question. */
export function checkRules(
  question: MissionQuestion,
  team: MissionTeam,
  days: readonly TimedDay[],
  index: number,
  legLines: LegLines,
): Broken[] {
  const day = days[index]!
  const concerning = question.rules.filter(
    ({ season, profileId }) =>
      isWithinSeason(day.date, season) &&
      (profileId === null || team.vehicles.some((vehicle) => vehicle.profileId === profileId)),
  )
  const isIdle = isAtRest(day) && [question.startPlaceId, question.endPlaceId].includes(day.endPlaceId)
  const broken = concerning.flatMap((rule) => {
    if (isIdle) return []
    const { legs, isInArea } = concernedLegs(question, rule, day, legLines)
    const { demand, areaId } = rule
    let found: Finding[]
    if (demand.kind === 'fuel-reserve')
      found = checkFuel(question, team, days, index, demand.share).filter(
        (finding) => areaId === null || legs.some(({ leg }) => leg === finding.leg),
      )
    else if (legs.length === 0) found = []
    else found = CHECKS[demand.kind](demand as never, { question, team, day, legs, legLines, isInArea })
    return found.map(
      ({ leg = null, excess, unit }): Broken => ({
        ruleId: rule.id,
        kind: rule.demand.kind,
        level: rule.level,
        leg,
        visitId: leg === null ? null : (day.visits[leg]?.visitId ?? null),
        excess,
        unit,
      }),
    )
  })
  const dry = checkFuel(question, team, days, index, 0)
  return [...broken, ...dry.map((finding) => brokenAlways('fuel-reserve', finding))]
}

/** Whether a team stays where it is and visits nothing. */
export function isAtRest({ visits, legs }: TimedDay): boolean {
  return visits.length === 0 && legs.every(({ fromPlaceId, toPlaceId }) => fromPlaceId === toPlaceId)
}

/** Legs that a rule concerns: all that move or lead to a visit, or those that touch its area. */
function concernedLegs(
  { areas, places }: MissionQuestion,
  { areaId }: MissionRule,
  day: TimedDay,
  legLines: LegLines,
): { legs: Concerned[]; isInArea: (position: Position) => boolean } {
  if (areaId === null) {
    const legs = day.legs.flatMap(({ driveSeconds, metres }, leg) =>
      driveSeconds > 0 ? [{ leg, metres }] : [],
    )
    return { legs, isInArea: () => true }
  }
  const area = areas.find(({ id }) => id === areaId)
  if (!area) throw new RangeError(`the mission has no area ${areaId}`)
  const rings = area.polygon.coordinates as Position[][]
  const areaAt = indexAreas([{ name: areaId, polygons: [rings] }])
  const isInArea = (position: Position) => areaAt(position) !== null
  const metresOf = measureInside(rings)
  const positionOf = (id: string) => places.find((place) => place.id === id)!.position
  const legs = day.legs.flatMap(({ fromPlaceId, toPlaceId }, leg) => {
    const line = legLines(day, leg)
    const metres = line ? metresOf(line.coordinates) : 0
    const isTouching =
      metres > TOLERANCE_METRES || isInArea(positionOf(fromPlaceId)) || isInArea(positionOf(toPlaceId))
    return isTouching ? [{ leg, metres }] : []
  })
  return { legs, isInArea }
}

/** For being somewhere that one may not: the way there, or that one is there at all. */
function told({ leg, metres }: Concerned): Finding {
  return metres > TOLERANCE_METRES
    ? { leg, excess: metres, unit: 'metres' }
    : { leg, excess: 1, unit: 'count' }
}

function minutes(leg: number | undefined, excess: number): Finding[] {
  return excess > TOLERANCE_MINUTES
    ? [{ ...(leg === undefined ? {} : { leg }), excess, unit: 'minutes' }]
    : []
}

const CHECKS: Omit<Checks, 'fuel-reserve'> = {
  daylight: ({ afterSunriseMinutes, beforeSunsetMinutes }, { question, day, legs }) =>
    legs.flatMap(({ leg }) => {
      const { fromPlaceId, toPlaceId, departsAt, arrivesAt, driveSeconds } = day.legs[leg]!
      if (driveSeconds === 0) return []
      const sunAt = (id: string) =>
        sunTimes(day.date, question.places.find((place) => place.id === id)!.position)
      const opens = Date.parse(sunAt(fromPlaceId).sunrise) + 60_000 * afterSunriseMinutes
      const closes = Date.parse(sunAt(toPlaceId).sunset) - 60_000 * beforeSunsetMinutes
      return minutes(leg, Math.max(opens - Date.parse(departsAt), Date.parse(arrivesAt) - closes) / 60_000)
    }),
  'driving-day': ({ hours }, { day, legs }) => {
    const driven = legs.reduce((sum, { leg }) => sum + day.legs[leg]!.driveSeconds, 0)
    return minutes(undefined, driven / 60 - 60 * hours)
  },
  'driving-stretch': ({ hours, restMinutes }, { day }) => missingRests(day, 60 * hours, restMinutes),
  convoy: ({ vehicles }, { team, legs }) =>
    team.vehicles.length < vehicles
      ? [{ leg: legs[0]!.leg, excess: vehicles - team.vehicles.length, unit: 'vehicles' }]
      : [],
  'radio-check': () => [],
  clearance: ({ from, until }, { day, legs }) => {
    const excess = Math.max(daysFrom(day.date, from), daysFrom(until, day.date))
    return excess > 0 ? [{ leg: legs[0]!.leg, excess, unit: 'days' }] : []
  },
  'no-entry': (_, { legs }) => legs.map(told),
  escort: (_, { team, legs }) => (team.hasEscort ? [] : legs.map(told)),
  'border-crossing': (_, { day, legs, legLines, isInArea }) =>
    legs.flatMap(({ leg }) => {
      const crossings = legLines(day, leg)?.crossings.filter(({ position }) => isInArea(position)) ?? []
      return crossings.length > 0 ? [{ leg, excess: crossings.length, unit: 'count' as const }] : []
    }),
  'no-driving': ({ weekdays, opens, closes }, { day, legs }) =>
    legs.flatMap(({ leg }) => {
      const { departsAt, arrivesAt, restSeconds } = day.legs[leg]!
      const [departs, arrives] = [Date.parse(departsAt), Date.parse(arrivesAt)]
      const spans = datesUpTo(departs)
        .filter((date) => weekdays.includes(dayOfWeek(date)))
        .map((date) => spanOfDay(date, opens, closes))
      const overlaps = spans.map(([from, until]) =>
        Math.max(0, Math.min(arrives, until) - Math.max(departs, from)),
      )
      return minutes(leg, overlaps.reduce((sum, each) => sum + each, 0) / 60_000 - restSeconds / 60)
    }),
}

/** Minutes of rest that each leg lacks, when the team rests where its stretch is full, or stops long enough. */
function missingRests({ legs }: TimedDay, stretchMinutes: number, restMinutes: number): Finding[] {
  let driven = 0
  let stoppedAt = -Infinity
  return legs.flatMap(({ departsAt, arrivesAt, driveSeconds, restSeconds }, leg) => {
    if (driveSeconds === 0) return []
    if (Date.parse(departsAt) - stoppedAt >= 60_000 * (restMinutes - TOLERANCE_MINUTES)) driven = 0
    stoppedAt = Date.parse(arrivesAt)
    const total = driven + driveSeconds / 60
    const needed = Math.max(0, Math.ceil(total / stretchMinutes - 1e-9) - 1)
    const taken = restMinutes > 0 ? Math.floor(restSeconds / 60 / restMinutes + 1e-6) : needed
    driven = Math.max(0, total - Math.max(needed, taken) * stretchMinutes)
    return minutes(leg, needed * restMinutes - restSeconds / 60)
  })
}
