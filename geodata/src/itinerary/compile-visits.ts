import type { CompiledDay } from './compile-day.ts'
import { addDays, DAY_SECONDS, joinSpans, type Span, spanOn, weekdayOf } from './mission-clock.ts'
import {
  type MissionQuestion,
  type MissionVisit,
  VISIT_PRIORITIES,
  type VisitPriority,
} from './mission-types.ts'
import type { PlannedStop, PlanSeconds } from './types.ts'

/**
 * Visits as stops, in the order of the question.
 *
 * @param days Team after team, day after day.
 * @param clock From the clock on the wall to that of the search.
 */
export function compileVisits(
  question: MissionQuestion,
  days: readonly CompiledDay[],
  placeIndex: (id: string) => number,
  clock: (seconds: PlanSeconds) => PlanSeconds,
): PlannedStop[] {
  const { visits, dates } = question
  const weights = dropCosts(visits, days.length)
  const indices = new Map(visits.map(({ id }, index) => [id, index]))
  return visits.map((visit): PlannedStop => {
    const place = placeIndex(visit.placeId)
    const after = visit.afterVisitId === null ? null : indices.get(visit.afterVisitId)
    if (after === undefined) throw new RangeError(`the mission has no visit ${visit.afterVisitId}`)
    const begins = beginsOf(visit, dates)
    const isOpen = (day: number) =>
      begins === null ||
      begins.some(({ opens, closes }) => closes >= day * DAY_SECONDS && opens <= (day + 1) * DAY_SECONDS)
    const shifts = days.flatMap((day, index) =>
      isOnDay(visit, day) && day.barred[place] === 0 && isOpen(day.day) ? [index] : [],
    )
    return {
      place,
      serviceSeconds: 60 * visit.minutes,
      windows: (begins ?? []).map(({ opens, closes }) => ({ opens: clock(opens), closes: clock(closes) })),
      dropCost: weights[visit.priority],
      demand: 0,
      shifts: shifts.length === days.length ? null : shifts,
      after,
    }
  })
}

/** When a visit may begin so that it ends inside its hours; null = at any time. */
export function beginsOf({ hours, minutes }: MissionVisit, dates: readonly string[]): Span[] | null {
  if (hours.length === 0) return null
  const spans: Span[] = []
  for (let day = -1; day < dates.length; day++) {
    const date = addDays(dates[0]!, day)
    for (const { weekdays, date: only, opens, closes } of hours) {
      if (only !== null ? only !== date : weekdays !== null && !weekdays.includes(weekdayOf(date))) continue
      const span = spanOn(day, opens, closes)
      const begins = { opens: Math.max(0, span.opens), closes: span.closes - 60 * minutes }
      if (begins.closes >= begins.opens) spans.push(begins)
    }
  }
  return joinSpans(spans)
}

function isOnDay(visit: MissionVisit, { team, date }: CompiledDay): boolean {
  return (
    (visit.earliest === null || date >= visit.earliest) &&
    (visit.latest === null || date <= visit.latest) &&
    (visit.pinnedDate === null || date === visit.pinnedDate) &&
    (visit.pinnedTeamId === null || team.id === visit.pinnedTeamId)
  )
}

/** One visit of a priority outweighs all of those below, and the lowest all the time on the road. */
function dropCosts(visits: readonly MissionVisit[], shifts: number): Record<VisitPriority, number> {
  let below = 1.01 * DAY_SECONDS * shifts
  const costs: Partial<Record<VisitPriority, number>> = {}
  for (const priority of [...VISIT_PRIORITIES].reverse()) {
    costs[priority] = below
    below += below * visits.filter((visit) => visit.priority === priority).length
  }
  return costs as Record<VisitPriority, number>
}
