import { findCriticalPath } from './critical-path.ts'
import type { Activity, Day, Plan, WorkCalendar } from './types.ts'
import { layWorkAxis, WORKING_DAY, type WorkAxis } from './work-calendar.ts'

/** A plan on the days of its calendar. */
export interface PlanSchedule {
  readonly start: Day
  /** The last day of the last activity. */
  readonly end: Day
  /** Working time from the start to the end, in thousandths of a working day. */
  readonly length: number
  /** The working time of the calendar from `start` on. */
  readonly axis: WorkAxis
  /** In the order of the plan. */
  readonly activities: readonly ScheduledActivity[]
  /** Those that earn a package, by its code. */
  readonly byPackage: ReadonlyMap<string, readonly ScheduledActivity[]>
}

export interface ScheduledActivity {
  readonly code: string
  readonly label: string
  readonly packageCode: string | null
  readonly isMilestone: boolean
  readonly isCritical: boolean
  /** First and last day on which it is worked, as early as can be; both the day of a milestone. */
  readonly start: Day
  readonly finish: Day
  /** The same, as late as the end allows. */
  readonly lateStart: Day
  readonly lateFinish: Day
  /** In working days, in steps of a thousandth. */
  readonly totalFloatDays: number
  readonly freeFloatDays: number
  /** In thousandths of a working day since the start of the plan. */
  readonly earlyStartWorked: number
  readonly earlyFinishWorked: number
}

/**
 * Puts the activities of a plan on the days of a calendar, each as early as its predecessors and its `notBefore` allow.
 *
 * Durations and lags run in working time without gaps: what is left of a day that is partly worked is used by the next
 * activity. A milestone falls on the day on which what precedes it is finished.
 *
 * @param plan Durations and lags in whole working days.
 * @param start The first day that may be worked. A `notBefore` earlier than it says nothing.
 * @throws PlanError (a RangeError) where the plan is faulty, RangeError where `start` is no day or the calendar is faulty.
 */
export function schedulePlan(
  plan: Pick<Plan, 'activities'>,
  calendar: WorkCalendar,
  start: Day,
): PlanSchedule {
  const axis = layWorkAxis(calendar, start)
  const { length, times } = findCriticalPath(plan.activities, {
    unitsPerDay: WORKING_DAY,
    earliestOf: ({ notBefore }) => (notBefore === null ? 0 : axis.workedBefore(notBefore)),
  })
  const activities = plan.activities.map((activity, row): ScheduledActivity => {
    const time = times[row]!
    const [begin, finish] = daysOf(axis, activity, time.earlyStart, time.earlyFinish)
    const [lateStart, lateFinish] = daysOf(axis, activity, time.lateStart, time.lateFinish)
    return {
      code: activity.code,
      label: activity.label,
      packageCode: activity.packageCode,
      isMilestone: activity.durationDays === 0,
      isCritical: time.isCritical,
      start: begin,
      finish,
      lateStart,
      lateFinish,
      totalFloatDays: time.totalFloat / WORKING_DAY,
      freeFloatDays: time.freeFloat / WORKING_DAY,
      earlyStartWorked: time.earlyStart,
      earlyFinishWorked: time.earlyFinish,
    }
  })
  const end = [start, ...activities.map(({ finish }) => finish)].sort().at(-1)!
  const byPackage = Map.groupBy(
    activities.filter(({ packageCode }) => packageCode !== null),
    ({ packageCode }) => packageCode!,
  )
  return { start, end, length, axis, activities, byPackage }
}

function daysOf(axis: WorkAxis, activity: Activity, from: number, to: number): [start: Day, finish: Day] {
  if (activity.durationDays > 0) return [axis.startDayAt(from), axis.finishDayAt(to)]
  const reached = axis.finishDayAt(to)
  const day = activity.notBefore !== null && activity.notBefore > reached ? activity.notBefore : reached
  return [day, day]
}
