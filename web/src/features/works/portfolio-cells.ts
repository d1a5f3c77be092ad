import type { WorksRow } from '@borne/api/contracts/works'
import type { Formats } from '../../ui/formats.ts'
import type { messages } from './messages.ts'
import type { MoneyFormats } from './money.ts'
import type { PortfolioColumn } from './portfolio-columns.ts'

type Words = (typeof messages)['fr']

/** What a cell of the table says. */
export function cellText(
  row: WorksRow,
  column: PortfolioColumn,
  m: Words,
  formats: Formats,
  money: MoneyFormats,
): string {
  switch (column) {
    case 'title':
      return row.title
    case 'posts':
      return row.posts.map(({ name }) => name).join(', ')
    case 'contractor':
      return row.contractor?.name ?? '—'
    case 'donors':
      return row.donors.map(({ code }) => code).join(', ') || '—'
    case 'stage':
      return m.stages[row.stage]
    case 'physical':
      return formats.percent(row.physicalPercent === null ? null : row.physicalPercent / 100)
    case 'paid':
      return formats.percent(row.paidPercent / 100)
    case 'delay':
      return row.delayDays === null ? '—' : m.delayDays(formats.number(Math.max(0, row.delayDays)))
    case 'alarms':
      return row.alarms.length === 0 ? '—' : m.alarms(row.alarms.length)
    case 'due':
      return formats.day(row.endsOn)
    case 'amount':
      return money.short(row.amountMinor, row.currency)
  }
}

/** The same for a file: numbers as numbers, what is not known empty. */
export function cellValue(row: WorksRow, column: PortfolioColumn, m: Words): string | number | null {
  switch (column) {
    case 'title':
      return row.title
    case 'posts':
      return row.posts.map(({ name }) => name).join(', ')
    case 'contractor':
      return row.contractor?.name ?? null
    case 'donors':
      return row.donors.map(({ name }) => name).join(', ') || null
    case 'stage':
      return m.stages[row.stage]
    case 'physical':
      return row.physicalPercent
    case 'paid':
      return row.paidPercent
    case 'delay':
      return row.delayDays
    case 'alarms':
      return row.alarms.length
    case 'due':
      return row.endsOn
    case 'amount':
      return row.amountMinor / 100
  }
}
