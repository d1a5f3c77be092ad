import type { Language } from '../../platform/problems.ts'
import { TELL } from './evidence-words.ts'
import type { KeptSiting } from './siting-contract.ts'

type Answer = KeptSiting['answer']

interface SubjectWords {
  readonly siting: Readonly<Record<Answer['model'], string>>
  readonly places: string
  readonly noPlace: string
  readonly fromTo: (before: string, after: string) => string
  readonly proven: string
  readonly unproven: (gap: string | null) => string
  readonly runnerUp: string
  readonly crossings: (count: string) => string
  readonly persons: (count: string) => string
  readonly nobody: string
  readonly comparison: string
  readonly difference: string
  readonly gainedAndLost: (gained: string, lost: string) => string
  readonly gained: string
  readonly lost: string
  readonly inBoth: string
  readonly inNeither: string
}

export const SUBJECT_WORDS: Readonly<Record<Language, SubjectWords>> = {
  fr: {
    siting: {
      covering: 'où implanter les prochains postes pour couvrir le plus',
      median: 'où implanter les prochains postes pour le temps moyen le plus court',
      centre: 'où implanter les prochains postes pour que le plus loin soit le moins loin',
    },
    places: 'Emplacements proposés',
    noPlace: 'aucun',
    fromTo: (before, after) => `de ${before} à ${after}`,
    proven: 'Optimum prouvé : aucun autre choix ne fait mieux.',
    unproven: (gap) =>
      gap === null ? 'Optimum non prouvé.' : `Optimum non prouvé : à ${gap} au plus du meilleur.`,
    runnerUp: 'Deuxième choix',
    crossings: (count) => `${count} passages`,
    persons: (count) => `${count} habitants`,
    nobody: 'rien n’est atteint',
    comparison: 'ce qui change de A à B',
    difference: 'Différence de B à A',
    gainedAndLost: (gained, lost) => `${gained} gagnés, ${lost} perdus`,
    gained: 'Frontière gagnée',
    lost: 'Frontière perdue',
    inBoth: 'à portée dans les deux',
    inNeither: 'à portée dans aucun',
  },
  en: {
    siting: {
      covering: 'where the next posts should stand to cover most',
      median: 'where the next posts should stand for the shortest mean time',
      centre: 'where the next posts should stand so that the farthest is least far',
    },
    places: 'Proposed places',
    noPlace: 'none',
    fromTo: (before, after) => `from ${before} to ${after}`,
    proven: 'Proven best: no other choice does better.',
    unproven: (gap) => (gap === null ? 'Not proven best.' : `Not proven best: at most ${gap} from it.`),
    runnerUp: 'Runner-up',
    crossings: (count) => `${count} crossings`,
    persons: (count) => `${count} inhabitants`,
    nobody: 'nothing is reached',
    comparison: 'what changes from A to B',
    difference: 'Difference of B from A',
    gainedAndLost: (gained, lost) => `${gained} gained, ${lost} lost`,
    gained: 'Border gained',
    lost: 'Border lost',
    inBoth: 'in reach in both',
    inNeither: 'in reach in neither',
  },
}

/** What a siting counts, in its unit. */
export function tellObjective(
  value: number | null,
  { model, unit }: Pick<Answer, 'model' | 'unit'>,
  language: Language,
): string {
  const words = SUBJECT_WORDS[language]
  const tell = TELL[language]
  if (value === null) return words.nobody
  if (model !== 'covering') return tell.duration(value)
  if (unit === 'metres') return tell.kilometres(value)
  return unit === 'crossings' ? words.crossings(tell.count(value)) : words.persons(tell.count(value))
}
