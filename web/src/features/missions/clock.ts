import type { Language } from '../../ui/language.tsx'

/** ISO instant → «07:30», as the clock in Mauritania shows it, which keeps Greenwich's time. */
export function clockTime(iso: string): string {
  const rounded = new Date(Math.round(Date.parse(iso) / 60_000) * 60_000)
  return Number.isNaN(rounded.getTime()) ? '—' : rounded.toISOString().slice(11, 16)
}

/** '2026-12-01' → «mar. 1er déc.» */
export function shortDay(date: string, language: Language): string {
  const text = FORMATS[language].format(Date.parse(date))
  // French counts the first day of a month and no other.
  return language === 'fr' ? text.replace(/ 1 /, ' 1er ') : text
}

const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
const FORMATS: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', options),
  en: new Intl.DateTimeFormat('en-GB', options),
}

/** ISO weekdays, Monday is 1 → «lun.», «mar.» */
export function weekdayNames(weekdays: readonly number[], language: Language): string[] {
  // 1 January 2024 was a Monday.
  return weekdays.map((day) => WEEKDAYS[language].format(Date.UTC(2024, 0, day)))
}

const WEEKDAYS: Record<Language, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
}
