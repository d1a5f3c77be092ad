import { findCriticalPath } from './critical-path.ts'
import { addDays } from './days.ts'
import type { DaySpan, DoneActivity } from './done-activities.ts'
import type { PlanSchedule } from './schedule-plan.ts'
import type { Activity, Day, Dependency } from './types.ts'
import { WORKING_DAY } from './work-calendar.ts'

/** When what is left of an activity will be done. */
export interface RestOfActivity {
  readonly span: DaySpan
  /** Of what is left. */
  readonly isCritical: boolean
}

/**
 * Plans what is left of a plan anew, from the day after `on`.
 *
 * Only the dependencies that still bind are kept: one on something done holds by its day and lag, and an activity under
 * way goes on whatever should have preceded its beginning. The lags go on as planned.
 *
 * @param schedule Of `activities`.
 * @param done By code, as `doneActivities` tells it for the same day.
 * @param pace Planned time done in working time, above 0; 1 = as planned. Activities that earn no package go as planned.
 * @returns By code, all activities that are not done.
 * @throws RangeError if `on` is no day or the pace is not above 0.
 */
export function planRest(
  schedule: PlanSchedule,
  activities: readonly Activity[],
  done: ReadonlyMap<string, DoneActivity>,
  pace: number,
  on: Day,
): Map<string, RestOfActivity> {
  if (!(pace > 0)) throw new RangeError(`a pace that is not above 0: ${pace}`)
  const { axis, start } = schedule
  const from = on < start ? start : addDays(on, 1)
  const passed = axis.workedBefore(from)
  const left = activities.filter(({ code }) => done.get(code)!.share < 1)
  const earliest = new Map<string, number>()
  const rest = left.map((activity): Activity => {
    const { share } = done.get(activity.code)!
    const speed = activity.packageCode === null ? 1 : pace
    const duration = Math.ceil((activity.durationDays * WORKING_DAY * (1 - share)) / speed)
    const bounds = boundsOf(schedule, activity, duration, done)
    earliest.set(activity.code, Math.max(0, ...bounds.map((bound) => bound - passed)))
    const predecessors = activity.predecessors
      .filter((dependency) => binds(dependency, done.get(dependency.code)!, share))
      .map((dependency) => ({ ...dependency, lagDays: dependency.lagDays * WORKING_DAY }))
    return { ...activity, durationDays: duration, predecessors, notBefore: null }
  })
  const { times } = findCriticalPath(rest, {
    unitsPerDay: 1,
    earliestOf: ({ code }) => earliest.get(code)!,
  })
  return new Map(
    times.map(({ code, earlyStart, earlyFinish, isCritical }, row) => {
      const until = [axis.finishDayAt(passed + earlyFinish), from, left[row]!.notBefore ?? from]
        .sort()
        .at(-1)!
      const span =
        earlyFinish > earlyStart
          ? { from: axis.startDayAt(passed + earlyStart), until }
          : { from: until, until }
      return [code, { span, isCritical }]
    }),
  )
}

/** Whether a dependency still ties two things that are both not done. */
function binds({ type }: Dependency, before: DoneActivity, share: number): boolean {
  if (before.share === 1) return false
  const isLeft = type[0] === 'F' || before.share === 0
  const isAhead = type[1] === 'F' || share === 0
  return isLeft && isAhead
}

/** Working time since the start of the plan before which what is left cannot begin: its day, and what was done before it. */
function boundsOf(
  { axis }: PlanSchedule,
  { predecessors, notBefore }: Activity,
  duration: number,
  done: ReadonlyMap<string, DoneActivity>,
): number[] {
  const bounds = predecessors.flatMap(({ code, type, lagDays }) => {
    const { actual, share } = done.get(code)!
    const isPast = type[0] === 'F' ? share === 1 : share > 0
    if (actual === null || !isPast) return []
    const leaves = axis.workedBefore(type[0] === 'F' ? addDays(actual.until, 1) : actual.from)
    return [leaves + lagDays * WORKING_DAY - (type[1] === 'F' ? duration : 0)]
  })
  return notBefore === null ? bounds : [...bounds, axis.workedBefore(notBefore)]
}
