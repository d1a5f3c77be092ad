import { problem } from './problems.ts'

/** Days and instants of a spreadsheet come as `YYYY-MM-DD`; a formula as the value that was kept with it. */
export type CellValue = string | number | boolean | null

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly number: number
  readonly cells: readonly CellValue[]
}

/** A table as somebody typed it, before anything is believed of it. Rows without a value are left out. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

export const SHEET_LIMITS = {
  fileBytes: 5 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  sheets: 50,
  rows: 20_000,
  columns: 200,
  cellCharacters: 4_000,
} as const

/** Collects rows within the limits, whatever order their cells come in. */
export class SheetBuilder {
  readonly #rows: SheetRow[] = []

  add(number: number, cells: readonly CellValue[]): void {
    let width = cells.length
    while (width > 0 && isEmpty(cells[width - 1] ?? null)) width -= 1
    if (width === 0) return
    if (this.#rows.length >= SHEET_LIMITS.rows) throw excessive(`${SHEET_LIMITS.rows} lignes`)
    if (width > SHEET_LIMITS.columns) throw excessive(`${SHEET_LIMITS.columns} colonnes`)
    this.#rows.push({ number, cells: Array.from(cells.slice(0, width), (cell) => trimmed(cell ?? null)) })
  }

  build(name: string): Sheet {
    return { name, rows: this.#rows }
  }
}

export function excessive(most: string): Error {
  return problem('sheet-too-large', { most }, { field: 'file' })
}

/** The letters over a column of a spreadsheet: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

function isEmpty(cell: CellValue): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** Every kind of space becomes a plain one; a cell of spaces is empty. */
function trimmed(cell: CellValue): CellValue {
  if (typeof cell !== 'string') return cell
  const text = cell.replace(/[^\S\n]+/g, ' ').trim()
  if (text.length > SHEET_LIMITS.cellCharacters) throw excessive(`${SHEET_LIMITS.cellCharacters} caractères`)
  return text === '' ? null : text
}
