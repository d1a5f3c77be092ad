import { lineAmountMinor } from '@borne/geodata/works/bill-total'
import type { SheetRow } from '../../platform/sheet.ts'
import { classifyBillRow, readPackageTitle } from './bill-rows.ts'
import { BillChecks } from './check-bill-totals.ts'
import { CellReader } from './import-cells.ts'
import type { FoundTable } from './import-columns.ts'
import type { BillPreview, BillRole } from './import-contract.ts'
import type { ImportNotes } from './import-notes.ts'
import { readWeights, type TypedWeight } from './read-weights.ts'
import { makeCodesUnique, type ReadItem } from './unique-codes.ts'

const MOST = { code: 40, label: 500, unit: 20, items: 3_000, packages: 200 } as const
/** Of works that are not divided. */
const UNDIVIDED = { code: '1', label: 'Ensemble des travaux' }
const NO_LINE = {
  code: '',
  label: '',
  unit: '',
  quantityMilli: null,
  unitPriceMinor: null,
  amountMinor: null,
}

interface Group {
  readonly code: string
  readonly label: string
  readonly row: SheetRow | null
  readonly weight: TypedWeight | undefined
  itemCount: number
}

/** A bill as it grows row by row. */
export class BillReading {
  readonly lines: BillPreview['lines'] = []
  readonly checks: BillChecks
  bill: NonNullable<BillPreview['bill']> = { packages: [], items: [] }
  readonly #cells: CellReader<BillRole>
  readonly #notes: ImportNotes
  /** Groups are named in a column of their own, or by the titles above their items. */
  readonly #hasPackages: boolean
  readonly #groups = new Map<string, Group>()
  readonly #items: ReadItem[] = []
  /** A title is a group once an item follows it. */
  #title: Group | undefined
  #current: Group | undefined

  constructor(table: FoundTable<BillRole>, notes: ImportNotes) {
    this.#cells = new CellReader(table, notes)
    this.#notes = notes
    this.#hasPackages = table.columns.package !== undefined
    this.checks = new BillChecks(this.#cells, notes)
  }

  take(row: SheetRow): void {
    const kind = classifyBillRow(row, this.#cells, this.#hasPackages)
    if (kind === 'item') this.#takeItem(row)
    else if (kind === 'package') this.#takeTitle(row)
    else if (kind === 'memo') this.#skip(row)
    else if (kind !== 'none') this.#takeTotal(row, kind === 'grand-total')
  }

  /** @param contractMinor What the lines must add up to; null = whatever they do. */
  finish(contractMinor: number | null): void {
    const groups = [...this.#groups.values()]
    const items = makeCodesUnique(this.#items, this.#cells, this.#notes)
    const weights = readWeights(groups, this.#notes)
    if (!this.lines.some(({ kind }) => kind === 'item')) this.#notes.error('import-nothing', {})
    if (items.length > MOST.items || groups.length > MOST.packages) {
      this.#notes.error('import-too-many', {}, { found: items.length, most: MOST.items })
    }
    // While lines are missing, sums say nothing.
    if (!this.#notes.hasErrors) this.checks.finish(contractMinor)
    this.bill = {
      packages: groups.map(({ code, label }, index) => ({ code, label, weightPpm: weights[index] ?? null })),
      items: items.map(({ row: _, ...item }) => item),
    }
  }

  #takeTitle(row: SheetRow): void {
    const ownCode = this.#hasPackages ? this.#cells.text(row, 'package') : this.#cells.text(row, 'code')
    const found = readPackageTitle(ownCode, this.#cells.text(row, 'label'))
    const code = found.code ?? `L${this.#groups.size + 1}`
    this.#cells.fitting(row, 'code', code, MOST.code)
    this.#cells.fitting(row, 'label', found.label, MOST.label)
    const weight = this.#cells.typed(row, 'weight')
    const title: Group = {
      code,
      label: found.label,
      row,
      weight: weight && { row, typed: weight },
      itemCount: 0,
    }
    this.lines.push({ ...NO_LINE, row: row.number, kind: 'package', code, label: found.label })
    if (this.#hasPackages) this.#addGroup(title)
    else this.#title = title
    this.checks.startGroup()
  }

  #addGroup(title: Group): Group {
    const known = this.#groups.get(title.code)
    if (known?.label === title.label) return known
    if (known) {
      const params = { code: title.code, other: known.row?.number ?? null }
      this.#notes.error('import-code-repeated', { row: title.row?.number ?? null }, params)
      return known
    }
    this.#groups.set(title.code, title)
    return title
  }

  #groupOf(row: SheetRow): Group {
    if (this.#hasPackages) {
      const code = this.#cells.required(row, 'package', MOST.code)
      const known = this.#groups.get(code)
      return known ?? this.#addGroup({ code, label: code || '—', row: null, weight: undefined, itemCount: 0 })
    }
    if (this.#title) {
      const group = this.#addGroup(this.#title)
      this.#title = undefined
      this.#current = group
    }
    this.#current ??= this.#addGroup({ ...UNDIVIDED, row: null, weight: undefined, itemCount: 0 })
    return this.#current
  }

  #takeItem(row: SheetRow): void {
    const group = this.#groupOf(row)
    group.itemCount += 1
    const label = this.#cells.required(row, 'label', MOST.label)
    const unit = this.#cells.required(row, 'unit', MOST.unit)
    const quantity = this.#cells.scaled(row, 'quantity', 3)
    const price = this.#cells.scaled(row, 'unitPrice', 2)
    const code = this.#codeOf(row, group)
    const quantityMilli = quantity?.value ?? null
    const unitPriceMinor = price?.value ?? null
    const amountMinor = quantity && price ? this.#amountOf(row, quantity.value, price.value) : null
    this.lines.push({
      row: row.number,
      kind: 'item',
      code,
      label,
      unit,
      quantityMilli,
      unitPriceMinor,
      amountMinor,
    })
    if (quantityMilli === null || unitPriceMinor === null) return
    this.#items.push({ code, packageCode: group.code, label, unit, quantityMilli, unitPriceMinor, row })
  }

  #codeOf(row: SheetRow, group: Group): string {
    const code = this.#cells.fitting(row, 'code', this.#cells.text(row, 'code'), MOST.code)
    if (code !== '') return code
    const made = `${group.code}.${group.itemCount}`
    this.#notes.warn('import-code-made', this.#cells.place(row, 'code'), { code: made })
    return made
  }

  #amountOf(row: SheetRow, quantityMilli: number, unitPriceMinor: number): number | null {
    try {
      const amountMinor = lineAmountMinor(quantityMilli, unitPriceMinor)
      this.checks.addLine(row, amountMinor)
      return amountMinor
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#notes.error('import-too-much', this.#cells.place(row, 'unitPrice'), { value: '' })
      return null
    }
  }

  #takeTotal(row: SheetRow, isGrand: boolean): void {
    const amountMinor = isGrand ? this.checks.addGrandTotal(row) : this.checks.addTotal(row)
    const label = this.#cells.text(row, 'label') || this.#cells.text(row, 'code')
    this.lines.push({ ...NO_LINE, row: row.number, kind: 'total', label, amountMinor })
  }

  #skip(row: SheetRow): void {
    const label = this.#cells.text(row, 'label')
    this.#notes.warn('import-memo-skipped', { row: row.number }, { label: label.slice(0, 60) })
    this.lines.push({ ...NO_LINE, row: row.number, kind: 'skipped', label })
  }
}
