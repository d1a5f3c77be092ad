import type { AmountMinor, Currency } from '@borne/geodata/works/types'

const TO_SIXTEEN = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
] as const
const TENS = ['', 'dix', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'] as const

/**
 * A whole number in French words, as on a cheque: hyphens below a hundred only, «mille» without a plural, «vingt» and «cent»
 * with one where nothing follows that is a number.
 *
 * @param number From 0 to 999 999 999 999.
 * @throws RangeError outside of it.
 */
export function numberInWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= 1e12)
    throw new RangeError(`not in words: ${number}`)
  if (number === 0) return TO_SIXTEEN[0]
  const billions = Math.floor(number / 1e9)
  const millions = Math.floor(number / 1e6) % 1000
  const thousands = Math.floor(number / 1000) % 1000
  const rest = number % 1000
  return [
    ...(billions > 0 ? [belowThousand(billions, true), billions > 1 ? 'milliards' : 'milliard'] : []),
    ...(millions > 0 ? [belowThousand(millions, true), millions > 1 ? 'millions' : 'million'] : []),
    ...(thousands > 1 ? [belowThousand(thousands, false)] : []),
    ...(thousands > 0 ? ['mille'] : []),
    ...(rest > 0 ? [belowThousand(rest, true)] : []),
  ].join(' ')
}

/** `isLast`: nothing follows, or only a noun such as «millions»: «quatre-vingts», but «quatre-vingt mille». */
function belowThousand(number: number, isLast: boolean): string {
  const hundreds = Math.floor(number / 100)
  const rest = number % 100
  const plural = hundreds > 1 && rest === 0 && isLast ? 's' : ''
  const words = [
    ...(hundreds > 1 ? [TO_SIXTEEN[hundreds]] : []),
    ...(hundreds > 0 ? [`cent${plural}`] : []),
    ...(rest > 0 ? [belowHundred(rest, isLast)] : []),
  ]
  return words.join(' ')
}

function belowHundred(number: number, isLast: boolean): string {
  if (number <= 16) return TO_SIXTEEN[number] ?? ''
  if (number >= 80) {
    const rest = number - 80
    if (rest === 0) return isLast ? 'quatre-vingts' : 'quatre-vingt'
    return `quatre-vingt-${belowHundred(rest, isLast)}`
  }
  // Sixty counts on to seventy-nine.
  const tens = number >= 60 ? 6 : Math.floor(number / 10)
  const rest = number - tens * 10
  if (rest === 0) return TENS[tens] ?? ''
  const joint = (rest === 1 || rest === 11) && tens > 1 ? ' et ' : '-'
  return `${TENS[tens]}${joint}${belowHundred(rest, isLast)}`
}

interface CurrencyWords {
  readonly one: string
  readonly many: string
  /** After «million»: «d’euros». */
  readonly ofMany: string
  readonly isFeminine: boolean
  readonly hundredth: string
  readonly hundredths: string
}

const CURRENCY_WORDS: Readonly<Record<Currency, CurrencyWords>> = {
  MRU: {
    one: 'ouguiya',
    many: 'ouguiyas',
    ofMany: 'd’ouguiyas',
    isFeminine: true,
    hundredth: 'centième',
    hundredths: 'centièmes',
  },
  EUR: {
    one: 'euro',
    many: 'euros',
    ofMany: 'd’euros',
    isFeminine: false,
    hundredth: 'centime',
    hundredths: 'centimes',
  },
  USD: {
    one: 'dollar des États-Unis',
    many: 'dollars des États-Unis',
    ofMany: 'de dollars des États-Unis',
    isFeminine: false,
    hundredth: 'cent',
    hundredths: 'cents',
  },
}

/** «deux millions d’ouguiyas», «vingt et un euros et cinquante centimes». @throws RangeError as `numberInWords`. */
export function amountInWords(amountMinor: AmountMinor, currency: Currency): string {
  if (amountMinor < 0) return `moins ${amountInWords(-amountMinor, currency)}`
  const words = CURRENCY_WORDS[currency]
  const whole = Math.floor(amountMinor / 100)
  const hundredths = amountMinor % 100
  const name = whole > 0 && whole % 1_000_000 === 0 ? words.ofMany : whole < 2 ? words.one : words.many
  const number = numberInWords(whole).replace(/\bun$/, words.isFeminine ? 'une' : 'un')
  const rest =
    hundredths === 0
      ? ''
      : ` et ${numberInWords(hundredths)} ${hundredths > 1 ? words.hundredths : words.hundredth}`
  return `${number} ${name}${rest}`
}
