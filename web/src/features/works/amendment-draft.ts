import { isTooLarge, lineAmountMinor } from '@borne/geodata/works/bill-total'
import type { AmountMinor, Bill, BillItem } from '@borne/geodata/works/types'
import type { Language } from '../../ui/language.tsx'
import { readAmount, readQuantity, writeAmount, writeQuantity } from './money.ts'

/** A line of the bill as it is typed; `before` is null where the amendment adds it. */
export interface BillLineDraft {
  readonly key: string
  readonly before: BillItem | null
  readonly code: string
  readonly packageCode: string
  readonly label: string
  readonly unit: string
  readonly quantity: string
  readonly unitPrice: string
  readonly isRemoved: boolean
}

export type BillLineFault = 'missing' | 'notQuantity' | 'notAmount' | 'tooLarge'

/** The bill that holds, as an amendment begins to change it. */
export function draftOfBill({ items }: Bill, language: Language): BillLineDraft[] {
  return items.map((item) => ({
    key: item.code,
    before: item,
    code: item.code,
    packageCode: item.packageCode,
    label: item.label,
    unit: item.unit,
    quantity: writeQuantity(item.quantityMilli, language),
    unitPrice: writeAmount(item.unitPriceMinor, language),
    isRemoved: false,
  }))
}

export function newBillLine({ packages }: Bill): BillLineDraft {
  const packageCode = packages.at(-1)?.code ?? ''
  const texts = { code: '', packageCode, label: '', unit: '', quantity: '', unitPrice: '' }
  return { key: crypto.randomUUID(), before: null, ...texts, isRemoved: false }
}

/** A line as an item of the bill, or what keeps it from being one. */
export function readBillLine(line: BillLineDraft): BillItem | BillLineFault {
  const [code, label, unit] = [line.code, line.label, line.unit].map((text) => text.trim())
  if (!code || !label || !unit) return 'missing'
  const quantityMilli = readQuantity(line.quantity)
  if (quantityMilli === null || quantityMilli < 0) return 'notQuantity'
  const unitPriceMinor = readAmount(line.unitPrice)
  if (unitPriceMinor === null || unitPriceMinor < 0) return 'notAmount'
  const item = { code, packageCode: line.packageCode, label, unit, quantityMilli, unitPriceMinor }
  return isTooLarge(item) ? 'tooLarge' : item
}

/** The bill that is typed, with the key of the line of each item; null while a line cannot be read. */
export function readBillDraft(
  { packages }: Bill,
  lines: readonly BillLineDraft[],
): { readonly bill: Bill; readonly keys: readonly string[] } | null {
  const kept = lines.filter(({ isRemoved }) => !isRemoved)
  const items = kept.map(readBillLine)
  if (!items.every((item) => typeof item === 'object')) return null
  return { bill: { packages, items }, keys: kept.map(({ key }) => key) }
}

/** What the line will be worth; null while it cannot be read. */
export function draftAmountMinor(line: BillLineDraft): AmountMinor | null {
  if (line.isRemoved) return 0
  const item = readBillLine(line)
  return typeof item === 'object' ? lineAmountMinor(item.quantityMilli, item.unitPriceMinor) : null
}
