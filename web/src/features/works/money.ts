import type { AmountMinor, Currency } from '@borne/geodata/works/types'
import { type Language, useLanguage } from '../../ui/language.tsx'

const NARROW = '\u202f'
const UNKNOWN = '—'

export interface MoneyFormats {
  /** «8 100 000,00 MRU» */
  exact(minor: AmountMinor | null | undefined, currency: Currency): string
  /** «8,1 M MRU», «62 k EUR»: where a list compares */
  short(minor: AmountMinor | null | undefined, currency: Currency): string
  /** Without its currency, for a column whose head names it: «8 100 000,00» */
  plain(minor: AmountMinor | null | undefined): string
}

export function useMoney(): MoneyFormats {
  return FORMATS[useLanguage().language]
}

export function createMoneyFormats(language: Language): MoneyFormats {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  const plain = (minor: AmountMinor | null | undefined) =>
    minor === null || minor === undefined ? UNKNOWN : exact.format(minor / 100)
  const shorten = (units: number) => {
    const size = Math.abs(units)
    if (size >= 999_500) return `${short.format(units / 1_000_000)}${NARROW}M`
    if (size >= 9_995) return `${short.format(units / 1_000)}${NARROW}k`
    return short.format(Math.round(units))
  }
  return {
    plain,
    exact: (minor, currency) =>
      minor === null || minor === undefined ? UNKNOWN : `${plain(minor)}${NARROW}${currency}`,
    short: (minor, currency) =>
      minor === null || minor === undefined ? UNKNOWN : `${shorten(minor / 100)}${NARROW}${currency}`,
  }
}

const FORMATS = { fr: createMoneyFormats('fr'), en: createMoneyFormats('en') }

/** What a person types as an amount («1 250 000,50») in minor units; null when it is none. */
export function readAmount(typed: string): AmountMinor | null {
  return readDecimal(typed, 2)
}

/** What a person types as a quantity («12,5») in thousandths; null when it is none. */
export function readQuantity(typed: string): number | null {
  return readDecimal(typed, 3)
}

/** Thousandths as a person types them: 12500 → «12,5». */
export function writeQuantity(milli: number, language: Language): string {
  const text = String(milli / 1000)
  return language === 'fr' ? text.replace('.', ',') : text
}

/** Minor units as a person types them: 125050 → «1250,50». */
export function writeAmount(minor: AmountMinor, language: Language): string {
  const text = minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2)
  return language === 'fr' ? text.replace('.', ',') : text
}

/** What a person types in percent («0,1») in millionths; null when it is none, or has more than four decimals. */
export function readShare(typed: string): number | null {
  return readDecimal(typed, 4)
}

/** Millionths as a person types them in percent: 1000 → «0,1». */
export function writeShare(ppm: number, language: Language): string {
  return writeDecimal(ppm, 4, language)
}

/** Millionths as they are read: 1000 → «0,1 %». */
export function tellShare(ppm: number, language: Language): string {
  return `${writeShare(ppm, language)}${language === 'fr' ? NARROW : ''}%`
}

/** A whole number of the smallest units as a person types it, without zeros at its end: (1500, 3) → «1,5». */
export function writeDecimal(value: number, decimals: number, language: Language): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const rest = digits.slice(-decimals).replace(/0+$/, '')
  const mark = language === 'fr' ? ',' : '.'
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${rest && mark}${rest}`
}

/** What a person types as a decimal, in whole units of its last place: («1,5», 3) → 1500; null when it is none. */
export function readDecimal(typed: string, decimals: number): number | null {
  const found = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(typed.replace(/[\s\u00a0\u202f]/g, ''))
  if (!found) return null
  const [, sign, whole = '0', rest = ''] = found
  if (rest.length > decimals) return null
  const value = Number(whole + rest.padEnd(decimals, '0'))
  return Number.isSafeInteger(value) ? (sign ? -value : value) : null
}
