import { toUtm } from '@borne/geodata/geometry/utm'
import { type Language, useLanguage } from './language.tsx'

/** What is not known is written so, never 0. */
export const UNKNOWN = '—'
const NARROW = '\u202f'

type Maybe<T> = T | null | undefined
type LonLat = readonly [number, number]

export interface Formats {
  /** «850 m», «12,4 km», «232 km» */
  distance(metres: Maybe<number>): string
  /** «45 min», «1 h 05» */
  duration(seconds: Maybe<number>): string
  /** «8,4 L», «232 L» */
  litres(litres: Maybe<number>): string
  /** 'YYYY-MM-DD' → «12 oct. 2026» */
  day(day: Maybe<string>): string
  /** ISO instant → «12 oct. 2026, 14:05», local time */
  instant(iso: Maybe<string>): string
  /** ISO instant → «il y a 3 heures»; put `instant` in the title beside it */
  relative(iso: Maybe<string>, now?: number): string
  number(value: Maybe<number>, decimals?: number): string
  /** Share 0–1 → «45 %» */
  percent(share: Maybe<number>, decimals?: number): string
  area(squareKilometres: Maybe<number>): string
  bytes(bytes: Maybe<number>): string
  /** Decimal degrees, latitude first as on paper: «15,15850° N, 12,18340° O» */
  position(position: Maybe<LonLat>): string
  /** «28P 802750 1677610» */
  utm(position: Maybe<LonLat>): string
  /** «Ghabou, Gouraye et Wompou» */
  list(items: readonly string[]): string
}

export function useFormats(): Formats {
  return FORMATS[useLanguage().language]
}

export function createFormats(language: Language): Formats {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const number = numberFormat(locale)
  const unit = (value: number, decimals: number, name: string) =>
    `${number(value, decimals, decimals)}${NARROW}${name}`
  const dates = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const lists = new Intl.ListFormat(locale)
  // French counts the first day of a month and no other.
  const ordinal = (date: string) => (language === 'fr' ? date.replace(/^1 /, '1er ') : date)
  const points = language === 'fr' ? ['N', 'S', 'E', 'O'] : ['N', 'S', 'E', 'W']

  return {
    distance: known((metres: number) => {
      if (Math.round(metres) < 1000) return unit(metres, 0, 'm')
      const kilometres = metres / 1000
      return unit(kilometres, kilometres < 99.95 ? 1 : 0, 'km')
    }),
    duration: known((seconds: number) => {
      const minutes = Math.round(seconds / 60)
      if (minutes < 60) return unit(minutes, 0, 'min')
      const rest = String(minutes % 60).padStart(2, '0')
      const hours = unit(Math.floor(minutes / 60), 0, 'h')
      return language === 'fr' ? `${hours}${NARROW}${rest}` : `${hours}${NARROW}${rest}${NARROW}min`
    }),
    litres: known((litres: number) => unit(litres, litres < 99.95 ? 1 : 0, 'L')),
    day: known((day: string) => ordinal(formatDate(dates, day))),
    instant: known((iso: string) => ordinal(formatDate(instants, iso))),
    relative: (iso, now = Date.now()) =>
      known((text: string) => relative(relatives, Date.parse(text) - now))(iso),
    number: (value, decimals = 0) => known((v: number) => number(v, decimals))(value),
    percent: (share, decimals = 0) =>
      known((s: number) => `${number(s * 100, decimals)}${language === 'fr' ? NARROW : ''}%`)(share),
    area: known((squareKilometres: number) => unit(squareKilometres, 0, 'km²')),
    bytes: known((bytes: number) => formatBytes(bytes, language, unit)),
    position: known(([longitude, latitude]: LonLat) => {
      const north = `${number(Math.abs(latitude), 5, 5)}°${NARROW}${points[latitude < 0 ? 1 : 0]}`
      const east = `${number(Math.abs(longitude), 5, 5)}°${NARROW}${points[longitude < 0 ? 3 : 2]}`
      return `${north}, ${east}`
    }),
    utm: known((position: LonLat) => {
      const at = toUtm([position[0], position[1]])
      if (!at) return UNKNOWN
      return `${at.zone}${at.band} ${Math.round(at.eastingMetres)} ${Math.round(at.northingMetres)}`
    }),
    list: (items) => lists.format(items),
  }
}

function known<T>(format: (value: T) => string): (value: Maybe<T>) => string {
  return (value) => {
    if (value === null || value === undefined) return UNKNOWN
    return typeof value === 'number' && !Number.isFinite(value) ? UNKNOWN : format(value)
  }
}

/** One formatter per precision: they are slow to make. */
function numberFormat(locale: string) {
  const cache = new Map<string, Intl.NumberFormat>()
  return (value: number, most: number, least = 0): string => {
    const key = `${most} ${least}`
    const format =
      cache.get(key) ??
      new Intl.NumberFormat(locale, { maximumFractionDigits: most, minimumFractionDigits: least })
    cache.set(key, format)
    return format.format(value === 0 ? 0 : value)
  }
}

function formatDate(format: Intl.DateTimeFormat, text: string): string {
  const time = Date.parse(text)
  return Number.isNaN(time) ? UNKNOWN : format.format(time)
}

const STEPS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

function relative(format: Intl.RelativeTimeFormat, milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return UNKNOWN
  const [name, length] =
    STEPS.find(([, step]) => Math.abs(milliseconds) >= step) ?? (['second', 60_000] as const)
  return name === 'second'
    ? format.format(0, 'second')
    : format.format(Math.trunc(milliseconds / length), name)
}

function formatBytes(
  bytes: number,
  language: Language,
  unit: (value: number, decimals: number, name: string) => string,
): string {
  const names = language === 'fr' ? ['o', 'ko', 'Mo', 'Go', 'To'] : ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let step = 0
  while (value >= 999.5 && step < names.length - 1) {
    value /= 1000
    step += 1
  }
  return unit(value, step > 0 && value < 10 ? 1 : 0, names[step]!)
}

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') }
