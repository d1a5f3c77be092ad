import { bboxOf } from '../geometry/bbox.ts'
import type { Bbox } from '../geometry/position.ts'
import type { IsoDate } from '../road-state/types.ts'
import { type CompiledDay, compileDay, demandsOf } from './compile-day.ts'
import { compileTravel } from './compile-travel.ts'
import { compileVisits } from './compile-visits.ts'
import {
  addDays,
  DAY_SECONDS,
  joinSpans,
  planSecondsOf,
  type Span,
  spanOn,
  weekdayOf,
} from './mission-clock.ts'
import type { MissionPlan, MissionQuestion, MissionTeam, TravelOf } from './mission-types.ts'
import { sunriseOn, sunsetOn } from './sun-times.ts'
import type { PlanSeconds, Shift, ShiftPlan, ShiftProblem, TravelMatrix } from './types.ts'

/** Sun times between the corners of a region can pass those of its corners by a little. */
const SUN_SECONDS = 10

/** A question as the search takes it. */
export interface CompiledMission {
  /** `stops[i]` is `visits[i]`, place i is `places[i]`; the shift of a team's day is team × days + day. */
  readonly problem: ShiftProblem
  readonly toPlan: (plan: ShiftPlan) => MissionPlan
}

/**
 * Turns a question into shifts, stops and matrices; rules that forbid become bounds of them, strictly enough that
 * whatever fits them can be timed without breaking a rule.
 *
 * - Daylight: a day opens at the latest sunrise of the region and closes at its earliest sunset, with the margins.
 * - Rests: a leg between places whose visits are long enough to rest takes the rests that it needs itself; any other
 *   leg takes its share of them, so that a chain of legs has at least as many as it needs.
 * - Hours in which nobody drives are cut out of the clock, as if visits stood still too.
 * - A rule with an area, other than being there, holds everywhere: the search does not know where its ways lead.
 * - Fuel: what a team holds less the reserve, from one place that sells fuel to the next, over its nights.
 *
 * @throws RangeError when the question names a place, area or visit that it lacks, what is no time of a day, or has no team or
 *   no days in a row.
 */
export function compileMission(question: MissionQuestion, travelOf: TravelOf): CompiledMission {
  const { dates, teams, places } = question
  if (dates.length === 0 || teams.length === 0) throw new RangeError('a mission needs a date and a team')
  const gap = dates.find((date, index) => date !== addDays(dates[0]!, index))
  if (gap) throw new RangeError(`the days of a mission follow each other: ${gap} does not`)
  const placeIndex = indexPlaces(question)
  const days = teams.flatMap((team) => dates.map((date, day) => compileDay(question, team, date, day)))
  const clock = workingClock(days)
  const matrices = new Map<string, { matrix: TravelMatrix; index: number }>()
  const region = bboxOf(usedPlaces(question).map(({ position }) => position))
  const shifts = days.map((day, index): Shift => {
    const daysOfTeam = days.slice(index - day.day, index - day.day + dates.length)
    const [opens, closes] = hoursOf(day, dates[0]!, region)
    return {
      team: teams.indexOf(day.team),
      matrix: compileTravel(question, day, travelOf, matrices),
      opens: clock(opens),
      closes: clock(Math.max(opens, closes)),
      capacity: Infinity,
      maxDriveSeconds: Math.min(...demandsOf(day, 'driving-day').map(({ hours }) => 3600 * hours)),
      maxLitres: usableLitres(day.team, daysOfTeam),
      startPlace: placeIndex(question.startPlaceId),
      endPlaces: endPlacesOf(question, daysOfTeam, day.day, placeIndex),
    }
  })
  const problem: ShiftProblem = {
    places: places.length,
    refuels: Uint8Array.from(places, ({ sellsFuel }) => (sellsFuel ? 1 : 0)),
    matrices: [...matrices.values()].map(({ matrix }) => matrix),
    stops: compileVisits(question, days, placeIndex, clock),
    shifts,
  }
  return { problem, toPlan: (plan) => toMissionPlan(question, plan) }
}

function toMissionPlan({ dates, teams, places, visits }: MissionQuestion, plan: ShiftPlan): MissionPlan {
  return {
    days: plan.order.map((stops, shift) => ({
      teamId: teams[Math.floor(shift / dates.length)]!.id,
      date: dates[shift % dates.length]!,
      visitIds: stops.map((stop) => visits[stop]!.id),
      endPlaceId: places[plan.endPlace[shift]!]!.id,
    })),
    droppedVisitIds: [...plan.dropped].sort((a, b) => a - b).map((stop) => visits[stop]!.id),
  }
}

/** Where a team may come to stand: fuel is known elsewhere too. */
function usedPlaces({ places, visits, startPlaceId, endPlaceId, nightPlaceIds }: MissionQuestion) {
  const used = new Set([startPlaceId, endPlaceId, ...nightPlaceIds, ...visits.map(({ placeId }) => placeId)])
  return places.filter(({ id }) => used.has(id))
}

/** @returns Place of an id in `places`. */
function indexPlaces({ places }: MissionQuestion): (id: string) => number {
  const indices = new Map(places.map(({ id }, index) => [id, index]))
  return (id) => {
    const index = indices.get(id)
    if (index === undefined) throw new RangeError(`the mission has no place ${id}`)
    return index
  }
}

/** When it is light everywhere: the sun rises last in the west of a region and sets first in its east. */
function lightOn(
  date: IsoDate,
  first: IsoDate,
  [west, south, east, north]: Bbox,
): { rise: PlanSeconds; set: PlanSeconds } {
  const rises = [south, north].map((lat) => planSecondsOf(first, sunriseOn(date, [west, lat])))
  const sets = [south, north].map((lat) => planSecondsOf(first, sunsetOn(date, [east, lat])))
  return { rise: Math.max(...rises) + SUN_SECONDS, set: Math.min(...sets) - SUN_SECONDS }
}

function hoursOf(day: CompiledDay, first: IsoDate, region: Bbox): [PlanSeconds, PlanSeconds] {
  const rules = demandsOf(day, 'daylight')
  const midnight = day.day * DAY_SECONDS
  if (rules.length === 0) return [midnight, midnight + DAY_SECONDS]
  const { rise, set } = lightOn(day.date, first, region)
  return [
    Math.max(midnight, ...rules.map(({ afterSunriseMinutes }) => rise + 60 * afterSunriseMinutes)),
    Math.min(
      midnight + DAY_SECONDS,
      ...rules.map(({ beforeSunsetMinutes }) => set - 60 * beforeSunsetMinutes),
    ),
  ]
}

/** The clock without the hours in which some team may not drive. */
function workingClock(days: readonly CompiledDay[]): (seconds: PlanSeconds) => PlanSeconds {
  const spans: Span[] = days.flatMap((day) =>
    demandsOf(day, 'no-driving')
      .filter(({ weekdays }) => weekdays.includes(weekdayOf(day.date)))
      .map(({ opens, closes }) => spanOn(day.day, opens, closes)),
  )
  const pauses = joinSpans(spans)
  return (seconds) =>
    pauses.reduce((rest, { opens, closes }) => rest - Math.max(0, Math.min(seconds, closes) - opens), seconds)
}

function usableLitres({ vehicles }: MissionTeam, days: readonly CompiledDay[]): number {
  const held = vehicles.reduce((sum, { tankLitres, spareLitres }) => sum + tankLitres + spareLitres, 0)
  const reserve = Math.max(
    0,
    ...days.flatMap((day) => demandsOf(day, 'fuel-reserve').map(({ share }) => share)),
  )
  return held * (1 - reserve)
}

/** Nights on allowed sites; the start before a first day on the road, the end after the last. */
function endPlacesOf(
  { places, nightPlaceIds, startPlaceId, endPlaceId }: MissionQuestion,
  days: readonly CompiledDay[],
  day: number,
  placeIndex: (id: string) => number,
): number[] {
  if (day === days.length - 1) return [placeIndex(endPlaceId)]
  const sites = new Set([startPlaceId, endPlaceId, ...nightPlaceIds].map(placeIndex))
  const nights = [...sites].filter((place) => places[place]!.allowsNight && days[day]!.barred[place] === 0)
  const [start, end] = [placeIndex(startPlaceId), placeIndex(endPlaceId)]
  const isStuckAt = (place: number) => (each: CompiledDay) => each.ask === null || each.barred[place] === 1
  if (days.slice(0, day + 1).every(isStuckAt(start))) nights.push(start)
  if (days.slice(day + 1).every(isStuckAt(end))) nights.push(end)
  return [...new Set(nights)]
}
