import { addDays } from './days.ts'
import type { PlanSchedule } from './schedule-plan.ts'
import type { Day } from './types.ts'

/** A part of the works; all weights together are a million. */
export interface PackageWeight {
  readonly packageCode: string
  readonly weightPpm: number
}

const MILLION = 1_000_000

/**
 * How much of a package the plan has done at the end of a day: 0 to 1, never falling.
 *
 * A package is earned evenly over the working time of its activities, by their durations; one of milestones alone by
 * their number, on their days. A package that no activity earns is spread evenly over the working time of the plan.
 *
 * @throws RangeError if `on` is no day.
 */
export function plannedShareOf(schedule: PlanSchedule, packageCode: string, on: Day): number {
  const worked = schedule.axis.workedBefore(addDays(on, 1))
  const activities = schedule.activities.filter((activity) => activity.packageCode === packageCode)
  if (activities.length === 0) return shareWorked(0, schedule.length, worked, on >= schedule.end)
  const spans = activities.map(({ earlyStartWorked: from, earlyFinishWorked: to, start }) => ({
    duration: to - from,
    share: shareWorked(from, to, worked, on >= start),
  }))
  const total = spans.reduce((sum, { duration }) => sum + duration, 0)
  if (total === 0) return spans.reduce((sum, { share }) => sum + share, 0) / spans.length
  return spans.reduce((sum, { duration, share }) => sum + duration * share, 0) / total
}

/**
 * How much of the works the plan has done at the end of a day: 0 to 1, by the weights of the packages.
 *
 * @param packages Weights in millionths that add up to a million.
 * @throws RangeError if `on` is no day.
 */
export function plannedShareOfWorks(
  schedule: PlanSchedule,
  packages: readonly PackageWeight[],
  on: Day,
): number {
  return packages.reduce(
    (sum, { packageCode, weightPpm }) =>
      sum + (weightPpm / MILLION) * plannedShareOf(schedule, packageCode, on),
    0,
  )
}

function shareWorked(from: number, to: number, worked: number, isReached: boolean): number {
  if (to === from) return isReached ? 1 : 0
  return Math.min(1, Math.max(0, (worked - from) / (to - from)))
}
