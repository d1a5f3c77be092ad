/** The cumulative plan: what should be earned at a time, from the start on. Neither times nor values ever fall. */
export type PlanCurve = readonly { readonly time: number; readonly value: number }[]

/** Schedule performance in units of time, those of the curve. */
export interface EarnedSchedule {
  /** ES: the time at which the plan has earned what is earned now. */
  readonly earnedTime: number
  readonly actualTime: number
  /** PD: the first time at which the plan has earned everything. */
  readonly plannedDuration: number
  /** SV(t) = ES − AT; negative = late. */
  readonly scheduleVariance: number
  /** SPI(t) = ES / AT; null at the start. */
  readonly schedulePerformanceIndex: number | null
  /** IEAC(t) = AT + (PD − ES): the rest as planned. */
  readonly estimateAtPlan: number
  /** IEAC(t) = PD / SPI(t): the rest at the pace so far; null while nothing is earned. */
  readonly estimateAtPace: number | null
  /** TSPI = (PD − ES) / (PD − AT): the pace that the rest must have to end in time; null once that time is over. */
  readonly toCompletePerformanceIndex: number | null
}

/**
 * Earned schedule: how far the plan was, in time, where it had earned what is earned now.
 *
 * ES = C + (EV − PV_C) / (PV_C+1 − PV_C), C being the last time at which the plan had not earned more. Where the plan
 * stands still (a rain-stop) at just the value that is earned, ES is the actual time, kept within that stand-still; so a
 * project that waits as planned is neither early nor late.
 *
 * @param curve Cumulative plan in any unit of time and value; time 0 with value 0 goes before it.
 * @param earned Cumulative value earned, at least 0; more than the plan ever earns counts as all of it.
 * @param actualTime Now, at least 0.
 * @throws RangeError if the curve is empty or falls, or `earned` or `actualTime` is negative.
 * @see Lipke (2003), Schedule is Different, The Measurable News; Lipke (2009), Earned Schedule; PMI (2011), Practice
 *   Standard for Earned Value Management, 2nd ed., appendix D.
 */
export function earnedSchedule(curve: PlanCurve, earned: number, actualTime: number): EarnedSchedule {
  if (curve.length === 0) throw new RangeError('the plan has no times')
  if (!(earned >= 0) || !(actualTime >= 0))
    throw new RangeError(`negative: earned ${earned} at ${actualTime}`)
  const points = [{ time: 0, value: 0 }, ...curve]
  points.forEach(({ time, value }, index) => {
    const before = points[index - 1]
    if (before !== undefined && !(time >= before.time && value >= before.value)) {
      throw new RangeError(`the plan falls at time ${time}`)
    }
  })
  const all = points.at(-1)!.value
  const plannedDuration = points.find(({ value }) => value === all)!.time
  const earnedTime = earned >= all ? plannedDuration : timeEarned(points, earned, actualTime)
  const index = actualTime === 0 ? null : earnedTime / actualTime
  return {
    earnedTime,
    actualTime,
    plannedDuration,
    scheduleVariance: earnedTime - actualTime,
    schedulePerformanceIndex: index,
    estimateAtPlan: actualTime + plannedDuration - earnedTime,
    estimateAtPace: index === null || index === 0 ? null : plannedDuration / index,
    toCompletePerformanceIndex:
      actualTime < plannedDuration ? (plannedDuration - earnedTime) / (plannedDuration - actualTime) : null,
  }
}

/** `earned` is below the last value, so a point above it exists. */
function timeEarned(points: PlanCurve, earned: number, actualTime: number): number {
  const above = points.findIndex(({ value }) => value > earned)
  const after = points[above]!
  const before = points[above - 1]!
  if (earned > before.value) {
    return before.time + ((earned - before.value) / (after.value - before.value)) * (after.time - before.time)
  }
  const reached = points.find(({ value }) => value === earned)!
  return Math.min(before.time, Math.max(reached.time, actualTime))
}
