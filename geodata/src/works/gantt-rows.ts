import { type DaySpan, doneActivities } from './done-activities.ts'
import type { ProgressReading } from './earned-shares.ts'
import { planRest } from './plan-rest.ts'
import { type PlanSchedule, schedulePlan } from './schedule-plan.ts'
import type { Day, Dependency, Plan, WorkCalendar } from './types.ts'

/** One activity or milestone as a chart draws it. A milestone's spans are one day long. */
export interface GanttRow {
  readonly code: string
  readonly label: string
  readonly isMilestone: boolean
  /** Of what is left where it is not done, otherwise of the plan. */
  readonly isCritical: boolean
  /** As first agreed; null where the baseline has no such activity. */
  readonly baseline: DaySpan | null
  /** What has been worked, up to the day that is looked at. */
  readonly actual: DaySpan | null
  /** What is still to come. */
  readonly forecast: DaySpan | null
  /** 0–100; null for a milestone. */
  readonly percent: number | null
  readonly predecessors: readonly Dependency[]
}

export interface GanttFacts {
  readonly plan: Pick<Plan, 'activities'>
  readonly calendar: WorkCalendar
  /** The first day that may be worked. */
  readonly start: Day
  /** As first agreed, on its own calendar; null = none. */
  readonly baseline: PlanSchedule | null
  /** Of validated reports, in any order. */
  readonly readings: readonly ProgressReading[]
  /** Of the rest: planned time done in working time, as `forecastEnd` tells it; 1 = as planned. */
  readonly pace: number
  /** The day that is looked at: actuals end with it, the forecast begins after it. */
  readonly on: Day
}

/**
 * The rows of a Gantt chart: the baseline, what is done (`doneActivities`), and what is left (`planRest`).
 *
 * @returns Rows in the order of the plan, each with `actual`, `forecast` or both.
 * @throws PlanError (a RangeError) where the plan is faulty; RangeError where a day is none, the calendar is faulty, a
 *   reading has a percent outside 0 to 100, or the pace is not above 0.
 */
export function ganttRows({ plan, calendar, start, baseline, readings, pace, on }: GanttFacts): GanttRow[] {
  const schedule = schedulePlan(plan, calendar, start)
  const done = doneActivities(schedule, plan.activities, readings, on)
  const rest = planRest(schedule, plan.activities, done, pace, on)
  const agreed = new Map(baseline?.activities.map((activity) => [activity.code, activity]))
  return schedule.activities.map((planned, row): GanttRow => {
    const { code, label, isMilestone } = planned
    const { share, actual } = done.get(code)!
    const first = agreed.get(code)
    const left = rest.get(code)
    return {
      code,
      label,
      isMilestone,
      isCritical: left?.isCritical ?? planned.isCritical,
      baseline: first === undefined ? null : { from: first.start, until: first.finish },
      actual,
      forecast: left?.span ?? null,
      percent: isMilestone ? null : share * 100,
      predecessors: plan.activities[row]!.predecessors,
    }
  })
}
