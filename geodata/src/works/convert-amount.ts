import { daysBetween } from './days.ts'
import { divideRounded } from './divide-rounded.ts'
import type { AmountMinor, Currency, Day } from './types.ts'

/** What one unit of a currency is worth in ouguiyas from a day on, in millionths: 45 MRU = 45 000 000. */
export interface DatedRate {
  readonly currency: Exclude<Currency, 'MRU'>
  readonly validFrom: Day
  readonly mruMicro: number
}

export type Conversion =
  | { readonly amountMinor: AmountMinor; readonly rates: readonly DatedRate[] }
  | { readonly refusal: 'no-rate'; readonly currency: Currency; readonly on: Day }

const UNIT_MICRO = 1_000_000n

/**
 * An amount in another currency at the rates of a day: those of the day itself, or the latest before it that are not older than stated.
 * Between two foreign currencies it goes through the ouguiya, with one rounding.
 *
 * @param maxAgeDays Older rates do not count.
 * @returns The amount in minor units of `to` with the rates used (none where nothing is converted), or the currency that has no rate that day.
 * @throws RangeError as `daysBetween` and `divideRounded`.
 */
export function convertAmount(
  amountMinor: AmountMinor,
  { from, to, on }: { readonly from: Currency; readonly to: Currency; readonly on: Day },
  { rates, maxAgeDays }: { readonly rates: readonly DatedRate[]; readonly maxAgeDays: number },
): Conversion {
  if (from === to) return { amountMinor, rates: [] }
  const used: DatedRate[] = []
  const worth = { [from]: UNIT_MICRO, [to]: UNIT_MICRO }
  for (const currency of [from, to]) {
    if (currency === 'MRU') continue
    const rate = rateOn(rates, { currency, on, maxAgeDays })
    if (rate === null) return { refusal: 'no-rate', currency, on }
    worth[currency] = BigInt(rate.mruMicro)
    used.push(rate)
  }
  return { amountMinor: divideRounded(BigInt(amountMinor) * worth[from]!, worth[to]!), rates: used }
}

function rateOn(
  rates: readonly DatedRate[],
  { currency, on, maxAgeDays }: { currency: Currency; on: Day; maxAgeDays: number },
): DatedRate | null {
  return rates.reduce<DatedRate | null>((best, rate) => {
    if (rate.currency !== currency || rate.validFrom > on) return best
    if (daysBetween(rate.validFrom, on) > maxAgeDays) return best
    return best === null || rate.validFrom > best.validFrom ? rate : best
  }, null)
}
