import type { AmountMinor } from '@borne/geodata/works/types'
import type { SheetRow } from '../../platform/sheet.ts'
import type { CellReader } from './import-cells.ts'
import type { BillRole } from './import-contract.ts'
import type { ImportNotes } from './import-notes.ts'
import { scaleNumber } from './read-number.ts'

/** Sums of what was read, held against what the table itself says. */
export class BillChecks {
  computedMinor: AmountMinor = 0
  statedMinor: AmountMinor | null = null
  readonly #cells: CellReader<BillRole>
  readonly #notes: ImportNotes
  #statedIn: SheetRow | undefined
  #sinceTitle = 0
  #sinceTotal = 0
  #lineCount = 0

  constructor(cells: CellReader<BillRole>, notes: ImportNotes) {
    this.#cells = cells
    this.#notes = notes
  }

  startGroup(): void {
    this.#sinceTitle = 0
  }

  /** Adds a line, and holds it against its own amount where the table has one. */
  addLine(row: SheetRow, amountMinor: AmountMinor): void {
    this.computedMinor += amountMinor
    this.#sinceTitle += amountMinor
    this.#sinceTotal += amountMinor
    this.#lineCount += 1
    const stated = this.#stated(row)
    if (!stated || Math.abs(stated.amountMinor - amountMinor) <= stated.toleranceMinor) return
    const params = { computed: tell(amountMinor), stated: tell(stated.amountMinor) }
    this.#notes.error('import-amount-differs', this.#cells.place(row, 'amount'), params)
  }

  /** A total in the middle must be that of its group, of what came since the last total, or of everything so far. */
  addTotal(row: SheetRow): AmountMinor | null {
    const stated = this.#stated(row)
    if (!stated) return null
    const sums = [this.#sinceTitle, this.#sinceTotal, this.computedMinor]
    const tolerance = stated.toleranceMinor + this.#lineCount
    if (sums.every((sum) => Math.abs(sum - stated.amountMinor) > tolerance)) {
      const params = { computed: tell(this.#sinceTitle), stated: tell(stated.amountMinor) }
      this.#notes.warn('import-subtotal-differs', this.#cells.place(row, 'amount'), params)
    }
    this.#sinceTotal = 0
    return stated.amountMinor
  }

  /** The last one in the table counts. */
  addGrandTotal(row: SheetRow): AmountMinor | null {
    const stated = this.#stated(row)
    if (!stated) return null
    this.statedMinor = stated.amountMinor
    this.#statedIn = row
    return stated.amountMinor
  }

  finish(contractMinor: AmountMinor | null): void {
    const computed = tell(this.computedMinor)
    const stated = this.#statedIn && this.#stated(this.#statedIn)
    if (this.#statedIn && stated) {
      const tolerance = stated.toleranceMinor + this.#lineCount
      if (Math.abs(stated.amountMinor - this.computedMinor) > tolerance) {
        const place = this.#cells.place(this.#statedIn, 'amount')
        this.#notes.error('import-total-differs', place, { computed, stated: tell(stated.amountMinor) })
      }
    }
    if (contractMinor !== null && this.computedMinor !== contractMinor) {
      const difference = tell(this.computedMinor - contractMinor)
      this.#notes.error(
        'import-contract-differs',
        {},
        { computed, contract: tell(contractMinor), difference },
      )
    }
  }

  /** An amount is as exact as it is typed: one without decimals may be half a unit off. */
  #stated(row: SheetRow): { amountMinor: AmountMinor; toleranceMinor: number } | undefined {
    const typed = this.#cells.typed(row, 'amount')
    if (!typed) return undefined
    const amountMinor = Number(scaleNumber(typed, 2).value)
    return { amountMinor, toleranceMinor: typed.decimals >= 2 ? 1 : 51 - 46 * typed.decimals }
  }
}

/** `1234567.89`, with a thin space between the thousands. */
function tell(amountMinor: AmountMinor): string {
  const [whole = '', fraction] = (amountMinor / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')},${fraction}`
}
