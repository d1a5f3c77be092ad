import { tellDate } from '../../../platform/tell-date.ts'
import type { Texts } from '../slide-contract.ts'

/** What is not known, or not told, is written so, never 0. */
export const UNKNOWN = '—'
const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/** How one language writes figures, days and lists. */
export interface Tell {
  readonly language: 'fr' | 'en'
  readonly number: (value: number, decimals?: 0 | 1) => string
  /** 46.34 is «46 %». */
  readonly percent: (percent: number) => string
  readonly kilometres: (metres: number) => string
  /** Whole units of the currency. */
  readonly money: (amount: number, currency: string) => string
  readonly day: (day: string | null) => string
  /** `2026-06` or a day of it: «juin 2026». */
  readonly month: (month: string) => string
  readonly list: (items: readonly string[]) => string
  /** «1 poste», «3 postes» */
  readonly count: (count: number, one: string, many: string) => string
  /** One of both texts. */
  readonly of: (texts: Texts) => string
}

const FR = createTell('fr')
const EN = createTell('en')

/** The same said in each language. */
export function tellBoth(tell: (tell: Tell) => string): Texts {
  return { fr: tell(FR), en: tell(EN) }
}

/** A name, which is the same in each language. */
export const sameText = (text: string): Texts => ({ fr: text, en: text })

function createTell(language: 'fr' | 'en'): Tell {
  const isFrench = language === 'fr'
  const locale = isFrench ? 'fr-FR' : 'en-GB'
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale)
  const [whole, tenths] = [0, 1].map(
    (decimals) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  )
  const number = (value: number, decimals: 0 | 1 = 0) => (decimals === 0 ? whole! : tenths!).format(value + 0)
  return {
    language,
    number,
    percent: (percent) => `${number(percent)}${isFrench ? NARROW : ''}%`,
    kilometres: (metres) => `${number(metres / 1000, metres < 99_950 ? 1 : 0)}${NO_BREAK}km`,
    money: (amount, currency) => `${number(amount)}${NO_BREAK}${currency}`,
    day: (day) => (day === null ? UNKNOWN : tellDate(day, language)),
    month: (month) => months.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`)),
    list: (items) => lists.format(items),
    count: (count, one, many) =>
      `${number(count)}${NO_BREAK}${(isFrench ? Math.abs(count) < 2 : count === 1) ? one : many}`,
    of: (texts) => texts[language] || texts[isFrench ? 'en' : 'fr'],
  }
}

/** Charts and figures go into files as they are: no more digits than are told. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10
