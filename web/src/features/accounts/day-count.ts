import type { Language } from '../../ui/language.tsx'

const FORMATS = {
  fr: new Intl.NumberFormat('fr-FR', { style: 'unit', unit: 'day', unitDisplay: 'long' }),
  en: new Intl.NumberFormat('en-GB', { style: 'unit', unit: 'day', unitDisplay: 'long' }),
}

/** «30 jours»; «—» for a number that is not known yet. */
export function dayCount(language: Language, days: number | undefined): string {
  return days === undefined ? '—' : FORMATS[language].format(days)
}
