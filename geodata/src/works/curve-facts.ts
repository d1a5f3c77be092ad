import type { ProgressReading } from './earned-shares.ts'
import { packageWeights, readProgress } from './measure-progress.ts'
import type { PackageWeight } from './planned-shares.ts'
import { type PlanSchedule, schedulePlan } from './schedule-plan.ts'
import type { ContractState, PlanVersion } from './state.ts'
import type { Day, WorkCalendar } from './types.ts'

/** A `ProgressReading` with what it makes of the works as a whole. */
export interface WorksReading extends ProgressReading {
  readonly physicalPercent: number
}

/** What curves and earned value take from the state of a contract. */
export interface CurveFacts {
  /** Null before the start order, without a plan, or where its calendar is not known. */
  readonly schedule: PlanSchedule | null
  readonly packages: readonly PackageWeight[]
  /** After each validated report. */
  readonly readings: readonly WorksReading[]
}

/**
 * The schedule from the start order on, the weights, and what each validated report made of the progress, on the bill that counts.
 *
 * @param plan The one to compare with: the last baseline unless told otherwise, else the current plan.
 * @param calendars Those that plans may name.
 * @throws PlanError as `schedulePlan`.
 */
export function curveFacts(
  state: ContractState,
  calendars: readonly WorkCalendar[],
  plan: PlanVersion | null = state.baselines.at(-1) ?? state.currentPlan,
): CurveFacts {
  const bill = state.bills.at(-1)?.bill ?? null
  const weights = bill === null ? [] : packageWeights(bill)
  const validated = state.reports.filter((report) => report.state === 'validated')
  return {
    schedule: scheduleOf(plan, calendars, state.chain['start-order']),
    packages: (bill?.packages ?? []).map(({ code }, index) => ({
      packageCode: code,
      weightPpm: weights[index]!,
    })),
    readings: readProgress(bill, validated).map(({ packages, physicalPercent }, index) => ({
      on: validated[index]!.on,
      percents: Object.fromEntries(packages.map(({ packageCode, percent }) => [packageCode, percent])),
      physicalPercent: physicalPercent ?? 0,
    })),
  }
}

function scheduleOf(
  version: PlanVersion | null,
  calendars: readonly WorkCalendar[],
  start: Day | null,
): PlanSchedule | null {
  const calendar = calendars.find(({ id }) => id === version?.plan.calendarId)
  if (version === null || calendar === undefined || start === null) return null
  return schedulePlan(version.plan, calendar, start)
}
