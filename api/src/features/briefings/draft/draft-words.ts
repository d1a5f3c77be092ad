import { typesetFrench } from '../../../platform/typeset.ts'
import { type Tell, tellBoth } from '../present/tell.ts'
import type { Texts } from '../slide-contract.ts'

const NUMBERS = {
  fr: ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const

/** The same said in each language, French with its spaces. */
export function write(tell: (tell: Tell) => string): Texts {
  const { fr, en } = tellBoth(tell)
  return { fr: typesetFrench(fr), en }
}

/** «Deux postes ont ouvert», «12 postes ont ouvert»: up to ten, a sentence begins with a word. French asks for none otherwise. */
export function beginCount(
  { language, number }: Tell,
  count: number,
  [one, many]: readonly [one: string, many: string],
): string {
  const word = NUMBERS[language][count]
  const begun = word === undefined ? number(count) : word.slice(0, 1).toUpperCase() + word.slice(1)
  const isOne = language === 'fr' ? count < 2 : count === 1
  return `${begun} ${isOne ? one : many}`
}

/** A name within Markdown: no letter of it is a mark. */
export const plain = (name: string): string => name.replace(/[\\*_[\]()#]/g, '\\$&')

/** Lines of a list, the ones beyond `most` told by their number. */
export function bullets(tell: Tell, lines: readonly string[], most: number): string {
  const shown = lines.slice(0, most).map((line) => `- ${line}`)
  const rest = lines.length - shown.length
  if (rest > 0)
    shown.push(
      `- ${tell.language === 'fr' ? `et ${tell.count(rest, 'autre', 'autres')}` : `and ${tell.count(rest, 'other', 'others')}`}`,
    )
  return shown.join('\n')
}

/** Paragraphs, without the empty ones. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n\n')
