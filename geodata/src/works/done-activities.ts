import { addDays, dayNumber, dayOf } from './days.ts'
import { earnedSchedule } from './earned-schedule.ts'
import { earnedShares, type ProgressReading } from './earned-shares.ts'
import { planCurve } from './planned-shares.ts'
import type { PlanSchedule, ScheduledActivity } from './schedule-plan.ts'
import type { Activity, Day } from './types.ts'
import { WORKING_DAY } from './work-calendar.ts'

/** Both days are part of it. */
export interface DaySpan {
  readonly from: Day
  readonly until: Day
}

/** How much of an activity is done, 0 to 1, and on which days; null where it has not begun. */
export interface DoneActivity {
  readonly share: number
  readonly actual: DaySpan | null
}

const MILLION = 1_000_000

/**
 * How much of each activity of a plan is done on a day, from the percents of the packages.
 *
 * An activity is as far as the plan was where its package had as much; the days on which it began and ended are
 * interpolated between the readings. An activity that earns no package goes as planned. A milestone is reached when all
 * that precedes it is done and its lags are over, and not before its `notBefore`.
 *
 * @param schedule Of `activities`.
 * @param readings Of validated reports, in any order; those after `on` are left out.
 * @returns By the codes of the activities.
 * @throws RangeError if `on` or the day of a reading is none, or a percent lies outside 0 to 100.
 */
export function doneActivities(
  schedule: PlanSchedule,
  activities: readonly Activity[],
  readings: readonly ProgressReading[],
  on: Day,
): Map<string, DoneActivity> {
  const planned = new Map(schedule.activities.map((activity) => [activity.code, activity]))
  const byCode = new Map(activities.map((activity) => [activity.code, activity]))
  const reaches = new Map<string, readonly Reach[]>()
  const done = new Map<string, DoneActivity>()

  function reachesOf(packageCode: string): readonly Reach[] {
    const known = reaches.get(packageCode) ?? readReaches(schedule, packageCode, readings, on)
    reaches.set(packageCode, known)
    return known
  }
  function tell(code: string): DoneActivity {
    const known = done.get(code)
    if (known !== undefined) return known
    const activity = planned.get(code)!
    const told = activity.isMilestone
      ? tellMilestone(schedule, activity, byCode.get(code)!, tell, on)
      : activity.packageCode === null
        ? tellPlanned(schedule, activity, on)
        : tellRead(activity, reachesOf(activity.packageCode), on)
    done.set(code, told)
    return told
  }
  for (const { code } of activities) tell(code)
  return done
}

/** How far the plan was, in working time, where a package had what a reading tells. */
interface Reach {
  readonly on: Day
  readonly time: number
}

function readReaches(
  schedule: PlanSchedule,
  packageCode: string,
  readings: readonly ProgressReading[],
  on: Day,
): Reach[] {
  const alone = [{ packageCode, weightPpm: MILLION }]
  const curve = planCurve(schedule, alone)
  const told = readings.filter(({ percents }) => percents[packageCode] !== undefined)
  const later = earnedShares(alone, told, on).map((reading) => {
    const worked = schedule.axis.workedBefore(addDays(reading.on, 1))
    return { on: reading.on, time: earnedSchedule(curve, reading.share, worked).earnedTime }
  })
  return [{ on: addDays(schedule.start, -1), time: 0 }, ...later]
}

function tellRead(activity: ScheduledActivity, reaches: readonly Reach[], on: Day): DoneActivity {
  const { earlyStartWorked: from, earlyFinishWorked: to } = activity
  const share = shareBetween(from, to, reaches.at(-1)!.time)
  if (share === 0) return { share, actual: null }
  const begun = Math.floor(passes(reaches, from, (time) => time > from)) + 1
  const ended = Math.ceil(passes(reaches, to, (time) => time >= to))
  const first = Math.min(begun, dayNumber(on))
  return {
    share,
    actual: { from: dayOf(first), until: share < 1 ? on : dayOf(Math.max(first, ended)) },
  }
}

/** The moment, in days since 1970, at which the readings first pass a time of the plan: straight between two of them. */
function passes(reaches: readonly Reach[], time: number, isPast: (time: number) => boolean): number {
  const index = reaches.findIndex((reach) => isPast(reach.time))
  const [before, after] = [reaches[index - 1], reaches[index]]
  if (after === undefined) return dayNumber(reaches.at(-1)!.on)
  if (before === undefined) return dayNumber(after.on)
  const part = (time - before.time) / (after.time - before.time)
  return dayNumber(before.on) + part * (dayNumber(after.on) - dayNumber(before.on))
}

function tellPlanned({ axis }: PlanSchedule, activity: ScheduledActivity, on: Day): DoneActivity {
  const worked = axis.workedBefore(addDays(on, 1))
  const share = shareBetween(activity.earlyStartWorked, activity.earlyFinishWorked, worked)
  if (share === 0) return { share, actual: null }
  return { share, actual: { from: activity.start, until: share < 1 ? on : activity.finish } }
}

function tellMilestone(
  { axis }: PlanSchedule,
  planned: ScheduledActivity,
  { predecessors, notBefore }: Activity,
  tell: (code: string) => DoneActivity,
  on: Day,
): DoneActivity {
  const days = predecessors.map(({ code, type, lagDays }): Day | null => {
    const { share, actual } = tell(code)
    const isBound = type[0] === 'F' ? share === 1 : share > 0
    if (actual === null || !isBound) return null
    const day = type[0] === 'F' ? actual.until : actual.from
    if (lagDays <= 0) return day
    return axis.finishDayAt(axis.workedBefore(addDays(day, type[0] === 'F' ? 1 : 0)) + lagDays * WORKING_DAY)
  })
  const bounds = predecessors.length === 0 ? [planned.start] : days
  const known = [...bounds, ...(notBefore === null ? [] : [notBefore])].filter((day) => day !== null).sort()
  const day = known.at(-1)!
  const isReached = !bounds.includes(null) && day <= on
  return isReached ? { share: 1, actual: { from: day, until: day } } : { share: 0, actual: null }
}

function shareBetween(from: number, to: number, time: number): number {
  return Math.min(1, Math.max(0, (time - from) / (to - from)))
}
