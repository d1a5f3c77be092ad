import writeXlsx, { type CellObject } from 'write-excel-file/node'
import type { CellValue } from './sheet.ts'
import { writeCsv } from './write-csv.ts'

export interface TableColumn {
  readonly head: string
  readonly kind: 'text' | 'number' | 'day'
  /** Shown after the decimal mark; of numbers. */
  readonly decimals?: number
  readonly widthCharacters?: number
}

export interface TableRow {
  readonly cells: readonly CellValue[]
  /** A total, or the head of a group. */
  readonly isStrong?: boolean
}

/** A table to be opened in a spreadsheet: lines above it, heads, rows. Days are `YYYY-MM-DD`. */
export interface OutTable {
  readonly name: string
  readonly titles: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A cell of a spreadsheet holds no more. */
const MAX_CELL_CHARACTERS = 32_767
const MAX_NAME_CHARACTERS = 31
/** No part of XML 1.0. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** An XLSX workbook with one sheet for each table. Texts stay texts, whatever they begin with. */
export function writeWorkbook(tables: readonly OutTable[]): Promise<Buffer> {
  const sheets = tables.map((table) => ({
    sheet: sheetName(table.name),
    data: [
      ...table.titles.map((title, index) => [textCell(title, index === 0)]),
      table.columns.map(({ head }) => ({ ...textCell(head, true), backgroundColor: '#E3DDD0', wrap: true })),
      ...table.rows.map((row) => table.columns.map((column, index) => cell(column, row, index))),
    ],
    columns: table.columns.map(({ widthCharacters = 14 }) => ({ width: widthCharacters })),
    stickyRowsCount: table.titles.length + 1,
  }))
  return writeXlsx(sheets).toBuffer()
}

/** The same table as CSV; of several lines above it each is a row of one cell. */
export function writeTableCsv({ titles, columns, rows }: OutTable): string {
  const [first = [], ...others] = [...titles.map((title) => [title]), columns.map(({ head }) => head)]
  return writeCsv(first, [...others, ...rows.map(({ cells }) => cells)])
}

function cell(column: TableColumn, row: TableRow, index: number): CellObject | null {
  const value = row.cells[index] ?? null
  const style = row.isStrong ? { fontWeight: 'bold' as const } : {}
  if (value === null) return null
  if (typeof value === 'boolean') return { value, type: Boolean, ...style }
  if (typeof value === 'number') return { value, type: Number, format: numberFormat(column), ...style }
  if (column.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...style }
  }
  return textCell(value, row.isStrong ?? false)
}

function textCell(text: string, isStrong: boolean): CellObject {
  const value = text.replace(NOT_IN_XML, '').toWellFormed().slice(0, MAX_CELL_CHARACTERS)
  return { value, type: String, ...(isStrong ? { fontWeight: 'bold' } : {}) }
}

function numberFormat({ decimals = 0 }: TableColumn): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/*?:[\]]/g, ' ')
      .slice(0, MAX_NAME_CHARACTERS)
      .trim() || 'Borne'
  )
}
