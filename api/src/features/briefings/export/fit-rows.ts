import type { PresentedTable } from '../presentation-contract.ts'
import type { Teller } from './tell.ts'

export interface FittedCell {
  readonly text: string
  /** Numbers, and what stands in a column of numbers. */
  readonly isRight: boolean
}
/** A table of which as many rows are left as there is room for. */
export interface FittedRows {
  readonly head: readonly FittedCell[]
  readonly rows: readonly (readonly FittedCell[])[]
  /** In pixels. */
  readonly widths: readonly number[]
  /** Of the letters, in pixels. */
  readonly size: number
  readonly leftOutCount: number
}

const SIZES = [16, 14, 12] as const
const LETTER = 0.56
const LINE_HEIGHT = 1.3
const PADDING = 0.5
/** Title above, and what tells how many rows are left out. */
const AROUND_PIXELS = 52
const CHARACTERS = { least: 8, most: 40 }

/** The whole table as it is told. */
export function tellRows(table: PresentedTable, teller: Teller): Pick<FittedRows, 'head' | 'rows'> {
  const head = table.columns.map(({ label, unit }) => ({ text: teller.text(label), isRight: unit !== null }))
  const rows = table.rows.map((row) =>
    row.map((cell, at) => {
      const unit = table.columns[at]?.unit ?? null
      const isText = cell !== null && typeof cell === 'object'
      return {
        text: isText ? teller.text(cell) : teller.value(cell, unit),
        isRight: !isText && (unit !== null || cell !== null),
      }
    }),
  )
  return { head, rows }
}

/** With the largest letters in which all rows have room, else as many rows as have room in the smallest. */
export function fitRows(
  table: PresentedTable,
  teller: Teller,
  box: { readonly width: number; readonly height: number },
): FittedRows {
  const { head, rows } = tellRows(table, teller)
  const widths = columnWidths([head, ...rows], box.width)
  const room = box.height - AROUND_PIXELS
  const heightOf = (row: readonly FittedCell[], size: number) => {
    const lines = row.map(({ text }, at) => Math.ceil((text.length * size * LETTER + size) / widths[at]!))
    return (Math.max(1, ...lines) * LINE_HEIGHT + PADDING) * size
  }
  const countAt = (size: number) => {
    let left = room - heightOf(head, size)
    const last = rows.findIndex((row) => {
      left -= heightOf(row, size)
      return left < 0
    })
    return last === -1 ? rows.length : Math.max(1, last)
  }
  const size = SIZES.find((candidate) => countAt(candidate) === rows.length) ?? SIZES.at(-1)!
  const kept = rows.slice(0, countAt(size))
  return { head, rows: kept, widths, size, leftOutCount: table.leftOutCount + rows.length - kept.length }
}

/** By the longest text of each, within reason. */
function columnWidths(rows: readonly (readonly FittedCell[])[], width: number): number[] {
  const longest = rows[0]!.map((_, at) =>
    Math.min(CHARACTERS.most, Math.max(CHARACTERS.least, ...rows.map((row) => row[at]?.text.length ?? 0))),
  )
  const sum = longest.reduce((total, length) => total + length, 0)
  return longest.map((length) => (width * length) / sum)
}
