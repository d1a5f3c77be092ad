import type { AmountMinor, Currency, Day } from '@borne/geodata/works/types'

/** Documents are in French: the language of contracts and authorities. */
const NARROW = '\u202f'
const NO_BREAK = '\u00a0'
const UNKNOWN = '—'
const DAYS = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** «1er octobre 2026» */
export function tellDay(day: Day | null): string {
  return day === null ? UNKNOWN : DAYS.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ')
}

/** «1 234 567,89», without its currency. */
export function tellAmount(amountMinor: AmountMinor): string {
  const [whole = '', hundredths] = (Math.abs(amountMinor) / 100).toFixed(2).split('.')
  return `${amountMinor < 0 ? '−' : ''}${group(whole)},${hundredths}`
}

export function tellMoney(amountMinor: AmountMinor, currency: Currency): string {
  return `${tellAmount(amountMinor)}${NARROW}${currency}`
}

/** Thousandths of a unit, with as many decimals as there are. */
export function tellQuantity(quantityMilli: number): string {
  const [whole = '', thousandths = ''] = (quantityMilli / 1000).toFixed(3).split('.')
  const decimals = thousandths.replace(/0+$/, '')
  return group(whole) + (decimals && `,${decimals}`)
}

/** 46.34 is «46,3 %». */
export function tellPercent(percent: number | null): string {
  if (percent === null) return UNKNOWN
  const text = percent.toFixed(1).replace(/\.0$/, '').replace('.', ',')
  return `${text}${NARROW}%`
}

/** Shares of the terms: 1 000 millionths are «0,1 %». */
export function tellShare(sharePpm: number): string {
  return `${String(sharePpm / 10_000).replace('.', ',')}${NARROW}%`
}

export function tellDays(days: number | null): string {
  return days === null ? UNKNOWN : `${group(String(days))}${NARROW}${days > 1 ? 'jours' : 'jour'}`
}

/** «2 h 05», «45 min» */
export function tellDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes}${NO_BREAK}min`
  return `${Math.floor(minutes / 60)}${NO_BREAK}h${NO_BREAK}${String(minutes % 60).padStart(2, '0')}`
}

/** «12,4 km», «124 km» */
export function tellKilometres(metres: number): string {
  const kilometres = metres / 1000
  const text =
    kilometres < 100 ? kilometres.toFixed(1).replace('.', ',').replace(/,0$/, '') : kilometres.toFixed(0)
  return `${text}${NO_BREAK}km`
}

export const orUnknown = (text: string | null | undefined): string => text || UNKNOWN

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW)
}
