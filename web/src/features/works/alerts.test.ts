import type { WorksRow } from '@borne/api/contracts/works'
import { describe, expect, test } from 'vitest'
import { groupAlerts, listAlerts, listWaitingReports } from './alerts-list.ts'

type Alarm = WorksRow['alarms'][number]
const alarm = (code: Alarm['code'], severity: Alarm['severity'], on: string | null = null): Alarm => ({
  code,
  severity,
  on,
  eventId: null,
  values: {},
})
const row = (reference: string, alarms: Alarm[]) => ({ id: reference, reference, alarms }) as WorksRow

const ROWS = [
  row('M-02', [alarm('late', 'warning', '2026-09-01'), alarm('report-missing', 'warning')]),
  row('M-01', [alarm('late', 'critical', '2026-10-01'), alarm('guarantee-lapsed', 'critical')]),
  row('M-03', [alarm('late', 'warning', '2026-08-01')]),
  row('M-04', []),
]

describe('alerts', () => {
  test('are grouped by what they are about, those with something critical first', () => {
    const groups = groupAlerts(listAlerts(ROWS))
    expect(groups.map(({ code, isCritical }) => [code, isCritical])).toEqual([
      ['late', true],
      ['guarantee-lapsed', true],
      ['report-missing', false],
    ])
  })

  test('stand in a group by gravity, then by age', () => {
    const [late] = groupAlerts(listAlerts(ROWS))
    expect(late!.alerts.map((one) => one.row.reference)).toEqual(['M-01', 'M-03', 'M-02'])
  })

  test('that get worse are new ones; the same ones stay seen', () => {
    const keyOf = (severity: 'warning' | 'critical', on: string) =>
      listAlerts([row('M-01', [alarm('late', severity, on)])])[0]!.key
    expect(keyOf('warning', '2026-10-01')).toBe(keyOf('warning', '2026-10-02'))
    expect(keyOf('critical', '2026-10-01')).not.toBe(keyOf('warning', '2026-10-01'))
  })
})

test('what others have reported waits at once, the oldest first; what one has reported oneself does not', () => {
  const waiting = (reference: string, ...reports: [on: string, recordedBy: string | null][]) =>
    ({
      ...row(reference, []),
      waitingReports: reports.map(([on, recordedBy]) => ({ eventId: `${reference} ${on}`, on, recordedBy })),
    }) as WorksRow
  const rows = [
    waiting('M-01', ['2026-10-02', 'other'], ['2026-10-03', 'me']),
    waiting('M-02', ['2026-09-30', null], ['2026-10-02', 'other']),
    waiting('M-03'),
  ]
  expect(listWaitingReports(rows, 'me').map(({ eventId }) => eventId)).toEqual([
    'M-02 2026-09-30',
    'M-01 2026-10-02',
    'M-02 2026-10-02',
  ])
})
