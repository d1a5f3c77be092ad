import { addDays, addMonths } from './days.ts'
import { divideRounded } from './divide-rounded.ts'
import type { PlanCurve } from './earned-schedule.ts'
import { type EarnedShare, earnedShares, type ProgressReading } from './earned-shares.ts'
import type { EndForecast } from './forecast-end.ts'
import { type PackageWeight, planCurve, plannedShareOfWorks } from './planned-shares.ts'
import type { WorksCurvePoint } from './results.ts'
import type { PlanSchedule } from './schedule-plan.ts'
import type { AmountMinor, Day } from './types.ts'

/** Where the works stand at the end of a day, in percent of the budget and in its currency. */
export interface SCurvePoint extends WorksCurvePoint {
  readonly plannedMinor: AmountMinor
  /** Null after the day that is looked at; otherwise as last read. */
  readonly earnedMinor: AmountMinor | null
  readonly paidMinor: AmountMinor | null
  /** Percents if the end comes at P80 and at P50; null before the last reading, and `low` where P80 is not known. */
  readonly forecast: { readonly low: number | null; readonly high: number } | null
}

export interface SCurveFacts {
  /** The plan that is compared with, mostly the baseline. */
  readonly schedule: PlanSchedule
  /** The plan that the forecast was made for; may be the same. */
  readonly current: PlanSchedule
  /** Weights in millionths that add up to a million. */
  readonly packages: readonly PackageWeight[]
  /** Of all the works, without taxes: what 100 % is. */
  readonly budgetMinor: AmountMinor
  /** Of validated reports, in any order. */
  readonly readings: readonly ProgressReading[]
  /** In any order; in the currency of the budget. */
  readonly payments: readonly { readonly on: Day; readonly amountMinor: AmountMinor }[]
  /** As made by `forecastEnd` for `current`, the same readings and the same day. */
  readonly forecast: EndForecast | null
  /** The day that is looked at: what is later is not known. */
  readonly on: Day
}

/** Shares as whole billionths: fine enough for any amount that is drawn. */
const BILLION = 1_000_000_000

/**
 * The S-curve of a contract: planned, earned and paid, and the band of the forecast.
 *
 * @returns Points in the order of their days: the start, each month end, each reading, the day looked at, the ends of plan
 *   and forecast; from the start (or the first reading or payment) to whichever end is last. Planned never falls;
 *   earned falls only where a reading does; the band begins at what is earned and never falls.
 * @throws RangeError if `on` or a day is none, or a percent lies outside 0 to 100 (see `earnedShares`).
 */
export function sCurve(facts: SCurveFacts): SCurvePoint[] {
  const { schedule, current, packages, budgetMinor, forecast, on } = facts
  const shares = earnedShares(packages, facts.readings, on)
  const payments = facts.payments.filter((payment) => payment.on <= on)
  const curve = forecast === null ? [] : planCurve(current, packages)
  return daysOf(facts, shares).map((day): SCurvePoint => {
    const planned = plannedShareOfWorks(schedule, packages, day)
    const earned = day > on ? null : (shares.findLast((share) => share.on <= day)?.share ?? 0)
    const paidMinor =
      day > on
        ? null
        : payments.reduce((sum, payment) => (payment.on <= day ? sum + payment.amountMinor : sum), 0)
    return {
      on: day,
      planned: planned * 100,
      earned: earned === null ? null : earned * 100,
      paid: paidMinor === null || budgetMinor === 0 ? null : (paidMinor / budgetMinor) * 100,
      plannedMinor: amountOf(planned, budgetMinor),
      earnedMinor: earned === null ? null : amountOf(earned, budgetMinor),
      paidMinor,
      forecast: forecast === null || day < forecast.from ? null : bandOf(current, curve, forecast, day),
    }
  })
}

/** As far as the forecast knows: from the share earned to all of it, as the plan goes, by the working days to come. */
function bandOf(
  { axis }: PlanSchedule,
  curve: PlanCurve,
  forecast: EndForecast,
  day: Day,
): SCurvePoint['forecast'] {
  const from = forecast.fromWorked
  const worked = axis.workedBefore(addDays(day, 1))
  const percentTowards = (end: Day): number => {
    const whole = axis.workedBefore(addDays(end, 1)) - from
    const done = day >= end || whole <= 0 ? 1 : Math.max(0, worked - from) / whole
    return 100 * valueAt(curve, forecast.earnedTime + done * (forecast.plannedTime - forecast.earnedTime))
  }
  if (forecast.p50 === null) return null
  return {
    low: forecast.p80 === null ? null : percentTowards(forecast.p80),
    high: percentTowards(forecast.p50),
  }
}

/** The plan at a time, straight between its points; where it jumps, after the jump. */
function valueAt(curve: PlanCurve, time: number): number {
  const after = curve.findIndex((point) => point.time > time)
  const before = after < 0 ? curve.at(-1) : curve[after - 1]
  if (before === undefined) return 0
  const next = curve[after]
  if (next === undefined) return before.value
  return before.value + ((time - before.time) / (next.time - before.time)) * (next.value - before.value)
}

function daysOf({ schedule, payments, forecast, on }: SCurveFacts, shares: readonly EarnedShare[]): Day[] {
  const named = [
    schedule.start,
    schedule.end,
    on,
    ...shares.map((share) => share.on),
    ...payments.map((payment) => payment.on).filter((day) => day <= on),
    ...[forecast?.p50, forecast?.p80].filter((day) => day != null),
  ].sort()
  const last = named.at(-1)!
  const days = new Set([schedule.start, schedule.end, on, last, ...shares.map((share) => share.on)])
  if (named[0]! < schedule.start) days.add(named[0]!)
  if (forecast?.p50 != null) days.add(forecast.p50)
  for (let month = `${named[0]!.slice(0, 8)}01`; month <= last; month = addMonths(month, 1)) {
    const end = addDays(addMonths(month, 1), -1)
    if (end <= last) days.add(end)
  }
  return [...days].sort()
}

function amountOf(share: number, budgetMinor: AmountMinor): AmountMinor {
  return divideRounded(BigInt(budgetMinor) * BigInt(Math.round(share * BILLION)), BigInt(BILLION))
}
