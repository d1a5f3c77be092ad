import type { PresentedTable } from '../presentation-contract.ts'

/** A table of which as many rows are left as a slide has room for. */
export interface FittedRows {
  readonly table: PresentedTable
  /** Of the letters, in pixels. */
  readonly size: number
}

const SIZES = [16, 14, 12] as const
const ROW_HEIGHT = 1.75
/** Title, head, and the line that says what is left out. */
const OTHER_ROWS = 3

export function fitRows(table: PresentedTable, height: number): FittedRows {
  const roomFor = (size: number) => Math.max(1, Math.floor(height / (size * ROW_HEIGHT)) - OTHER_ROWS)
  const size = SIZES.find((candidate) => table.rows.length <= roomFor(candidate)) ?? SIZES.at(-1)!
  const rows = table.rows.slice(0, roomFor(size))
  return {
    size,
    table: { ...table, rows, leftOutCount: table.leftOutCount + table.rows.length - rows.length },
  }
}
