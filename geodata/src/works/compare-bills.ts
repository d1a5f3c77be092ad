import { lineAmountMinor } from './bill-total.ts'
import type { AmountMinor, Bill, BillItem } from './types.ts'

export type BillChange = 'same' | 'changed' | 'added' | 'removed'

/** One item as it was and as it is; null where it was not, or is no more. */
export interface BillDifference {
  readonly code: string
  readonly change: BillChange
  readonly before: BillItem | null
  readonly after: BillItem | null
  readonly beforeMinor: AmountMinor
  readonly afterMinor: AmountMinor
}

/**
 * Holds a bill of quantities against the one before it, item by item; an item is known by its code.
 *
 * @param before What held so far; null where there was none.
 * @returns The items of `after` in their order, then those that are no more, in the order of `before`. Amounts are those
 *   of the lines as they are shown, in minor units, without taxes.
 * @throws RangeError where a line is too large to be worked out, as `lineAmountMinor`.
 */
export function compareBills(before: Bill | null, after: Bill): BillDifference[] {
  const old = new Map(before?.items.map((item) => [item.code, item]))
  const kept = new Set(after.items.map(({ code }) => code))
  const gone = (before?.items ?? []).filter(({ code }) => !kept.has(code))
  return [
    ...after.items.map((item) => difference(old.get(item.code) ?? null, item)),
    ...gone.map((item) => difference(item, null)),
  ]
}

function difference(before: BillItem | null, after: BillItem | null): BillDifference {
  return {
    code: (after ?? before)?.code ?? '',
    change: changeOf(before, after),
    before,
    after,
    beforeMinor: amountOf(before),
    afterMinor: amountOf(after),
  }
}

function changeOf(before: BillItem | null, after: BillItem | null): BillChange {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  const isSame =
    before.packageCode === after.packageCode &&
    before.label === after.label &&
    before.unit === after.unit &&
    before.quantityMilli === after.quantityMilli &&
    before.unitPriceMinor === after.unitPriceMinor
  return isSame ? 'same' : 'changed'
}

function amountOf(item: BillItem | null): AmountMinor {
  return item === null ? 0 : lineAmountMinor(item.quantityMilli, item.unitPriceMinor)
}
