import type { WorksRow } from '@borne/api/contracts/works'
import { WORKS_ALARMS, type WorksAlarm, type WorksAlarmCode } from '@borne/geodata/works/results'

/** Something to look at, with the contract that it is about. */
export interface Alert {
  /** Stays the same from day to day, and becomes another one when it gets worse. */
  readonly key: string
  readonly alarm: WorksAlarm
  readonly row: Pick<WorksRow, 'id' | 'title' | 'reference' | 'currency' | 'posts' | 'isDemonstration'>
}

export interface AlertGroup {
  readonly code: WorksAlarmCode
  readonly isCritical: boolean
  /** The critical ones first, then the oldest. */
  readonly alerts: readonly Alert[]
}

export function listAlerts(rows: readonly WorksRow[]): Alert[] {
  return rows.flatMap((row) =>
    row.alarms.map((alarm) => ({
      key: [row.id, alarm.code, alarm.eventId ?? '', alarm.severity].join(' '),
      alarm: alarm as WorksAlarm,
      row,
    })),
  )
}

/** By what they are about: groups with something critical first, then in the order of geodata's list. */
export function groupAlerts(alerts: readonly Alert[]): AlertGroup[] {
  return WORKS_ALARMS.flatMap((code) => {
    const own = alerts.filter(({ alarm }) => alarm.code === code).sort(compareAlerts)
    const isCritical = own[0]?.alarm.severity === 'critical'
    return own.length > 0 ? [{ code, isCritical, alerts: own }] : []
  }).sort((a, b) => Number(b.isCritical) - Number(a.isCritical))
}

/** A report that waits for the decision of a second person. */
export interface WaitingReport {
  readonly eventId: string
  readonly on: string
  readonly row: Alert['row']
}

/** What others have reported on contracts that are not archived, the oldest first: `accountId` may decide on it. */
export function listWaitingReports(rows: readonly WorksRow[], accountId: string): WaitingReport[] {
  return rows
    .flatMap((row) =>
      row.waitingReports
        .filter(({ recordedBy }) => recordedBy !== accountId)
        .map(({ eventId, on }) => ({ eventId, on, row })),
    )
    .sort((a, b) => a.on.localeCompare(b.on) || a.row.reference.localeCompare(b.row.reference))
}

function compareAlerts(a: Alert, b: Alert): number {
  return (
    Number(b.alarm.severity === 'critical') - Number(a.alarm.severity === 'critical') ||
    (a.alarm.on ?? '').localeCompare(b.alarm.on ?? '') ||
    a.row.reference.localeCompare(b.row.reference)
  )
}
