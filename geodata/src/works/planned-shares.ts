import { addDays } from './days.ts'
import type { PlanCurve } from './earned-schedule.ts'
import type { PlanSchedule, ScheduledActivity } from './schedule-plan.ts'
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
  if (on < schedule.start) return 0
  return shareOfPackage(schedule, packageCode, worked, ({ finish }) => finish <= on)
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
  return sumOfPackages(packages, (packageCode) => plannedShareOf(schedule, packageCode, on))
}

/**
 * The share of the works that the plan has done, over working time: straight between the points.
 *
 * @param packages Weights in millionths that add up to a million.
 * @returns Times in thousandths of a working day since the start of the plan; values from 0 to 1. A jump (a package
 *   earned by milestones) is two points of the same time. Empty where the plan has no activities.
 */
export function planCurve(schedule: PlanSchedule, packages: readonly PackageWeight[]): PlanCurve {
  const knots = new Set(schedule.activities.flatMap((one) => [one.earlyStartWorked, one.earlyFinishWorked]))
  const points: { time: number; value: number }[] = []
  for (const time of [...knots].sort((a, b) => a - b)) {
    for (const isDone of [(finished: number) => finished < time, (finished: number) => finished <= time]) {
      const value = sumOfPackages(packages, (packageCode) =>
        shareOfPackage(schedule, packageCode, time, ({ earlyFinishWorked }) => isDone(earlyFinishWorked)),
      )
      const last = points.at(-1)
      // Sums of the same shares may differ in their last digit, but a plan never falls.
      const risen = Math.max(value, last?.value ?? 0)
      if (last?.time !== time || last.value !== risen) points.push({ time, value: risen })
    }
  }
  return points
}

function shareOfPackage(
  schedule: PlanSchedule,
  packageCode: string,
  worked: number,
  isReached: (milestone: ScheduledActivity) => boolean,
): number {
  const activities = schedule.byPackage.get(packageCode)
  if (activities === undefined) return schedule.length === 0 ? 1 : shareWorked(0, schedule.length, worked)
  const lasting = activities.filter(({ isMilestone }) => !isMilestone)
  if (lasting.length === 0) return activities.filter(isReached).length / activities.length
  let done = 0
  let total = 0
  for (const { earlyStartWorked: from, earlyFinishWorked: to } of lasting) {
    done += (to - from) * shareWorked(from, to, worked)
    total += to - from
  }
  return done / total
}

function shareWorked(from: number, to: number, worked: number): number {
  return Math.min(1, Math.max(0, (worked - from) / (to - from)))
}

function sumOfPackages(packages: readonly PackageWeight[], shareOf: (packageCode: string) => number): number {
  return (
    packages.reduce((sum, { packageCode, weightPpm }) => sum + weightPpm * shareOf(packageCode), 0) / MILLION
  )
}
