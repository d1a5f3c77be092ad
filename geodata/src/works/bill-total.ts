import { divideRounded } from './divide-rounded.ts'
import type { AmountMinor, Bill, BillItem } from './types.ts'

/** A line of a bill: quantity in thousandths × unit price, rounded as the line shows it. @throws RangeError as `divideRounded`. */
export function lineAmountMinor(quantityMilli: number, unitPriceMinor: AmountMinor): AmountMinor {
  return divideRounded(BigInt(quantityMilli) * BigInt(unitPriceMinor), 1000n)
}

/** The sum of the lines as they are shown, without taxes. @throws RangeError as `divideRounded`. */
export function billTotalMinor({ items }: Bill): AmountMinor {
  return items.reduce(
    (total, { quantityMilli, unitPriceMinor }) => total + lineAmountMinor(quantityMilli, unitPriceMinor),
    0,
  )
}

/** Hundreds of such amounts still add up exactly as numbers. */
const MOST_MINOR = 9_000_000_000_000n

/** Whether a line is worth more than is ever meant, and sums of such lines would not be exact. */
export function isTooLarge({ quantityMilli, unitPriceMinor }: BillItem): boolean {
  return BigInt(quantityMilli) * BigInt(unitPriceMinor) > MOST_MINOR * 1000n
}
