import { divideRounded } from './divide-rounded.ts'
import type { AmountMinor } from './types.ts'

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER) / 2n

/** The three amounts of a day, and the budget of all the works, in the same currency and without taxes. */
export interface ValuesToDate {
  /** PV, BCWS: budget of what should be done by now. */
  readonly plannedValueMinor: AmountMinor
  /** EV, BCWP: budget of what is done. */
  readonly earnedValueMinor: AmountMinor
  /** AC, ACWP: what it has cost. */
  readonly actualCostMinor: AmountMinor
  /** BAC. */
  readonly budgetMinor: AmountMinor
}

export interface EarnedValue extends ValuesToDate {
  /** SV = EV − PV; negative = behind the plan. */
  readonly scheduleVarianceMinor: AmountMinor
  /** CV = EV − AC; negative = dearer than budgeted. */
  readonly costVarianceMinor: AmountMinor
  /** SPI = EV / PV; null while nothing was planned. */
  readonly schedulePerformanceIndex: number | null
  /** CPI = EV / AC; null while nothing was spent. */
  readonly costPerformanceIndex: number | null
  /** EV / BAC × 100 and AC / BAC × 100; null without a budget. */
  readonly completePercent: number | null
  readonly spentPercent: number | null
  readonly estimates: Readonly<Record<EstimateVariant, Estimate | null>>
  /** TCPI = (BAC − EV) / (BAC − AC): the cost index that the rest must have to end on the budget; null where it is spent. */
  readonly toCompletePerformanceIndex: number | null
}

/**
 * What is assumed of the rest: it costs what was budgeted (`at-budget`), it goes on as dear as so far (`at-cost-index`),
 * or as dear and as late (`at-cost-and-schedule-index`).
 */
export type EstimateVariant = 'at-budget' | 'at-cost-index' | 'at-cost-and-schedule-index'

export interface Estimate {
  /** EAC. */
  readonly atCompletionMinor: AmountMinor
  /** ETC = EAC − AC. */
  readonly toCompleteMinor: AmountMinor
  /** VAC = BAC − EAC; negative = over the budget. */
  readonly varianceMinor: AmountMinor
  /** TCPI = (BAC − EV) / (EAC − AC); null where nothing is left to spend. */
  readonly toCompletePerformanceIndex: number | null
}

/**
 * Earned value of a day by the standard formulas.
 *
 * EAC = AC + (BAC − EV) `at-budget`, BAC / CPI `at-cost-index`, AC + (BAC − EV) / (CPI × SPI)
 * `at-cost-and-schedule-index`; an estimate whose index is 0 or unknown, or whose amount is
 * too large to be exact, is null. Amounts are rounded once to whole minor
 * units, half away from zero; indices are not rounded.
 *
 * @param values Whole minor units.
 * @throws RangeError if an amount is not whole.
 * @see PMI (2011), Practice Standard for Earned Value Management, 2nd ed.; NASA (2018), Earned Value Management
 *   Implementation Handbook, NASA/SP-2018-599 (TCPI of the budget and of the estimate, EAC of cost and schedule).
 */
export function earnedValue(values: ValuesToDate): EarnedValue {
  const { plannedValueMinor: pv, earnedValueMinor: ev, actualCostMinor: ac, budgetMinor: bac } = values
  for (const amount of [pv, ev, ac, bac]) {
    if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount: ${amount}`)
  }
  const [planned, earned, spent] = [BigInt(pv), BigInt(ev), BigInt(ac)]
  // EAC = AC + (BAC − EV) × dividend / divisor; BAC / CPI is the same with AC / EV.
  const estimate = (dividend: bigint, divisor: bigint): Estimate | null => {
    if (dividend === 0n || divisor === 0n) return null
    const rest = BigInt(bac - ev) * dividend
    // A first report of next to nothing gives an estimate beyond all amounts.
    if (rest / divisor >= LARGEST) return null
    const toCompleteMinor = divideRounded(rest, divisor)
    return {
      atCompletionMinor: ac + toCompleteMinor,
      toCompleteMinor,
      varianceMinor: bac - ac - toCompleteMinor,
      toCompletePerformanceIndex: ratio(bac - ev, toCompleteMinor),
    }
  }
  return {
    ...values,
    scheduleVarianceMinor: ev - pv,
    costVarianceMinor: ev - ac,
    schedulePerformanceIndex: ratio(ev, pv),
    costPerformanceIndex: ratio(ev, ac),
    completePercent: percent(ev, bac),
    spentPercent: percent(ac, bac),
    estimates: {
      'at-budget': estimate(1n, 1n),
      'at-cost-index': estimate(spent, earned),
      'at-cost-and-schedule-index': estimate(spent * planned, earned * earned),
    },
    toCompletePerformanceIndex: bac - ac > 0 ? (bac - ev) / (bac - ac) : null,
  }
}

function ratio(dividend: number, divisor: number): number | null {
  return divisor === 0 ? null : dividend / divisor
}

function percent(part: AmountMinor, whole: AmountMinor): number | null {
  return whole === 0 ? null : (part / whole) * 100
}
