import type { WorksRow } from '@borne/api/contracts/works'
import { describe, expect, test } from 'vitest'
import { groupAlerts, listAlerts } from './alerts-list.ts'

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
