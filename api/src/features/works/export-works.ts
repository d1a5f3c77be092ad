import type { CellValue } from '../../platform/sheet.ts'
import type { OutTable } from '../../platform/write-sheet.ts'
import type { WorksRow } from './contract.ts'

/** What marks every line of fiction, in whatever program the file is opened. */
const DEMONSTRATION_MARK = 'DÉMONSTRATION'

const COLUMNS: readonly (readonly [string, (row: WorksRow) => CellValue])[] = [
  ['reference', (row) => row.reference],
  ['title', (row) => row.title],
  ['posts', (row) => row.posts.map(({ name }) => name).join(' | ')],
  ['programme', (row) => row.programme.name],
  ['project', (row) => row.project.name],
  ['donors', (row) => row.donors.map(({ code }) => code).join(' | ')],
  ['contractor', (row) => row.contractor?.name ?? null],
  ['currency', (row) => row.currency],
  ['amount', (row) => row.amountMinor / 100],
  ['stage', (row) => row.stage],
  ['startedOn', (row) => row.startedOn],
  ['endsOn', (row) => row.endsOn],
  ['receivedOn', (row) => row.receivedOn],
  ['delayDays', (row) => row.delayDays],
  ['penalty', (row) => row.penaltyMinor / 100],
  ['physicalPercent', (row) => row.physicalPercent],
  ['plannedPercent', (row) => row.plannedPercent],
  ['certifiedPercent', (row) => row.certifiedPercent],
  ['paidPercent', (row) => row.paidPercent],
  ['openPunchItems', (row) => row.openPunchCount],
  ['pendingReports', (row) => row.pendingReportCount],
  ['lastReportOn', (row) => row.lastReportOn],
  ['alarms', (row) => row.alarms.map(({ code }) => code).join(' | ')],
  ['mark', (row) => (row.isDemonstration ? DEMONSTRATION_MARK : '')],
]

/** The portfolio, one line a contract. */
export function portfolioTable(rows: readonly WorksRow[]): OutTable {
  return {
    name: 'Travaux',
    titles: [],
    columns: COLUMNS.map(([head]) => ({
      head,
      kind: head.endsWith('On') ? 'day' : 'text',
      decimals: /amount|penalty$|Percent$/.test(head) ? 2 : 0,
    })),
    rows: rows.map((row) => ({ cells: COLUMNS.map(([, read]) => read(row)) })),
  }
}
