import { contractState, END_OF_TIME } from './contract-state.ts'
import { curveFacts } from './curve-facts.ts'
import { addDays, addMonths } from './days.ts'
import { percentOf, shareOf } from './divide-rounded.ts'
import { lastGuarantees } from './lapsed-guarantees.ts'
import { ledger } from './ledger.ts'
import { plannedShareOfWorks } from './planned-shares.ts'
import type { Ledger, WorksCurvePoint, WorksSummary } from './results.ts'
import type { ContractState } from './state.ts'
import type { AnyWorksEvent, Day, WorkCalendar, WorksContract } from './types.ts'

const MOST_POINTS = 36
const PER_PERCENT = 10_000

/**
 * What lists need of a contract, small enough to be kept for thousands: amounts, percents, chain, what is open, a monthly curve. It holds
 * for every day from the last event on; `contractClock` and `worksAlarms` work the figures of a day out of it.
 *
 * @param events All events of the contract, in any order; nothing in them lies in the future.
 * @param calendars Those that plans name; without its calendar a plan gives no planned percents.
 * @param when As it stood on a day, as it was known at an instant; absent: with all that is recorded.
 * @throws RangeError as `contractState`, `ledger` and `schedulePlan`, where events were recorded against the rules.
 */
export function summariseWorks(
  contract: WorksContract,
  events: readonly AnyWorksEvent[],
  calendars: readonly WorkCalendar[],
  when: typeof END_OF_TIME = END_OF_TIME,
): WorksSummary {
  const state = contractState(contract, events, when)
  const money = ledger(contract, state)
  const known = events.filter(
    ({ happenedOn, recordedAt }) => happenedOn <= when.on && recordedAt <= when.knownAt,
  )
  const lastEventOn = lastOf(known.map(({ happenedOn }) => happenedOn))
  const { totals } = money
  const waiting = state.reports.filter((report) => report.state === 'proposed')
  const reported = state.reports.filter((report) => report.state !== 'rejected')
  return {
    stage: state.stage,
    chain: state.chain,
    suspensions: state.suspensions.map(({ from, to, cause }) => ({ from, to, cause })),
    amountMinor: state.amountMinor,
    durationDays: state.durationDays,
    lastEventOn,
    physicalPercent: state.progress.physicalPercent,
    proposedPercent: state.proposedProgress.physicalPercent,
    certifiedMinor: totals.grossMinor,
    netMinor: totals.netMinor,
    paidMinor: totals.paidMinor,
    outstandingMinor: totals.outstandingMinor,
    advanceOutstandingMinor: totals.advanceOutstandingMinor,
    retentionHeldMinor: totals.retentionHeldMinor,
    certifiedPercent: totals.certifiedPercent,
    paidPercent: totals.paidPercent,
    paidForWorksPercent: paidForWorks(contract, money),
    openPunchItems: state.punchItems.flatMap(({ eventId, severity, state: step, dueOn }) =>
      step === 'lifted' ? [] : [{ eventId, severity, state: step, dueOn }],
    ),
    guarantees: lastGuarantees(state.guarantees, END_OF_TIME.on).map(
      ({ eventId, type, reference, expiresOn }) => ({ eventId, type, reference, expiresOn }),
    ),
    lastReportOn: lastOf(reported.map(({ on }) => on)),
    waitingReports: waiting.map(({ eventId, on, recordedBy }) => ({ eventId, on, recordedBy })),
    curve: curveOf(state, { money, calendars, lastEventOn }),
  }
}

/** Planned for a day, straight between the points of a curve; null without a plan. */
export function plannedPercentOn(curve: readonly WorksCurvePoint[], day: Day): number | null {
  const after = curve.findIndex(({ on }) => on >= day)
  if (after <= 0) return curve.at(after)?.planned ?? null
  const [a, b] = [curve[after - 1]!, curve[after]!]
  if (a.planned === null || b.planned === null) return null
  const share = (Date.parse(day) - Date.parse(a.on)) / (Date.parse(b.on) - Date.parse(a.on))
  return rounded(a.planned + share * (b.planned - a.planned))
}

/** The advance is no pay for works while it is not taken back; it was paid with its taxes. */
function paidForWorks({ taxPpm }: WorksContract, { amountMinor, taxMinor, totals }: Ledger): number {
  const { advanceOutstandingMinor, paidMinor } = totals
  const advanceMinor = advanceOutstandingMinor + shareOf(advanceOutstandingMinor, taxPpm)
  return percentOf(Math.max(0, paidMinor - advanceMinor), amountMinor + taxMinor)
}

interface CurveContext {
  readonly money: Ledger
  readonly calendars: readonly WorkCalendar[]
  readonly lastEventOn: Day | null
}

function curveOf(state: ContractState, { money, calendars, lastEventOn }: CurveContext): WorksCurvePoint[] {
  const { schedule, packages, readings } = curveFacts(state, calendars)
  const start = state.chain['start-order']
  if (start === null || lastEventOn === null) return []
  const paid = [...state.payments, ...state.retentionReleases]
  const whole = money.amountMinor + money.taxMinor
  const end = lastOf([schedule?.end ?? lastEventOn, lastEventOn])!
  return monthEnds(start, end).map((on) => ({
    on,
    planned: schedule && rounded(100 * plannedShareOfWorks(schedule, packages, on)),
    earned:
      on > monthEnd(lastEventOn)
        ? null
        : (readings.findLast((reading) => reading.on <= on)?.physicalPercent ?? 0),
    paid:
      on > monthEnd(lastEventOn)
        ? null
        : percentOf(
            paid.reduce((sum, one) => (one.on <= on ? sum + one.amountMinor : sum), 0),
            whole,
          ),
  }))
}

/** The end of the month before the first day, then those up to the one that holds the last: each, or each second, third … of them. */
function monthEnds(first: Day, last: Day): Day[] {
  const days = [addDays(`${first.slice(0, 8)}01`, -1)]
  while (days.at(-1)! < last) days.push(monthEnd(addDays(days.at(-1)!, 1)))
  const step = Math.ceil(days.length / MOST_POINTS)
  return days.filter((_, index) => (days.length - 1 - index) % step === 0)
}

function monthEnd(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1)
}

function lastOf(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null)
}

function rounded(percent: number): number {
  return Math.round(percent * PER_PERCENT) / PER_PERCENT
}
