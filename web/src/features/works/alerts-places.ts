import type { WorksAlarmCode } from '@borne/geodata/works/results'
import type { ContractTab } from './search.ts'

/** Where each alarm is answered. */
export const ALARM_TABS: Readonly<Record<WorksAlarmCode, ContractTab>> = {
  'paid-ahead-of-works': 'curve',
  'works-ahead-of-paid': 'curve',
  late: 'schedule',
  'penalty-cap-near': 'money',
  'guarantee-lapsed': 'money',
  'guarantee-expiring': 'money',
  'report-waiting': 'progress',
  'report-missing': 'progress',
  'punch-overdue': 'punch',
  'suspended-long': 'chronicle',
  'guarantee-period-ending': 'chronicle',
  'final-acceptance-overdue': 'chronicle',
}
