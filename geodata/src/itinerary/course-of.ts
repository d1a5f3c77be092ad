import { beginsOf } from './compile-visits.ts'
import {
  DAY_SECONDS,
  daysBetween,
  isInSeason,
  joinSpans,
  planSecondsOf,
  spanOn,
  weekdayOf,
} from './mission-clock.ts'
import type {
  DayTravel,
  MissionQuestion,
  MissionRule,
  MissionTeam,
  TeamDay,
  TimedLeg,
  TravelAsk,
  TravelOf,
} from './mission-types.ts'
import type { DayCourse } from './run-day.ts'
import { sunTimes } from './sun-times.ts'
import { travelAskOf } from './travel-asks.ts'

export interface PlannedDay extends TeamDay {
  readonly startPlaceId: string
}

type LegWithoutTimes = Omit<TimedLeg, 'departsAt' | 'arrivesAt' | 'arrivesP90At' | 'restSeconds'>

/**
 * What a planned day is to be driven by: its legs over the roads of that day, hours of its visits, and what the rules of the
 * given levels say of driving. Rules with an area are taken to hold everywhere.
 *
 * Where the team may take no way to a place, one is taken that it may not, so that times can be told all the same.
 */
export function courseOf(
  question: MissionQuestion,
  travelOf: TravelOf,
  day: PlannedDay,
  levels: readonly MissionRule['level'][],
): { course: DayCourse; legs: LegWithoutTimes[]; isLimited: boolean } {
  const { dates, teams, rules } = question
  const team = teams.find(({ id }) => id === day.teamId)
  if (!team) throw new RangeError(`the mission has no team ${day.teamId}`)
  const visits = day.visitIds.map((id) => {
    const visit = question.visits.find((other) => other.id === id)
    if (!visit) throw new RangeError(`the mission has no visit ${id}`)
    return visit
  })
  const stops = [day.startPlaceId, ...visits.map(({ placeId }) => placeId), day.endPlaceId]
  const found = stops.slice(1).map((to, index) => findLeg(question, travelOf, team, day, stops[index]!, to))
  const concerning = rules.filter(
    (rule) =>
      levels.includes(rule.level) &&
      isInSeason(day.date, rule) &&
      (rule.profileId === null || team.vehicles.some(({ profileId }) => profileId === rule.profileId)),
  )
  const hours = hoursOf(question, day, concerning)
  const dayNumber = daysBetween(dates[0]!, day.date)
  return {
    course: {
      ...hours,
      pauses: joinSpans(
        concerning.flatMap(({ demand }) =>
          demand.kind === 'no-driving' && demand.weekdays.includes(weekdayOf(day.date))
            ? [spanOn(dayNumber, demand.opens, demand.closes)]
            : [],
        ),
      ),
      stretches: concerning.flatMap(({ demand }) =>
        demand.kind === 'driving-stretch' && demand.hours > 0
          ? [{ driveSeconds: 3600 * demand.hours, restSeconds: 60 * demand.restMinutes }]
          : [],
      ),
      legs: found.map(({ leg, p90Seconds }) => ({ driveSeconds: leg.driveSeconds, p90Seconds })),
      visits: visits.map((visit) => ({
        serviceSeconds: 60 * visit.minutes,
        begins:
          beginsOf(visit, dates)?.filter(
            ({ opens, closes }) =>
              closes >= dayNumber * DAY_SECONDS && opens <= (dayNumber + 1) * DAY_SECONDS,
          ) ?? null,
      })),
    },
    legs: found.map(({ leg }) => leg),
    isLimited: concerning.some(({ demand }) => demand.kind === 'daylight'),
  }
}

function hoursOf(
  { dates, places }: MissionQuestion,
  { date, startPlaceId, endPlaceId }: PlannedDay,
  rules: readonly MissionRule[],
): { opens: number; closes: number } {
  const first = dates[0]!
  const sun = (placeId: string) => sunTimes(date, places.find(({ id }) => id === placeId)!.position)
  const rise = planSecondsOf(first, sun(startPlaceId).sunrise)
  const set = planSecondsOf(first, sun(endPlaceId).sunset)
  const midnight = daysBetween(first, date) * DAY_SECONDS
  let [opens, closes] = [midnight, midnight + DAY_SECONDS]
  for (const { demand } of rules) {
    if (demand.kind !== 'daylight') continue
    opens = Math.max(opens, rise + 60 * demand.afterSunriseMinutes)
    closes = Math.min(closes, set - 60 * demand.beforeSunsetMinutes)
  }
  return { opens, closes }
}

function findLeg(
  question: MissionQuestion,
  travelOf: TravelOf,
  team: MissionTeam,
  { date }: PlannedDay,
  fromPlaceId: string,
  toPlaceId: string,
): { leg: LegWithoutTimes; p90Seconds: number } {
  const places = question.places.length
  const indexOf = (id: string) => {
    const index = question.places.findIndex((place) => place.id === id)
    if (index < 0) throw new RangeError(`the mission has no place ${id}`)
    return index
  }
  const at = indexOf(fromPlaceId) * places + indexOf(toPlaceId)
  const leg = { fromPlaceId, toPlaceId, hasWay: true, ignoresAreas: false }
  if (fromPlaceId === toPlaceId)
    return { leg: { ...leg, driveSeconds: 0, metres: 0, litres: 0 }, p90Seconds: 0 }
  const allowed = travelAskOf(question, team, date)
  const profileIds = team.vehicles.map(({ profileId }) => profileId).sort()
  const free: TravelAsk = {
    date,
    profileIds,
    avoidedAreaIds: [],
    allowCrossing: allowed?.allowCrossing ?? false,
  }
  const asks = [...(allowed ? [allowed] : []), free, { ...free, allowCrossing: true }]
  for (const ask of profileIds.length > 0 ? asks : []) {
    const travel: DayTravel = travelOf(ask)
    if (travel.seconds[at] === Infinity) continue
    const [driveSeconds, metres, litres] = [travel.seconds[at]!, travel.metres[at]!, travel.litres[at]!]
    return {
      leg: { ...leg, ignoresAreas: ask !== allowed, driveSeconds, metres, litres },
      p90Seconds: travel.p90Seconds[at]!,
    }
  }
  return { leg: { ...leg, hasWay: false, driveSeconds: 0, metres: 0, litres: 0 }, p90Seconds: 0 }
}
