import { contractClock } from './contract-clock.ts'
import { daysBetween } from './days.ts'
import { percentOf } from './divide-rounded.ts'
import type { ContractClock, WorksAlarm, WorksAlarmCode, WorksSummary } from './results.ts'
import type { Day, WorksContract } from './types.ts'

/** From where on something is an alarm. */
export interface AlarmThresholds {
  /** Percent paid for works, beyond percent built. */
  readonly paidAheadPoints: number
  /** Percent built, beyond percent paid for works. */
  readonly worksAheadPoints: number
  /** A delay is critical from so many days on. */
  readonly criticalDelayDays: number
  /** Exposure, in percent of the cap. */
  readonly capPercent: number
  readonly guaranteeDays: number
  readonly waitingDays: number
  readonly reportDays: number
  readonly suspendedDays: number
  readonly guaranteePeriodDays: number
}

export const DEFAULT_THRESHOLDS: AlarmThresholds = {
  // Money ahead of works is lost where the firm stops; works ahead of money are the firm's risk, and wait for the next décompte.
  paidAheadPoints: 5,
  worksAheadPoints: 10,
  criticalDelayDays: 30,
  capPercent: 80,
  guaranteeDays: 30,
  waitingDays: 7,
  reportDays: 30,
  suspendedDays: 30,
  guaranteePeriodDays: 30,
}

interface Watch {
  readonly summary: WorksSummary
  readonly clock: ContractClock
  readonly on: Day
  readonly thresholds: AlarmThresholds
}

/**
 * What to look at on a contract on a day, the critical first, then by the day that it is about. A contract that is closed or terminated has none.
 *
 * @param summary As made by `summariseWorks`, for days from its last event on.
 * @param clock That of the contract on the day, where it was computed before.
 */
export function worksAlarms(
  contract: WorksContract,
  summary: WorksSummary,
  {
    on,
    thresholds = DEFAULT_THRESHOLDS,
    clock = contractClock(contract, summary, on),
  }: { readonly on: Day; readonly thresholds?: AlarmThresholds; readonly clock?: ContractClock },
): WorksAlarm[] {
  if (['finally-accepted', 'closed', 'terminated'].includes(summary.stage)) return []
  const watch = { summary, clock, on, thresholds }
  const isBuilding = watch.clock.startedOn !== null && watch.clock.stoppedOn === null
  return [
    ...(isBuilding ? [...moneyAlarms(watch), ...timeAlarms(watch), ...reportAlarms(watch)] : []),
    ...guaranteeAlarms(watch),
    ...waitingAlarms(watch),
    ...punchAlarms(watch),
    ...guaranteePeriodAlarms(watch),
  ].sort(
    (a, b) =>
      Number(b.severity === 'critical') - Number(a.severity === 'critical') ||
      (a.on ?? '').localeCompare(b.on ?? ''),
  )
}

function moneyAlarms({ summary, thresholds }: Watch): WorksAlarm[] {
  const { physicalPercent, paidForWorksPercent: paidPercent } = summary
  if (physicalPercent === null) return []
  // As they are shown: a tenth of a point is not looked for beyond that.
  const points = Math.round((paidPercent - physicalPercent) * 10) / 10
  const isPaidAhead = points > 0
  const threshold = isPaidAhead ? thresholds.paidAheadPoints : thresholds.worksAheadPoints
  if (Math.abs(points) < threshold) return []
  return [
    alarm(isPaidAhead ? 'paid-ahead-of-works' : 'works-ahead-of-paid', isPaidAhead, {
      values: { physicalPercent, paidPercent, points: Math.abs(points), threshold },
    }),
  ]
}

function timeAlarms({ clock, summary, on, thresholds }: Watch): WorksAlarm[] {
  const { delayDays, plannedEnd, penalty } = clock
  const { exposureMinor, capMinor, isCapped } = penalty
  const percent = percentOf(exposureMinor, capMinor)
  const stop = clock.isSuspended ? summary.suspensions.findLast(({ from }) => from <= on) : undefined
  const stoppedDays = stop ? daysBetween(stop.from, on) : 0
  return [
    ...when(delayDays > 0, 'late', delayDays >= thresholds.criticalDelayDays, {
      on: plannedEnd,
      values: { days: delayDays },
    }),
    ...when(exposureMinor > 0 && percent >= thresholds.capPercent, 'penalty-cap-near', isCapped, {
      values: { exposureMinor, capMinor, percent },
    }),
    ...when(stop !== undefined && stoppedDays >= thresholds.suspendedDays, 'suspended-long', false, {
      on: stop?.from,
      values: { days: stoppedDays, cause: stop?.cause ?? '' },
    }),
  ]
}

/** While it is stopped nobody has to report. */
function reportAlarms({ clock, summary, on, thresholds }: Watch): WorksAlarm[] {
  const { lastReportOn, suspensions } = summary
  const resumed = suspensions.findLast(({ to }) => to !== null && to <= on)?.to ?? null
  const since = [clock.startedOn, lastReportOn, resumed].reduce((last, day) =>
    day !== null && (last === null || day > last) ? day : last,
  )!
  const days = daysBetween(since, on)
  return when(
    !clock.isSuspended && days > thresholds.reportDays,
    'report-missing',
    days > 2 * thresholds.reportDays,
    {
      on: since,
      values: { days, threshold: thresholds.reportDays },
    },
  )
}

function guaranteeAlarms({ summary, on, thresholds }: Watch): WorksAlarm[] {
  const asked = summary.guarantees.filter(
    ({ type }) => type !== 'advance' || summary.advanceOutstandingMinor > 0,
  )
  return asked.flatMap(({ eventId, type, reference, expiresOn }) => {
    const days = daysBetween(on, expiresOn)
    const isLapsed = days < 0
    return when(
      days <= thresholds.guaranteeDays,
      isLapsed ? 'guarantee-lapsed' : 'guarantee-expiring',
      isLapsed,
      {
        on: expiresOn,
        eventId,
        values: { type, reference, days: Math.abs(days) },
      },
    )
  })
}

function waitingAlarms({ summary: { waitingReports }, on, thresholds }: Watch): WorksAlarm[] {
  const late = waitingReports.filter((report) => daysBetween(report.on, on) >= thresholds.waitingDays)
  const [oldest] = late
  if (oldest === undefined) return []
  const values = { count: late.length, days: daysBetween(oldest.on, on) }
  return [alarm('report-waiting', false, { on: oldest.on, eventId: oldest.eventId, values })]
}

function punchAlarms({ summary: { openPunchItems }, on }: Watch): WorksAlarm[] {
  const overdue = openPunchItems
    .flatMap((item) => (item.dueOn !== null && item.dueOn < on ? [{ ...item, dueOn: item.dueOn }] : []))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const [first] = overdue
  if (first === undefined) return []
  const isBlocking = overdue.some(({ severity }) => severity === 'blocking')
  const values = { count: overdue.length, days: daysBetween(first.dueOn, on) }
  return [alarm('punch-overdue', isBlocking, { on: first.dueOn, eventId: first.eventId, values })]
}

function guaranteePeriodAlarms({ clock: { guaranteeEnd }, on, thresholds }: Watch): WorksAlarm[] {
  if (guaranteeEnd === null) return []
  const days = daysBetween(on, guaranteeEnd)
  const code = days < 0 ? 'final-acceptance-overdue' : 'guarantee-period-ending'
  return when(days <= thresholds.guaranteePeriodDays, code, false, {
    on: guaranteeEnd,
    values: { days: Math.abs(days) },
  })
}

interface About {
  readonly on?: Day | null
  readonly eventId?: string
  readonly values: WorksAlarm['values']
}

function alarm(code: WorksAlarmCode, isCritical: boolean, { on, eventId, values }: About): WorksAlarm {
  return {
    code,
    severity: isCritical ? 'critical' : 'warning',
    on: on ?? null,
    eventId: eventId ?? null,
    values,
  }
}

function when(claim: boolean, ...what: Parameters<typeof alarm>): WorksAlarm[] {
  return claim ? [alarm(...what)] : []
}
