import { addDays } from '@borne/geodata/works/days'
import { divideRounded } from '@borne/geodata/works/divide-rounded'
import { type EarnedSchedule, earnedSchedule } from '@borne/geodata/works/earned-schedule'
import { earnedShares, type ProgressReading } from '@borne/geodata/works/earned-shares'
import { type EarnedValue, earnedValue } from '@borne/geodata/works/earned-value'
import { type EndForecast, forecastEnd } from '@borne/geodata/works/forecast-end'
import { measureProgress, packageWeights } from '@borne/geodata/works/measure-progress'
import { type PackageWeight, planCurve, plannedShareOfWorks } from '@borne/geodata/works/planned-shares'
import { type SCurvePoint, sCurve } from '@borne/geodata/works/s-curve'
import { type PlanSchedule, schedulePlan } from '@borne/geodata/works/schedule-plan'
import type { ContractState, PlanVersion } from '@borne/geodata/works/state'
import type { Day, Plan, StopCause, WorkCalendar } from '@borne/geodata/works/types'
import type { ContractView } from './contract-view.ts'

/** The plan of a contract on its calendar, and what follows from it for the day that is looked at. */
export interface ScheduleView {
  /** The plan that counts for the rest. */
  readonly plan: Plan
  /** What is compared with: the first agreed plan. */
  readonly baseline: PlanSchedule
  /** What counts for the rest; the baseline where there is no other. */
  readonly current: PlanSchedule
  /** With the ordered stops. */
  readonly calendar: WorkCalendar
  readonly packages: readonly PackageWeight[]
  readonly readings: readonly ProgressReading[]
  readonly forecast: EndForecast | null
  readonly earned: EarnedValue
  /** In thousandths of a working day; null while nothing was planned. */
  readonly earnedTime: EarnedSchedule | null
  readonly curve: readonly SCurvePoint[]
}

/**
 * Null where something is missing: a bill, a plan, its calendar, or a day to begin on.
 *
 * @param causes How the ordered stops are called in the calendar.
 */
export function viewSchedule(
  view: ContractView,
  causes: Readonly<Record<StopCause, string>>,
): ScheduleView | null {
  const { state, calendars, ledger, on } = view
  const bill = state.bills.at(-1)?.bill
  const reference = state.baselines[0] ?? state.currentPlan
  const start = state.chain['start-order']
  if (!bill || !reference || !start) return null
  const following = state.currentPlan ?? reference
  const calendar = calendarOf(reference, calendars)
  const worked = withStops(calendarOf(following, calendars), state, { on, causes })
  if (!calendar || !worked) return null
  const baseline = schedulePlan(reference.plan, calendar, start)
  const current = schedulePlan(following.plan, worked, start)
  const weights = packageWeights(bill)
  const packages = bill.packages.map(({ code }, index) => ({
    packageCode: code,
    weightPpm: weights[index] ?? 0,
  }))
  const readings = readingsOf(state)
  const shares = earnedShares(packages, readings, on)
  const forecast = forecastEnd(current, packages, shares, on)
  const budgetMinor = state.amountMinor
  const share = shares.at(-1)?.share ?? 0
  const facts = { packages, budgetMinor, readings, forecast, on, payments: paymentsOf(view) }
  return {
    plan: following.plan,
    baseline,
    current,
    calendar: worked,
    packages,
    readings,
    forecast,
    earned: earnedValue({
      plannedValueMinor: partOf(budgetMinor, plannedShareOfWorks(baseline, packages, on)),
      earnedValueMinor: partOf(budgetMinor, share),
      actualCostMinor: ledger.totals.grossMinor,
      budgetMinor,
    }),
    earnedTime: earnedTimeOf(baseline, packages, share, on),
    curve: sCurve({ ...facts, schedule: baseline, current }),
  }
}

function calendarOf({ plan }: PlanVersion, calendars: readonly WorkCalendar[]): WorkCalendar | null {
  return calendars.find(({ id }) => id === plan.calendarId) ?? null
}

/** Days on which the works were stopped by order are not worked. */
function withStops(
  calendar: WorkCalendar | null,
  { suspensions }: Pick<ContractState, 'suspensions'>,
  { on, causes }: { readonly on: Day; readonly causes: Readonly<Record<StopCause, string>> },
): WorkCalendar | null {
  if (!calendar) return null
  const stops = suspensions.flatMap(({ from, to, cause }) => {
    const until = to === null ? on : addDays(to, -1)
    return until < from ? [] : [{ label: causes[cause], from, until, share: 0 }]
  })
  return { ...calendar, exceptions: [...calendar.exceptions, ...stops] }
}

/** What the validated reports, one after the other, made of each package. */
function readingsOf({ reports, bills }: Pick<ContractState, 'reports' | 'bills'>): ProgressReading[] {
  const validated = reports.filter((report) => report.state === 'validated')
  const bill = bills.at(-1)?.bill ?? null
  return validated.map((report, index) => {
    const { packages } = measureProgress(bill, validated.slice(0, index + 1))
    return {
      on: report.on,
      percents: Object.fromEntries(packages.map(({ packageCode, percent }) => [packageCode, percent])),
    }
  })
}

/** Payments have taxes, the budget of the curve has none: they are told as the same part of it. */
function paymentsOf({ state, ledger }: Pick<ContractView, 'state' | 'ledger'>) {
  const { amountMinor, taxMinor } = ledger
  return [...state.payments, ...state.retentionReleases].map((payment) => ({
    on: payment.on,
    amountMinor:
      amountMinor === 0
        ? 0
        : divideRounded(BigInt(payment.amountMinor) * BigInt(amountMinor), BigInt(amountMinor + taxMinor)),
  }))
}

function earnedTimeOf(
  baseline: PlanSchedule,
  packages: readonly PackageWeight[],
  share: number,
  on: Day,
): EarnedSchedule | null {
  const curve = planCurve(baseline, packages)
  if (curve.length === 0 || on < baseline.start) return null
  return earnedSchedule(curve, share, baseline.axis.workedBefore(addDays(on, 1)))
}

const BILLION = 1_000_000_000

function partOf(amountMinor: number, share: number): number {
  return divideRounded(BigInt(amountMinor) * BigInt(Math.round(share * BILLION)), BigInt(BILLION))
}
