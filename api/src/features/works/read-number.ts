export type DecimalMark = ',' | '.'

/** A number as typed: its digits without marks, and how many of them are decimals. */
export interface TypedNumber {
  readonly isNegative: boolean
  readonly digits: string
  readonly decimals: number
  /** `1.234`: a thousand or one and a bit; read by the column's mark, else as a decimal. */
  readonly isAmbiguous: boolean
}

const CURRENCY_WORDS = /\b(MRU|MRO|UM|EUR|USD|XOF|F ?CFA|HT|HTVA|TTC)\b|[€$]/gi

/**
 * Reads a number as people of two languages type it: `12 345,678`, `1.234,56`, `1,234.56`, `45 000 UM`, `(12)`.
 *
 * @param mark That of the column, where it is known.
 * @returns undefined when it is no number.
 */
export function readNumber(text: string, mark: DecimalMark | undefined): TypedNumber | undefined {
  const bare = text
    .replace(CURRENCY_WORDS, '')
    .replace(/[\s'’]/g, '')
    .replace(/^[−–]/, '-')
  const isNegative = /^-|^\(.+\)$/.test(bare)
  const body = bare.replace(/^[-+(]|\)$/g, '')
  if (!/^[\d.,]*\d[.,]?$/.test(body)) return undefined
  const found = splitAtMark(body, mark)
  if (!found) return undefined
  const { whole, fraction, isAmbiguous } = found
  return { isNegative, digits: `${whole}${fraction}`, decimals: fraction.length, isAmbiguous }
}

interface Split {
  readonly whole: string
  readonly fraction: string
  readonly isAmbiguous: boolean
}

function splitAtMark(body: string, mark: DecimalMark | undefined): Split | undefined {
  const last = Math.max(body.lastIndexOf(','), body.lastIndexOf('.'))
  if (last < 0) return { whole: body, fraction: '', isAmbiguous: false }
  const character = body[last] as DecimalMark
  const count = body.split(character).length - 1
  const hasOther = body.includes(character === ',' ? '.' : ',')
  const fraction = body.slice(last + 1)
  const couldGroup = fraction.length === 3 && last > 0 && last <= 3 && body[0] !== '0'
  const isAmbiguous = count === 1 && !hasOther && couldGroup && mark === undefined
  const isGrouping = count > 1 || (!hasOther && couldGroup && mark !== undefined && mark !== character)
  if (isGrouping) {
    return isGrouped(body, character)
      ? { whole: body.replaceAll(character, ''), fraction: '', isAmbiguous }
      : undefined
  }
  const whole = body.slice(0, last)
  const other = character === ',' ? '.' : ','
  if (hasOther && !isGrouped(whole, other)) return undefined
  return { whole: whole.replaceAll(other, ''), fraction, isAmbiguous }
}

function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...groups] = text.split(separator)
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
}

/** The decimal mark that some number of a column leaves no doubt about. */
export function guessDecimalMark(texts: readonly string[]): DecimalMark | undefined {
  for (const text of texts) {
    const bare = text.replace(CURRENCY_WORDS, '').replace(/[\s'’()+-]/g, '')
    if (!/^[\d.,]+$/.test(bare)) continue
    const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
    if (last < 0) continue
    const mark = bare[last] as DecimalMark
    const other = mark === ',' ? '.' : ','
    if (bare.split(mark).length > 2) return other
    if (bare.includes(other) || bare.length - last - 1 !== 3 || /^0|^.?.{4,}[.,]/.test(bare)) return mark
  }
  return undefined
}

/** As a whole number of `10^-places`, half away from zero. */
export function scaleNumber(
  { isNegative, digits, decimals }: TypedNumber,
  places: number,
): { readonly value: bigint; readonly isRounded: boolean } {
  const unit = 10n ** BigInt(Math.max(0, decimals - places))
  const all = BigInt(digits || '0') * 10n ** BigInt(Math.max(0, places - decimals))
  const size = (2n * all + unit) / (2n * unit)
  return { value: isNegative ? -size : size, isRounded: all % unit !== 0n }
}

/** A number of a spreadsheet, with the fifteen digits that a spreadsheet keeps. */
export function typeNumber(value: number): TypedNumber | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined
  const wholeDigits = Math.trunc(Math.abs(value)).toString().length
  const text = Math.abs(value).toFixed(Math.min(12, 15 - wholeDigits))
  const [whole = '', fraction = ''] = text.replace(/(\.\d*?)0+$/, '$1').split('.')
  return { isNegative: value < 0, digits: whole + fraction, decimals: fraction.length, isAmbiguous: false }
}
