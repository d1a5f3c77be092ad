import { type Broken, brokenAlways } from './broken-rule.ts'
import { datesUpTo, dayOfWeek, daysFrom, spanOfDay } from './check-dates.ts'
import type { Itinerary, MissionQuestion, MissionVisit, TimedDay, TimedVisit } from './mission-types.ts'

const TOLERANCE_MINUTES = 0.01 / 60
const MINUTE = 60_000

/** Hours, dates, pins, order and counts of the visits of a day. */
export function checkVisits(question: MissionQuestion, itinerary: Itinerary, day: TimedDay): Broken[] {
  return day.visits.flatMap((timed, position) => {
    const visit = question.visits.find(({ id }) => id === timed.visitId)
    const visitId = timed.visitId
    if (!visit) return [brokenAlways('order', { visitId })]
    return [
      ...checkHours(visit, timed),
      ...checkDates(visit, day),
      ...checkPins(visit, day),
      ...checkOrder(visit, itinerary, day, position),
      ...checkCount(visit, itinerary),
    ]
  })
}

function checkHours({ id, minutes, hours }: MissionVisit, timed: TimedVisit): Broken[] {
  const [begins, ends] = [Date.parse(timed.beginsAt), Date.parse(timed.endsAt)]
  const hurried = minutes - (ends - begins) / MINUTE
  const outside =
    hours.length === 0
      ? 0
      : Math.min(
          ...spansAround(hours, begins).map(([opens, closes]) => {
            return Math.max(opens - begins, ends - closes, 0) / MINUTE
          }),
        )
  const excess = Math.max(hurried, outside)
  if (!(excess > TOLERANCE_MINUTES)) return []
  return [
    brokenAlways('hours', {
      visitId: id,
      excess: Number.isFinite(excess) ? excess : minutes,
      unit: 'minutes',
    }),
  ]
}

/** Hours that begin on the day of an instant or on the day before. */
function spansAround(hours: MissionVisit['hours'], instant: number): [number, number][] {
  return datesUpTo(instant).flatMap((date) =>
    hours
      .filter((each) =>
        each.date === null ? (each.weekdays?.includes(dayOfWeek(date)) ?? true) : each.date === date,
      )
      .map(({ opens, closes }) => spanOfDay(date, opens, closes)),
  )
}

function checkDates({ id, earliest, latest }: MissionVisit, { date }: TimedDay): Broken[] {
  const early = earliest === null ? 0 : daysFrom(date, earliest)
  const late = latest === null ? 0 : daysFrom(latest, date)
  const excess = Math.max(early, late)
  return excess > 0 ? [brokenAlways('dates', { visitId: id, excess, unit: 'days' })] : []
}

function checkPins({ id, pinnedDate, pinnedTeamId }: MissionVisit, { date, teamId }: TimedDay): Broken[] {
  const days = pinnedDate === null ? 0 : Math.abs(daysFrom(pinnedDate, date))
  if (days > 0) return [brokenAlways('pin', { visitId: id, excess: days, unit: 'days' })]
  return pinnedTeamId !== null && pinnedTeamId !== teamId ? [brokenAlways('pin', { visitId: id })] : []
}

/** What has to come before came before, by the same team. */
function checkOrder(
  { id, afterVisitId }: MissionVisit,
  { days }: Itinerary,
  day: TimedDay,
  position: number,
): Broken[] {
  if (afterVisitId === null) return []
  const isBefore = days.some(
    (other) =>
      other.teamId === day.teamId &&
      other.visits.some(({ visitId }, place) => {
        return (
          visitId === afterVisitId && (other.date < day.date || (other.date === day.date && place < position))
        )
      }),
  )
  return isBefore ? [] : [brokenAlways('order', { visitId: id })]
}

function checkCount({ id }: MissionVisit, { days, droppedVisitIds }: Itinerary): Broken[] {
  const times = days.flatMap(({ visits }) => visits).filter(({ visitId }) => visitId === id).length
  const excess = times - 1 + droppedVisitIds.filter((dropped) => dropped === id).length
  return excess > 0 ? [brokenAlways('order', { visitId: id, excess })] : []
}
