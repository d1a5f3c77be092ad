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
  ViaPoint,
  WayOver,
  WayTravel,
} from './mission-types.ts'
import type { DayCourse } from './run-day.ts'
import { sunTimes } from './sun-times.ts'
import { travelAskOf } from './travel-asks.ts'

export interface Travelling {
  readonly travelOf: TravelOf
  readonly wayOver: WayOver
}

export interface PlannedDay extends TeamDay {
  readonly startPlaceId: string
}

type LegWithoutTimes = Omit<TimedLeg, 'departsAt' | 'arrivesAt' | 'arrivesP90At' | 'restSeconds'>

/**
 * What a planned day is to be driven by: its legs over the roads of that day, hours of its visits, and what the rules of the
 * given levels say of driving. Rules with an area are taken to hold everywhere.
 *
 * Where the team may take no way to a place, or over the points that a way is forced over, one is taken that it may not, so that
 * times can be told all the same.
 */
export function courseOf(
  question: MissionQuestion,
  { travelOf, wayOver }: Travelling,
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
  const found = stops
    .slice(1)
    .map((to, index) => findLeg(question, { travelOf, wayOver }, team, day, stops[index]!, to))
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
  travelling: Travelling,
  team: MissionTeam,
  { date, forcedWays }: PlannedDay,
  fromPlaceId: string,
  toPlaceId: string,
): { leg: LegWithoutTimes; p90Seconds: number } {
  const indexOf = (id: string) => {
    const index = question.places.findIndex((place) => place.id === id)
    if (index < 0) throw new RangeError(`the mission has no place ${id}`)
    return index
  }
  const ends = [indexOf(fromPlaceId), indexOf(toPlaceId)] as const
  const leg = { fromPlaceId, toPlaceId, hasWay: true, ignoresAreas: false }
  if (fromPlaceId === toPlaceId)
    return { leg: { ...leg, driveSeconds: 0, metres: 0, litres: 0 }, p90Seconds: 0 }
  const via =
    forcedWays?.find((way) => way.fromPlaceId === fromPlaceId && way.toPlaceId === toPlaceId)?.via ?? []
  const allowed = travelAskOf(question, team, date)
  const profileIds = team.vehicles.map(({ profileId }) => profileId).sort()
  const free: TravelAsk = {
    date,
    profileIds,
    avoidedAreaIds: [],
    allowCrossing: allowed?.allowCrossing ?? false,
  }
  const asks = [...(allowed ? [allowed] : []), free, { ...free, allowCrossing: true }]
  const way = profileIds.length > 0 ? bestWay(travelling, asks, question.places.length, ends, via) : null
  const passed = via.map((point, index) => ({ ...point, passes: way?.travel.passes[index] ?? null }))
  const told = via.length > 0 ? { via: passed } : {}
  if (!way) {
    return { leg: { ...leg, hasWay: false, driveSeconds: 0, metres: 0, litres: 0, ...told }, p90Seconds: 0 }
  }
  const { seconds: driveSeconds, p90Seconds, metres, litres } = way.travel
  return {
    leg: { ...leg, ignoresAreas: way.ask !== allowed, driveSeconds, metres, litres, ...told },
    p90Seconds,
  }
}

/** Over as many of the points as there is a way for, then by the first of what is asked. */
function bestWay(
  { travelOf, wayOver }: Travelling,
  asks: readonly TravelAsk[],
  places: number,
  [from, to]: readonly [number, number],
  via: readonly ViaPoint[],
): { ask: TravelAsk; travel: WayTravel } | null {
  const positions = via.map(({ position }) => position)
  const missed = ({ passes }: WayTravel) => passes.filter((position) => position === null).length
  let best: { ask: TravelAsk; travel: WayTravel } | null = null
  for (const ask of asks) {
    const travel =
      positions.length > 0 ? wayOver(ask, from, to, positions) : cellOf(travelOf(ask), from * places + to)
    if (!travel) continue
    if (!best || missed(travel) < missed(best.travel)) best = { ask, travel }
    if (missed(best.travel) === 0) break
  }
  return best
}

function cellOf(travel: DayTravel, cell: number): WayTravel | null {
  if (travel.seconds[cell] === Infinity) return null
  return {
    seconds: travel.seconds[cell]!,
    p90Seconds: travel.p90Seconds[cell]!,
    metres: travel.metres[cell]!,
    litres: travel.litres[cell]!,
    passes: [],
  }
}
