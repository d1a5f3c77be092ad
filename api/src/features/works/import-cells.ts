import type { CellValue, SheetRow } from '../../platform/sheet.ts'
import type { FoundTable } from './import-columns.ts'
import type { ImportRole } from './import-contract.ts'
import type { ImportNotes } from './import-notes.ts'
import { readNumber, scaleNumber, type TypedNumber, typeNumber } from './read-number.ts'

/** What people put where there is nothing. */
const NOTHING = /^[-–—.]*$/
const MOST = 9_000_000_000_000n

export interface ScaledCell {
  readonly value: number
  /** As typed: how exact it claims to be. */
  readonly decimals: number
}

/** Reads the cells of a table by their role, and notes what is wrong with them. */
export class CellReader<Role extends ImportRole> {
  readonly #table: FoundTable<Role>
  readonly #notes: ImportNotes

  constructor(table: FoundTable<Role>, notes: ImportNotes) {
    this.#table = table
    this.#notes = notes
  }

  place(row: SheetRow, role: Role): { row: number; column: number | undefined } {
    return { row: row.number, column: this.#table.columns[role] }
  }

  raw(row: SheetRow, role: Role): CellValue {
    const index = this.#table.columns[role]
    const cell = index === undefined ? null : (row.cells[index] ?? null)
    return typeof cell === 'string' && NOTHING.test(cell) ? null : cell
  }

  /** Line ends inside a cell become spaces. */
  text(row: SheetRow, role: Role): string {
    return String(this.raw(row, role) ?? '').replace(/\s+/g, ' ')
  }

  /** A text that must be there and fit. */
  required(row: SheetRow, role: Role, most: number): string {
    const text = this.text(row, role)
    if (text === '') this.#notes.error('import-value-missing', this.place(row, role))
    return this.fitting(row, role, text, most)
  }

  fitting(row: SheetRow, role: Role, text: string, most: number): string {
    if (text.length > most) {
      const params = { value: `${text.slice(0, 30)}…`, length: text.length, most }
      this.#notes.error('import-text-too-long', this.place(row, role), params)
    }
    return text
  }

  /** The number of a cell as typed; undefined when there is none, or when it is none. */
  typed(row: SheetRow, role: Role): TypedNumber | undefined {
    const cell = this.raw(row, role)
    if (typeof cell === 'number') return typeNumber(cell)
    return typeof cell === 'string' ? readNumber(cell.replace('%', ''), this.#table.decimalMark) : undefined
  }

  /** A number as whole units of `10^-places`; what is wrong with it is noted. */
  scaled(row: SheetRow, role: Role, places: number): ScaledCell | undefined {
    const cell = this.raw(row, role)
    const place = this.place(row, role)
    const params = { value: String(cell ?? '').slice(0, 60) }
    if (cell === null) {
      this.#notes.error('import-value-missing', place)
      return undefined
    }
    const typed = this.typed(row, role)
    if (!typed) {
      this.#notes.error('import-not-a-number', place, params)
      return undefined
    }
    const { value, isRounded } = scaleNumber(typed, places)
    if (value < 0n) this.#notes.error('import-negative', place, params)
    else if (value > MOST) this.#notes.error('import-too-much', place, params)
    if (typed.isAmbiguous) this.#notes.warn('import-number-ambiguous', place, params)
    if (isRounded) {
      const kept = (Number(value) / 10 ** places).toFixed(places)
      this.#notes.warn('import-rounded', place, { ...params, kept })
    }
    return value < 0n || value > MOST ? undefined : { value: Number(value), decimals: typed.decimals }
  }
}
