import type { AmountMinor } from './types.ts'

const MILLION = 1_000_000n

/**
 * A quotient as a whole number, half away from zero: the one rounding of a product of amounts, quantities and shares.
 *
 * @throws RangeError if the divisor is 0, or if the quotient is too large to be exact as a number.
 */
export function divideRounded(dividend: bigint, divisor: bigint): number {
  if (divisor === 0n) throw new RangeError('division by zero')
  const isNegative = dividend < 0n !== divisor < 0n
  const [above, below] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const quotient = Number((2n * above + below) / (2n * below))
  if (!Number.isSafeInteger(quotient)) throw new RangeError(`too large to be exact: ${quotient}`)
  return isNegative && quotient !== 0 ? -quotient : quotient
}

/** A share of an amount: `amountMinor` × `sharePpm` millionths, rounded once. @throws RangeError as `divideRounded`. */
export function shareOf(amountMinor: AmountMinor, sharePpm: number): AmountMinor {
  return divideRounded(BigInt(amountMinor) * BigInt(sharePpm), MILLION)
}

/** What `part` is of `whole` in percent, with at most four decimals; 0 where the whole is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : divideRounded(BigInt(part) * MILLION, BigInt(whole)) / 10_000
}

/**
 * Splits a total by weights into whole parts that add up to it: the largest remainders get what rounding down left over.
 *
 * @param total Whole, may be negative.
 * @param weights Whole, none negative; all 0 = equal parts.
 * @returns A part for each weight; none for no weights.
 * @see Hamilton's method of apportionment (largest remainder).
 */
export function splitByWeights(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return weights.length === 0 ? [] : splitByWeights(total, Array(weights.length).fill(1))
  const sign = total < 0 ? -1n : 1n
  const size = BigInt(total) * sign
  const parts = weights.map((weight) => (size * BigInt(weight)) / sum)
  const remainders = weights.map((weight, index) => ({ index, rest: (size * BigInt(weight)) % sum }))
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  const left = Number(size - parts.reduce((all, part) => all + part, 0n))
  for (const { index } of remainders.slice(0, left)) parts[index] = parts[index]! + 1n
  return parts.map((part) => (part === 0n ? 0 : Number(part * sign)))
}
