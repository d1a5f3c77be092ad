import { seeded } from '../itinerary/seeded.ts'
import { addDays, addMonths, daysBetween } from './days.ts'
import { earnedSchedule, type PlanCurve } from './earned-schedule.ts'
import type { EarnedShare } from './earned-shares.ts'
import { type PackageWeight, planCurve } from './planned-shares.ts'
import type { PlanSchedule } from './schedule-plan.ts'
import type { Day } from './types.ts'
import { WORKING_DAY } from './work-calendar.ts'

/** With fewer, the own pace of a project says too little. */
export const LEAST_STEPS = 4

/** A forecast told in days would be falsely exact: it is told in thirds of a month, and far ahead in months. */
export type ForecastGrain = 'ten-days' | 'month'

export interface EndForecast {
  /** `pace`: the project's own; `plan`: too few steps are known, so the rest is taken to go as planned. */
  readonly basis: 'pace' | 'plan'
  /** Steps between readings that the pace is known from. */
  readonly stepCount: number
  /** Planned time earned in working time, over all steps; 1 = as planned, null without steps. */
  readonly pace: number | null
  readonly grain: ForecastGrain
  /** As likely before as after: the last day of a third of a month, or of a month. Null = not within ten years. */
  readonly p50: Day | null
  /** Not later in four cases of five; null where it is not within ten years, or where the basis is the plan. */
  readonly p80: Day | null
  /** Where the forecast begins: the day of the last reading, at its end, or the start. */
  readonly from: Day
  /** Thousandths of a working day from the start of the plan to there. */
  readonly fromWorked: number
  /** Thousandths of a working day of the plan: earned by then, and when everything is. */
  readonly earnedTime: number
  readonly plannedTime: number
}

const DRAWS = 2_000
const SEED = 0x626f726e
const FARTHEST_DAYS = 3_650
const NEAR_DAYS = 180

/** A stretch between two readings: planned time earned, and working time that it took. */
interface Step {
  readonly earned: number
  readonly worked: number
}

/**
 * When the works will end, as a range, from the project's own pace and the season calendar.
 *
 * Each step between two readings says how much planned time was earned (earned schedule, in working time of the plan) in
 * how much working time of the calendar; so a slow beginning that was planned is no slow pace, and rain-stops neither
 * are. What is left is drawn from these steps 2 000 times (each time from a resample of them, so that few or uneven
 * steps widen the range), laid on the working days to come, and the median and the 80th percentile are told. The draws
 * are the same for the same steps. What the plan does after everything is earned (a lag, an acceptance) is added as planned.
 *
 * @param schedule The plan that counts. Ordered stops may be added to its calendar as exceptions without work.
 * @param packages Weights in millionths that add up to a million.
 * @param shares Readings in the order of their days (see `earnedShares`); those after `on` are left out.
 * @param on The day on which it is asked; no forecast lies before it.
 * @returns Null where nothing is left to earn.
 * @throws RangeError if `on` is no day.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 8; Lipke (2009), Earned Schedule.
 */
export function forecastEnd(
  schedule: PlanSchedule,
  packages: readonly PackageWeight[],
  shares: readonly EarnedShare[],
  on: Day,
): EndForecast | null {
  const curve = planCurve(schedule, packages)
  if (curve.length === 0) return null
  const known = shares.filter((share) => share.on <= on)
  const readings = known.map((reading) => readTimes(schedule, curve, reading))
  const last = readings.at(-1) ?? readTimes(schedule, curve, { on: addDays(schedule.start, -1), share: 0 })
  const left = last.planned - last.earned
  if (left <= 0) return null
  const steps = stepsOf(readings)
  const isPace = steps.length >= LEAST_STEPS
  const [median, late] = isPace ? drawTimes(steps, left) : [left, Infinity]
  const dayAt = (time: number): Day | null => {
    if (time > FARTHEST_DAYS * WORKING_DAY) return null
    const end = schedule.axis.finishDayAt(last.worked + Math.ceil(time) + schedule.length - last.planned)
    return end < on ? on : end
  }
  const [p50, p80] = [dayAt(median), dayAt(late)]
  const farthest = isPace ? p80 : p50
  const grain = farthest !== null && daysBetween(on, farthest) <= NEAR_DAYS ? 'ten-days' : 'month'
  const worked = steps.reduce((sum, step) => sum + step.worked, 0)
  return {
    basis: isPace ? 'pace' : 'plan',
    stepCount: steps.length,
    pace: worked === 0 ? null : steps.reduce((sum, step) => sum + step.earned, 0) / worked,
    grain,
    p50: p50 === null ? null : endOfGrain(p50, grain),
    p80: p80 === null ? null : endOfGrain(p80, grain),
    from: known.at(-1)?.on ?? schedule.start,
    fromWorked: last.worked,
    earnedTime: last.earned,
    plannedTime: last.planned,
  }
}

interface Times {
  readonly worked: number
  readonly earned: number
  readonly planned: number
}

function readTimes(schedule: PlanSchedule, curve: PlanCurve, { on, share }: EarnedShare): Times {
  const worked = schedule.axis.workedBefore(addDays(on, 1))
  const { earnedTime, plannedDuration } = earnedSchedule(curve, share, worked)
  // Working time is whole; what lies beyond is the last digit of a sum of shares.
  return { worked, earned: Math.round(earnedTime), planned: plannedDuration }
}

/** From the start to the first reading, and on to the last. A stretch without working time is joined to the next one. */
function stepsOf(readings: readonly Times[]): Step[] {
  const steps: Step[] = []
  let from = { worked: 0, earned: 0 }
  for (const to of readings) {
    if (to.worked === from.worked) continue
    steps.push({ earned: to.earned - from.earned, worked: to.worked - from.worked })
    from = to
  }
  return steps
}

/** Median and 80th percentile of the working time that it takes to earn `left`; Infinity where it is not reached. */
function drawTimes(steps: readonly Step[], left: number): [median: number, late: number] {
  const random = seeded(SEED)
  const pick = (from: readonly Step[]) => from[Math.floor(random() * from.length)]!
  const times = Array.from({ length: DRAWS }, () => {
    const sample = steps.map(() => pick(steps))
    let rest = left
    let time = 0
    while (time <= FARTHEST_DAYS * WORKING_DAY) {
      const { earned, worked } = pick(sample)
      if (earned >= rest) return time + (worked * rest) / earned
      rest -= earned
      time += worked
    }
    return Infinity
  }).sort((a, b) => a - b)
  return [times[Math.ceil(DRAWS * 0.5) - 1]!, times[Math.ceil(DRAWS * 0.8) - 1]!]
}

/** The last day of the third of a month (10th, 20th, last) or of the month. Months hold whole thirds, so order is kept. */
function endOfGrain(day: Day, grain: ForecastGrain): Day {
  const third = grain === 'month' ? undefined : ['10', '20'].find((last) => day.slice(8) <= last)
  if (third !== undefined) return `${day.slice(0, 8)}${third}`
  return addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1)
}
