/** What may stand between the digits of one number: spaces of every width, apostrophes, points, commas, marks of emphasis. */
const BETWEEN = /^[\s\u00a0\u2000-\u200a\u202f\u205f'’.,_*]{0,5}$/u
const MOST_GROUPS = 7
const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:milliards?|mrd|md|billions?|bn|مليار)(?![\p{L}\p{N}])/iu, 1e9],
  [/^(?:millions?|mio|mln|m|مليون)(?![\p{L}\p{N}])/iu, 1e6],
  [/^(?:milliers?|mille|thousands?|k|ألف)(?![\p{L}\p{N}])/iu, 1e3],
]
const CURRENCY = 'mru|mro|um|ouguiyas?|أوقية|eur|euros?|€|usd|us\\$|\\$|dollars?|xof|f\\s?cfa|cfa|£|gbp'
const CURRENCY_AFTER = new RegExp(`^(?:d[’'e]\\s?)?(?:${CURRENCY})(?![\\p{L}\\p{N}])`, 'iu')
const CURRENCY_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CURRENCY})$`, 'iu')
const LONGEST_WORD = 24
/** Below, a number is more often a count than an amount. */
const LEAST_AMOUNT = 1000
/** One digit says that little. */
const ROUNDED_SHARE = 0.05

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Amounts of money in a text: each with a currency where no amount may be told, and each number that is a withheld amount. */
export function findAmounts(
  text: string,
  { amounts, isMoneyWithheld }: { readonly amounts: readonly number[]; readonly isMoneyWithheld: boolean },
): Stretch[] {
  const secret = amounts
    .map(Math.abs)
    .filter((amount) => amount >= LEAST_AMOUNT)
    .sort((a, b) => a - b)
  if (!isMoneyWithheld && secret.length === 0) return []
  const groups = [...text.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    from: index,
    to: index + digits.length,
  }))
  return groups.flatMap(({ from }, first) => {
    const ends = groups.slice(first, first + MOST_GROUPS)
    const last = ends.findLast(
      ({ to }, place) =>
        isOneNumber(text, ends, place) && isSecretNumber(text, from, to, secret, isMoneyWithheld),
    )
    return last ? [{ from, to: last.to }] : []
  })
}

function isOneNumber(text: string, groups: readonly Stretch[], last: number): boolean {
  return groups
    .slice(1, last + 1)
    .every((group, before) => BETWEEN.test(text.slice(groups[before]!.to, group.from)))
}

function isSecretNumber(
  text: string,
  from: number,
  to: number,
  secret: readonly number[],
  isMoneyWithheld: boolean,
): boolean {
  const after = text.slice(to, to + LONGEST_WORD).trimStart()
  const scale = MULTIPLIERS.find(([word]) => word.test(after))
  const rest = scale ? after.replace(scale[0], '').trimStart() : after
  const before = text.slice(Math.max(0, from - LONGEST_WORD), from).trimEnd()
  const isAmount = CURRENCY_AFTER.test(rest) || CURRENCY_BEFORE.test(before)
  if (isMoneyWithheld && isAmount) return true
  return readNumber(text.slice(from, to), scale?.[1] ?? 1, isAmount).some(({ value, tolerance }) => {
    const next = secret[firstAtLeast(secret, value - tolerance)]
    return next !== undefined && next <= value + tolerance
  })
}

/**
 * What the digits may mean: all of them, or the last one to three as decimals; and how far the amount that was meant
 * may be from what is written, by rounding.
 */
function readNumber(
  number: string,
  scale: number,
  isAmount: boolean,
): { readonly value: number; readonly tolerance: number }[] {
  const digits = number.replace(/\D/g, '')
  const decimals = /[.,](\d{1,3})$/.exec(number)?.[1]?.length ?? 0
  return [...new Set([0, decimals])].map((places) => {
    const value = (Number(digits) / 10 ** places) * scale
    const zeros = places === 0 && isAmount ? (/0*$/.exec(digits)?.[0].length ?? 0) : 0
    const unit = scale * 10 ** (zeros - places)
    return { value, tolerance: Math.max(1, Math.min(unit / 2, value * ROUNDED_SHARE)) }
  })
}

/** The place of the first that is not below; the list is in order. */
function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
