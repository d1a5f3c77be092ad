import { POPULATION_UNCERTAINTY } from '@borne/geodata/coverage/count-population'
import { tellDay, tellDuration, tellKilometres, tellPercent } from '../../platform/documents/french-words.ts'
import type { Language } from '../../platform/problems.ts'

const NO_BREAK = '\u00a0'
const UNCERTAINTY = Math.round(100 * POPULATION_UNCERTAINTY)
const ENGLISH_DAYS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** How figures are written. */
export interface Tell {
  readonly day: (day: string) => string
  readonly kilometres: (metres: number) => string
  readonly duration: (seconds: number) => string
  readonly share: (share: number) => string
  readonly count: (count: number) => string
}

export const TELL: Readonly<Record<Language, Tell>> = {
  fr: {
    day: tellDay,
    kilometres: tellKilometres,
    duration: tellDuration,
    share: (share) => tellPercent(100 * share),
    count: (count) => new Intl.NumberFormat('fr-FR').format(Math.round(count)),
  },
  en: {
    day: (day) => ENGLISH_DAYS.format(new Date(`${day}T00:00:00Z`)),
    kilometres: (metres) => tellKilometres(metres).replace(',', '.'),
    duration: tellDuration,
    share: (share) => `${(100 * share).toFixed(1).replace(/\.0$/, '')}%`,
    count: (count) => new Intl.NumberFormat('en-GB').format(Math.round(count)),
  },
}

/** What stands on the page, but for its figures. */
export interface EvidenceWords {
  readonly title: (minutes: number) => string
  readonly dry: string
  readonly onRoadAlone: (metres: string) => string
  readonly offRoad: (metres: string, kmh: number) => string
  readonly withUnconfirmed: string
  readonly changes: (count: number) => string
  readonly border: string
  readonly ofTotal: (reached: string, total: string, share: string) => string
  readonly segments: string
  readonly gaps: string
  readonly noGap: string
  readonly gap: (length: string, segment: string, from: string, to: string) => string
  readonly nobody: string
  readonly soonest: (post: string, duration: string) => string
  readonly people: string
  readonly population: (known: string, low: string, high: string, unknown: number) => string
  readonly crossings: (watched: number, all: number) => string
  readonly posts: string
  readonly legend: string
  readonly within: (from: number, to: number) => string
  readonly outOfReach: string
  readonly post: string
  readonly made: (day: string, network: string, geometry: string, code: string) => string
  readonly limits: string
  readonly sources: (attributions: string) => string
}

export const EVIDENCE_WORDS: Readonly<Record<Language, EvidenceWords>> = {
  fr: {
    title: (minutes) => `Frontière à moins de ${minutes}${NO_BREAK}minutes d’un poste`,
    dry: 'saison sèche, sans fermeture',
    onRoadAlone: (metres) => `jusqu’à ${metres} d’une route, sans compter le temps hors de la route`,
    offRoad: (metres, kmh) =>
      `jusqu’à ${metres} d’une route, hors de la route à ${String(kmh).replace('.', ',')}${NO_BREAK}km/h`,
    withUnconfirmed: 'postes de position non confirmée comptés',
    changes: (count) => (count === 1 ? '1 changement supposé' : `${count} changements supposés`),
    border: 'Frontière du Guidimakha',
    ofTotal: (reached, total, share) => `${reached} sur ${total} (${share})`,
    segments: 'Par segment',
    gaps: 'Plus longs vides',
    noGap: 'aucun',
    gap: (length, segment, from, to) => `${length}, ${segment}, du km ${from} au km ${to}`,
    nobody: 'aucun poste n’y arrive',
    soonest: (post, duration) => `au plus tôt ${post}, ${duration}`,
    people: 'Habitants et passages',
    population: (known, low, high, unknown) =>
      `${known} habitants connus (de ${low} à ${high}, à ${UNCERTAINTY}${NO_BREAK}% près : hypothèse, la source ne dit pas son incertitude) ; ${unknown} localités de population inconnue`,
    crossings: (watched, all) => `${watched} passages surveillés sur ${all}`,
    posts: 'Postes',
    legend: 'Légende',
    within: (from, to) => `de ${from} à ${to}${NO_BREAK}min`,
    outOfReach: 'hors d’atteinte',
    post: 'poste',
    made: (day, network, geometry, code) =>
      `Mesuré le ${day}. Réseau « ${network} », tracé de la frontière « ${geometry} », Borne ${code}.`,
    limits:
      'La longueur d’une frontière dépend de la version et de l’échelle de son tracé. Ce qui se trouve entre la route et la frontière (berge, clôture) n’est pas connu. Le tracé des frontières n’emporte aucune prise de position.',
    sources: (attributions) => `Sources : ${attributions}.`,
  },
  en: {
    title: (minutes) => `Border within ${minutes}${NO_BREAK}minutes of a post`,
    dry: 'dry season, no closures',
    onRoadAlone: (metres) => `up to ${metres} from a road, time off the road not counted`,
    offRoad: (metres, kmh) => `up to ${metres} from a road, off the road at ${kmh}${NO_BREAK}km/h`,
    withUnconfirmed: 'posts of unconfirmed position counted',
    changes: (count) => (count === 1 ? '1 supposed change' : `${count} supposed changes`),
    border: 'Border of Guidimakha',
    ofTotal: (reached, total, share) => `${reached} of ${total} (${share})`,
    segments: 'By segment',
    gaps: 'Longest gaps',
    noGap: 'none',
    gap: (length, segment, from, to) => `${length}, ${segment}, from km ${from} to km ${to}`,
    nobody: 'no post comes there',
    soonest: (post, duration) => `soonest ${post}, ${duration}`,
    people: 'People and crossings',
    population: (known, low, high, unknown) =>
      `${known} known inhabitants (${low} to ${high}, ${UNCERTAINTY}% either way: an assumption, the source states none); ${unknown} settlements of unknown population`,
    crossings: (watched, all) => `${watched} of ${all} crossings watched`,
    posts: 'Posts',
    legend: 'Legend',
    within: (from, to) => `${from} to ${to}${NO_BREAK}min`,
    outOfReach: 'out of reach',
    post: 'post',
    made: (day, network, geometry, code) =>
      `Measured on ${day}. Network “${network}”, border line “${geometry}”, Borne ${code}.`,
    limits:
      'The length of a border depends on the version and the scale of its line. What lies between road and border (a bank, a fence) is not known. Border lines imply no position on the part of anyone.',
    sources: (attributions) => `Sources: ${attributions}.`,
  },
}
export const DEMONSTRATION_WORDS: Readonly<Record<Language, string>> = {
  fr: 'DÉMONSTRATION : données fictives, document sans valeur',
  en: 'DEMONSTRATION: fictional data, document without value',
}
