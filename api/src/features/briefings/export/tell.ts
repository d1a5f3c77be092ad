import type { Language } from '../../../platform/problem-catalogue.ts'
import type { PresentedFigure, PresentedSlide } from '../presentation-contract.ts'
import type { Texts } from '../slide-contract.ts'

const UNKNOWN = '—'
const NARROW = '\u202f'
type Unit = PresentedFigure['unit']

/** How texts, numbers and days are said in a file of one language. */
export interface Teller {
  readonly language: Language
  readonly words: Words
  /** What is not written in this language yet is told in the other. */
  text(texts: Texts): string
  /** With its unit; money and kilometres as they are, shares as «61,4 %». */
  value(value: number | null, unit: Unit | null): string
  /** Without a unit, for axes. */
  number(value: number): string
  day(day: string): string
  /** The day of a moment, in UTC. */
  instant(instant: string): string
}

const FR = {
  attribution: 'Fond de carte : © les contributeurs d’OpenStreetMap, ODbL 1.0',
  after: 'Après',
  archived: 'Un élément montré ici a été archivé depuis.',
  before: 'Avant',
  chartAlternative: 'Graphique',
  cover: 'Couverture',
  credits: 'Crédits',
  demonstration: 'DÉMONSTRATION : données fictives',
  frozen: (day: string) => `Figé au ${day}`,
  hiddenMap: 'La carte n’est pas dessinée : le serveur n’a pas de navigateur Chromium.',
  leftOut: (count: number) => `et ${count} autre${count > 1 ? 's' : ''} ligne${count > 1 ? 's' : ''}`,
  legend: 'Légende',
  made: (day: string) => `Établi le ${day}`,
  map: 'Carte',
  missingPhoto: 'La photo n’a pas été trouvée.',
  next: 'Suivante',
  of: 'sur',
  on: (day: string) => `Situation au ${day}`,
  previous: 'Précédente',
  slideshow: 'Diaporama',
  sources: (list: string) => `Sources : ${list}`,
  story: 'Lire en continu',
  swipe: 'Part de la vue d’avant',
  taken: (day: string) => `Photo du ${day}`,
  north: 'N',
}
export type Words = typeof FR
const EN: Words = {
  attribution: 'Base map: © OpenStreetMap contributors, ODbL 1.0',
  after: 'After',
  archived: 'Something shown here was archived since.',
  before: 'Before',
  chartAlternative: 'Chart',
  cover: 'Cover',
  credits: 'Credits',
  demonstration: 'DEMONSTRATION: fictional data',
  frozen: (day) => `Frozen at ${day}`,
  hiddenMap: 'The map is not drawn: the server has no Chromium browser.',
  leftOut: (count) => `and ${count} more ${count > 1 ? 'rows' : 'row'}`,
  legend: 'Legend',
  made: (day) => `Made on ${day}`,
  map: 'Map',
  missingPhoto: 'The photo was not found.',
  next: 'Next',
  of: 'of',
  on: (day) => `As of ${day}`,
  previous: 'Previous',
  slideshow: 'Slideshow',
  sources: (list) => `Sources: ${list}`,
  story: 'Read as a page',
  swipe: 'Share of the earlier view',
  taken: (day) => `Photo of ${day}`,
  north: 'N',
}

export function tellIn(language: Language): Teller {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const words = language === 'fr' ? FR : EN
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const day = (told: string) => {
    const text = days.format(new Date(`${told}T00:00:00Z`))
    return language === 'fr' ? text.replace(/^1 /, '1er ') : text
  }
  // French sets the sign of the percent off; other units are set off in both.
  const unitText = (unit: Unit): string => {
    if (unit === 'percent') return language === 'fr' ? `${NARROW}%` : '%'
    if (unit === 'kilometres') return `${NARROW}km`
    if (unit === 'days') return `${NARROW}${language === 'fr' ? 'j' : 'd'}`
    return unit === 'count' || unit === 'people' ? '' : `${NARROW}${unit}`
  }
  return {
    language,
    words,
    text: (texts) => texts[language] || texts[language === 'fr' ? 'en' : 'fr'],
    value: (value, unit) => {
      if (value === null || !Number.isFinite(value)) return UNKNOWN
      const hasDecimals = unit === 'percent' || unit === 'kilometres' || unit === null
      return (hasDecimals ? numbers : whole).format(value) + (unit === null ? '' : unitText(unit))
    },
    number: (value) => numbers.format(value),
    day,
    instant: (instant) => day(instant.slice(0, 10)),
  }
}

/** When a slide tells of, and what became of it since. */
export function tellMoment(slide: PresentedSlide, { words, day }: Teller): string {
  const on = slide.isFrozen ? words.frozen(day(slide.on)) : words.on(day(slide.on))
  return slide.isOfArchived ? `${on} · ${words.archived}` : on
}
