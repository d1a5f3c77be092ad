import type { Language } from './problem-catalogue.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/

const DATES: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: dateFormat('fr-FR'),
  en: dateFormat('en-GB'),
}

/**
 * A day or a moment of ISO 8601 as people write it: «4 nov. 2026», «4 nov. 2026 à 08:05». Mauritania keeps Greenwich’s
 * time. Anything else, a day that no calendar has among it, stays as it is.
 */
export function tellDate(value: string, language: Language): string {
  const isDay = DAY.test(value)
  if (!isDay && !INSTANT.test(value)) return value
  const moment = new Date(value)
  // 30 February is read as 2 March.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== value.slice(0, 10)) return value
  const date = DATES[language].format(moment)
  const day = language === 'fr' ? date.replace(/^1 /, '1er ') : date
  if (isDay) return day
  return `${day}${language === 'fr' ? ' à ' : ', '}${value.slice(11, 16)}`
}

function dateFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}
