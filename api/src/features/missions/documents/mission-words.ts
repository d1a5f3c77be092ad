import type { TimedLeg } from '@borne/geodata/itinerary/mission-types'
import type { Ground } from '@borne/geodata/road-network/road-codes'
import { tellDay, tellKilometres } from '../../../platform/documents/french-words.ts'
import type { MissionStatus } from '../contract.ts'

export { tellDuration, tellKilometres } from '../../../platform/documents/french-words.ts'

const NARROW = '\u202f'
const NO_BREAK = '\u00a0'

/** «07:30»: Mauritania keeps Greenwich’s time. */
export function tellClock(instant: string | null): string {
  return instant === null ? '—' : instant.slice(11, 16)
}

export function tellLitres(litres: number): string {
  return `${Math.ceil(litres)}${NO_BREAK}l`
}

/** «du 5 au 7 décembre 2026», «du 30 novembre 2026 au 2 décembre 2026», «le 5 décembre 2026» */
export function tellSpan(from: string, until: string): string {
  if (from === until) return `le ${tellDay(from)}`
  const isOneMonth = from.slice(0, 7) === until.slice(0, 7)
  return `du ${isOneMonth ? tellDay(from).split(' ')[0] : tellDay(from)} au ${tellDay(until)}`
}

const WEEKDAYS = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' })
/** «lundi 7 décembre 2026» */
export function tellWeekday(day: string): string {
  return `${WEEKDAYS.format(new Date(`${day}T00:00:00Z`))} ${tellDay(day)}`
}

/** «15,16050° N, 12,18130° O»: as a GPS unit takes it. */
export function tellPosition([lon, lat]: readonly [number, number]): string {
  const degrees = (value: number) => `${Math.abs(value).toFixed(5).replace('.', ',')}°`
  return `${degrees(lat)}${NARROW}${lat < 0 ? 'S' : 'N'}, ${degrees(lon)}${NARROW}${lon < 0 ? 'O' : 'E'}`
}

/** «passe par Gué de Boully (imposé)»; nothing where the quickest way is taken. */
export function tellVia({ via = [] }: Pick<TimedLeg, 'via'>): string {
  const passed = via.flatMap(({ name, passes }) => (passes ? [name ?? tellPosition(passes)] : []))
  if (passed.length === 0) return ''
  return `passe par ${passed.join(', puis ')} (imposé)`
}

/** «bitume 12 km, piste 30 km», the longest first. */
export function tellGrounds(groundMetres: Partial<Record<Ground, number>>): string {
  const words = new Map<string, number>()
  for (const [ground, metres] of Object.entries(groundMetres)) {
    const word = GROUND_WORDS[ground as Ground]
    words.set(word, (words.get(word) ?? 0) + metres)
  }
  return [...words]
    .filter(([, metres]) => metres >= 50)
    .sort((a, b) => b[1] - a[1])
    .map(([word, metres]) => `${word} ${tellKilometres(metres)}`)
    .join(', ')
}

const GROUND_WORDS: Readonly<Record<Ground, string>> = {
  unknown: 'revêtement inconnu',
  paved: 'bitume',
  gravel: 'latérite',
  earth: 'terre',
  sand: 'sable',
  rock: 'rocher',
  water: 'bac ou eau',
}

export const STATUS_WORDS: Readonly<Record<MissionStatus, string>> = {
  draft: 'brouillon',
  submitted: 'soumise, en attente d’autorisation',
  refused: 'refusée',
  cleared: 'autorisée',
  'under-way': 'en cours',
  done: 'terminée',
}
