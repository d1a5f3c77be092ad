import { type Broken, brokenAlways } from './broken-rule.ts'
import { checkRules, isAtRest } from './check-rules.ts'
import { checkVisits } from './check-visits.ts'
import { checkWays } from './check-ways.ts'
import type { BrokenMissionRule, Itinerary, LegLines, MissionQuestion, TimedDay } from './mission-types.ts'

/** Instants are told to the millisecond. */
const TOLERANCE_SECONDS = 0.01
const DAY_MILLISECONDS = 86_400_000

/**
 * Reads a timed itinerary from its first departure to its last arrival, and names everything that it breaks: rules that
 * forbid, rules that warn, and what holds without a rule.
 *
 * Written apart from the compiler and the search, so that it can judge them: it knows only the times, ways and figures of
 * the itinerary. An area-bound rule concerns the legs that touch its area; a leg whose line is not known is judged by its
 * ends. Where on a leg a team rests is not told: it counts as rested well when there is a way to do so.
 *
 * @param legLines The drawn course of each leg.
 * @returns In the order in which they are met, team after team; none = the plan keeps everything. A radio check breaks
 *   nothing: it can be made on any road.
 */
export function checkMission(
  question: MissionQuestion,
  itinerary: Itinerary,
  legLines: LegLines,
): BrokenMissionRule[] {
  const broken: BrokenMissionRule[] = []
  for (const team of question.teams) {
    const days = itinerary.days.filter(({ teamId }) => teamId === team.id)
    for (const [index, day] of days.entries()) {
      const found = [
        ...checkChain(question, days, index),
        ...checkNight(question, days, index),
        ...checkTimes(question, day),
        ...checkVisits(question, itinerary, day),
        ...checkWays(day, legLines),
        ...checkRules(question, team, days, index, legLines),
      ]
      for (const each of [...found, ...unexplainedLegs(day, found)])
        broken.push({ teamId: team.id, date: day.date, ...each })
    }
    if (days.length < question.dates.length) {
      const date = question.dates.find((other) => days.every((day) => day.date !== other))
      broken.push({ teamId: team.id, date: date ?? question.dates[0]!, ...brokenAlways('end', {}) })
    }
  }
  return broken
}

/** Each day starts where the one before ended, and the last ends where the mission does; legs lead from stop to stop. */
function checkChain(
  { startPlaceId, endPlaceId, dates, visits }: MissionQuestion,
  days: readonly TimedDay[],
  index: number,
): Broken[] {
  const day = days[index]!
  const broken: Broken[] = []
  const starts = days[index - 1]?.endPlaceId ?? startPlaceId
  if (day.startPlaceId !== starts) broken.push(brokenAlways('end', { leg: 0 }))
  if (day.date === dates.at(-1) && day.endPlaceId !== endPlaceId)
    broken.push(brokenAlways('end', { leg: day.legs.length - 1 }))
  const stops = day.visits.map(({ visitId }) => visits.find(({ id }) => id === visitId)?.placeId)
  const ends = [...stops, day.endPlaceId]
  const isLed =
    day.legs.length === ends.length &&
    day.legs.every(({ fromPlaceId, toPlaceId }, leg) => {
      return fromPlaceId === (ends[leg - 1] ?? day.startPlaceId) && toPlaceId === ends[leg]
    })
  if (!isLed) broken.push(brokenAlways('end', {}))
  return broken
}

/** A night is on an allowed site, or before the team left, or after it came back for good. */
function checkNight(question: MissionQuestion, days: readonly TimedDay[], index: number): Broken[] {
  const { places, nightPlaceIds, startPlaceId, endPlaceId, dates } = question
  const day = days[index]!
  if (day.date === dates.at(-1)) return []
  const place = places.find(({ id }) => id === day.endPlaceId)
  const isSite = [startPlaceId, endPlaceId, ...nightPlaceIds].includes(day.endPlaceId)
  const hasNotLeft = day.endPlaceId === startPlaceId && days.slice(0, index + 1).every(isAtRest)
  const isBack = day.endPlaceId === endPlaceId && days.slice(index + 1).every(isAtRest)
  return (place?.allowsNight && isSite) || hasNotLeft || isBack ? [] : [brokenAlways('night', {})]
}

/** Times follow each other, and stay within the day. */
function checkTimes({ dates }: MissionQuestion, day: TimedDay): Broken[] {
  const broken: Broken[] = []
  const midnight = Date.parse(`${day.date}T00:00:00Z`)
  let ready = midnight
  for (const [leg, { departsAt, arrivesAt, driveSeconds, restSeconds, hasWay }] of day.legs.entries()) {
    if (!hasWay) broken.push(brokenAlways('no-way', { leg }))
    const [departs, arrives] = [Date.parse(departsAt), Date.parse(arrivesAt)]
    const visit = day.visits[leg]
    const early = Math.max(
      (ready - departs) / 1000,
      driveSeconds + restSeconds - (arrives - departs) / 1000,
      visit ? (arrives - Date.parse(visit.beginsAt)) / 1000 : 0,
    )
    if (early > TOLERANCE_SECONDS)
      broken.push(brokenAlways('hours', { leg, excess: early / 60, unit: 'minutes' }))
    ready = visit ? Date.parse(visit.endsAt) : arrives
  }
  const over = (ready - midnight - DAY_MILLISECONDS) / 1000
  if (over > TOLERANCE_SECONDS)
    broken.push(brokenAlways('dates', { leg: day.legs.length - 1, excess: over / 60, unit: 'minutes' }))
  if (!dates.includes(day.date)) broken.push(brokenAlways('dates', {}))
  return broken
}

/** Legs over forbidden ways for which no rule stands in the list. */
function unexplainedLegs(day: TimedDay, found: readonly Broken[]): Broken[] {
  return day.legs.flatMap(({ ignoresAreas }, leg) => {
    const isTold = found.some(
      (each) => each.level === 'forbid' && each.ruleId !== null && (each.leg ?? leg) === leg,
    )
    return ignoresAreas && !isTold ? [brokenAlways('no-way', { leg })] : []
  })
}
