import type { Turn } from './describe-turns.ts'
import { type RoadKind, roadKindOf } from './road-kind.ts'
import type { TurnKind } from './turn-kinds.ts'

export type TurnLanguage = 'fr' | 'en'

/**
 * Sentences of the steps. What stands for `{onto}`, `{road}`, `{heading}` and `{country}` brings its own article, and
 * the words before it do not contract with one.
 */
interface TurnCatalogue {
  depart: Readonly<Record<'on-road' | 'off-road' | 'afloat', string>>
  steps: Readonly<Record<Exclude<TurnKind, 'depart' | 'roundabout' | 'cross-border'>, string>>
  roundabout: Readonly<Record<'exit' | 'unknown', string>>
  border: Readonly<Record<'named' | 'unknown', string>>
  roads: Readonly<Record<RoadKind | 'named', string>>
  onto: Readonly<Record<RoadKind | 'named', string>>
  /** North, north-east and so on clockwise. */
  headings: readonly [string, string, string, string, string, string, string, string]
  countries: Readonly<Record<string, string>>
  /** By plural rule of the ordinal. */
  ordinals: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { other: string }
}

const FRENCH: TurnCatalogue = {
  depart: {
    'on-road': 'Partez vers {heading} {onto}.',
    'off-road': 'Partez vers {heading}, hors piste, jusqu’à la route.',
    afloat: 'Embarquez et partez vers {heading}.',
  },
  steps: {
    continue: 'Continuez tout droit {onto}.',
    'slight-left': 'Serrez à gauche {onto}.',
    left: 'Tournez à gauche {onto}.',
    'sharp-left': 'Tournez franchement à gauche {onto}.',
    'slight-right': 'Serrez à droite {onto}.',
    right: 'Tournez à droite {onto}.',
    'sharp-right': 'Tournez franchement à droite {onto}.',
    'u-turn': 'Faites demi-tour {onto}.',
    'board-ferry': 'Embarquez pour la traversée.',
    'leave-ferry': 'Débarquez, puis continuez {onto}.',
    ford: 'Passez l’oued à gué.',
    'leave-road': 'Quittez la route et continuez vers {heading}, où aucune route n’est connue.',
    'join-road': 'Rejoignez {road}.',
    arrive: 'Vous êtes à destination.',
  },
  roundabout: {
    exit: 'Au rond-point, prenez la {exit} sortie {onto}.',
    unknown: 'Engagez-vous dans le rond-point.',
  },
  border: { named: 'Passez la frontière vers {country}.', unknown: 'Passez la frontière ({country}).' },
  roads: {
    named: '« {name} »',
    'main-road': 'la route principale',
    road: 'la route',
    street: 'la rue',
    service: 'la voie de service',
    track: 'la piste',
    path: 'le sentier',
    water: 'l’eau',
    'open-ground': 'le terrain libre',
    'unknown-course': 'la route au tracé inconnu',
  },
  onto: {
    named: 'sur « {name} »',
    'main-road': 'sur la route principale',
    road: 'sur la route',
    street: 'dans la rue',
    service: 'sur la voie de service',
    track: 'sur la piste',
    path: 'sur le sentier',
    water: 'sur l’eau',
    'open-ground': 'en terrain libre',
    'unknown-course': 'sur la route au tracé inconnu',
  },
  headings: [
    'le nord',
    'le nord-est',
    'l’est',
    'le sud-est',
    'le sud',
    'le sud-ouest',
    'l’ouest',
    'le nord-ouest',
  ],
  countries: { MRT: 'la Mauritanie', SEN: 'le Sénégal', MLI: 'le Mali' },
  ordinals: { one: '{number}re', other: '{number}e' },
}

const ENGLISH: TurnCatalogue = {
  depart: {
    'on-road': 'Head {heading} on {road}.',
    'off-road': 'Head {heading} across country, as far as the road.',
    afloat: 'Go on board and head {heading}.',
  },
  steps: {
    continue: 'Continue straight {onto}.',
    'slight-left': 'Keep left {onto}.',
    left: 'Turn left {onto}.',
    'sharp-left': 'Turn sharp left {onto}.',
    'slight-right': 'Keep right {onto}.',
    right: 'Turn right {onto}.',
    'sharp-right': 'Turn sharp right {onto}.',
    'u-turn': 'Turn round on {road}.',
    'board-ferry': 'Go on board for the crossing.',
    'leave-ferry': 'Go ashore, then continue on {road}.',
    ford: 'Ford the wadi.',
    'leave-road': 'Leave the road and continue {heading}, where no road is known.',
    'join-road': 'Join {road}.',
    arrive: 'You have reached your destination.',
  },
  roundabout: {
    exit: 'At the roundabout, take the {exit} exit {onto}.',
    unknown: 'Enter the roundabout.',
  },
  border: { named: 'Cross the border into {country}.', unknown: 'Cross the border ({country}).' },
  roads: {
    named: '“{name}”',
    'main-road': 'the main road',
    road: 'the road',
    street: 'the street',
    service: 'the service road',
    track: 'the track',
    path: 'the path',
    water: 'the water',
    'open-ground': 'open ground',
    'unknown-course': 'the road of unknown course',
  },
  onto: {
    named: 'onto “{name}”',
    'main-road': 'onto the main road',
    road: 'onto the road',
    street: 'onto the street',
    service: 'onto the service road',
    track: 'onto the track',
    path: 'onto the path',
    water: 'onto the water',
    'open-ground': 'onto open ground',
    'unknown-course': 'onto the road of unknown course',
  },
  headings: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  countries: { MRT: 'Mauritania', SEN: 'Senegal', MLI: 'Mali' },
  ordinals: { one: '{number}st', two: '{number}nd', few: '{number}rd', other: '{number}th' },
}

const CATALOGUES: Readonly<Record<TurnLanguage, TurnCatalogue>> = { fr: FRENCH, en: ENGLISH }

/** What the words of a step depend on. */
export type WordedTurn = Pick<
  Turn,
  'kind' | 'name' | 'highway' | 'grade' | 'exit' | 'iso3' | 'bearingDegrees'
>

/**
 * The sentence of a step, without its distance.
 *
 * @returns A whole sentence with its full stop. French has plain spaces inside « »: it is typeset where it is shown.
 */
export function turnWords(turn: WordedTurn, language: TurnLanguage): string {
  const words = CATALOGUES[language]
  const { name, highway, grade, exit, iso3 } = turn
  const road = name ? 'named' : roadKindOf(highway, grade)
  const values = {
    road: fill(words.roads[road], { name: name ?? '' }),
    onto: fill(words.onto[road], { name: name ?? '' }),
    heading: words.headings[Math.round((turn.bearingDegrees ?? 0) / 45) % 8]!,
    country: words.countries[iso3 ?? ''] ?? iso3 ?? '—',
    exit: exit === null ? '—' : ordinal(exit, words, language),
  }
  return fill(templateOf(turn, words), values)
}

function templateOf({ kind, exit, highway, grade, iso3 }: WordedTurn, words: TurnCatalogue): string {
  if (kind === 'roundabout') return exit === null ? words.roundabout.unknown : words.roundabout.exit
  if (kind === 'cross-border')
    return iso3 && words.countries[iso3] ? words.border.named : words.border.unknown
  if (kind !== 'depart') return words.steps[kind]
  const road = roadKindOf(highway, grade)
  if (road === 'water') return words.depart.afloat
  return road === 'open-ground' ? words.depart['off-road'] : words.depart['on-road']
}

function ordinal(number: number, { ordinals }: TurnCatalogue, language: TurnLanguage): string {
  const rule = new Intl.PluralRules(language, { type: 'ordinal' }).select(number)
  return fill(ordinals[rule] ?? ordinals.other, { number: String(number) })
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => values[key]!)
}
