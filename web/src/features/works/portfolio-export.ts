import type { WorksRow } from '@borne/api/contracts/works'
import { type CsvDialect, writeCsv } from '../../ui/write-csv.ts'
import type { messages } from './messages.ts'
import { cellValue } from './portfolio-cells.ts'
import type { PortfolioColumn } from './portfolio-columns.ts'

type Words = (typeof messages)['fr']

/** Contracts as a CSV text: these columns with their units, the currency of each amount, and which rows are fictional. */
export function portfolioCsv(
  rows: readonly WorksRow[],
  columns: readonly PortfolioColumn[],
  m: Words,
  dialect: CsvDialect,
): string {
  const units: Partial<Record<PortfolioColumn, string>> = {
    physical: m.unitPercent,
    paid: m.unitPercent,
    delay: m.unitDays,
  }
  const head = columns.map((column) =>
    units[column] ? `${m.columns[column]} (${units[column]})` : m.columns[column],
  )
  return writeCsv(
    [
      [m.reference, ...head, m.currency, m.demonstration],
      ...rows.map((row) => [
        row.reference,
        ...columns.map((column) => cellValue(row, column, m)),
        row.currency,
        row.isDemonstration ? m.yes : m.no,
      ]),
    ],
    dialect,
  )
}

/** «travaux-DÉMONSTRATION-2026-10-15.csv»: a file with fictional rows says so in its name. */
export function portfolioFileName(rows: readonly WorksRow[], m: Words, day: string): string {
  const isDemonstration = rows.some((row) => row.isDemonstration)
  return `${[m.fileName, isDemonstration ? m.demonstration : '', day].filter(Boolean).join('-')}.csv`
}
