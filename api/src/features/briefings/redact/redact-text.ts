import { searchKey } from '@borne/geodata/geometry/search-key'
import { findAmounts } from './find-amounts.ts'

/** What may not stand in a text. */
export interface Secrets {
  /** Names of posts that are withheld or untold, of firms and contracts. */
  readonly names: readonly string[]
  /** Names that may be told: a withheld name within one of them is not struck out. */
  readonly toldNames: readonly string[]
  /** Amounts that are withheld, in whole units. */
  readonly amounts: readonly number[]
  /** No amount may be told, also none that is not known here. */
  readonly isMoneyWithheld: boolean
  /** No position may be told. */
  readonly arePositionsWithheld: boolean
}

export interface StruckText {
  readonly text: string
  readonly names: number
  readonly amounts: number
  readonly places: number
}

export const STRUCK = '▮▮▮'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** A search for the secrets; made once, since it is asked for each text of a briefing. */
export function textRedactor(secrets: Secrets): (text: string) => StruckText {
  const findNames = nameFinder(secrets)
  const strike = (text: string): StruckText => {
    const names = findNames(text)
    const amounts = findAmounts(text, secrets)
    const places = secrets.arePositionsWithheld ? findPlaces(text) : []
    const ids = stretches(text, UUID)
    return {
      text: strikeOut(text, [...names, ...amounts, ...places, ...ids]),
      names: names.length,
      amounts: amounts.length,
      places: places.length + ids.length,
    }
  }
  return (text) => strike(withoutSecretLinks(text, (address) => strike(address).text !== address))
}

/** An address is struck out whole when it holds a secret, also written with %. */
function withoutSecretLinks(text: string, isSecret: (address: string) => boolean): string {
  return text.replace(/https?:\/\/[^\s()<>"]+/gi, (address) => {
    const spaced = decoded(address).replace(/[/?&=#+_.,-]+/g, ' ')
    return isSecret(spaced) || isSecret(decoded(address)) ? `https://${STRUCK}` : address
  })
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** Degrees of the region with three decimals and more: finer than any cell. */
const DECIMAL_DEGREES = /(?<![\d.,])[-−]?(?:9|1[0-8])[.,]\d{3,}(?!\d)/g
/** 15°09'28", 15° 9.47′ N */
const SEXAGESIMAL = /\d{1,3}\s*[°º]\s*\d{1,2}([.,]\d+)?\s*['’′]?(\s*\d{1,2}([.,]\d+)?\s*["”″]?)?/g

function findPlaces(text: string): Stretch[] {
  return [...stretches(text, DECIMAL_DEGREES), ...stretches(text, SEXAGESIMAL)]
}

function stretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}

/** A text without marks, cases and spaces, and where each of its letters stood. */
interface Letters {
  readonly key: string
  /** Of each letter of the key, where the sign that it comes from begins and ends. */
  readonly froms: readonly number[]
  readonly tos: readonly number[]
  /** Whether a word begins at it; ends after it. */
  readonly begins: readonly boolean[]
  readonly ends: readonly boolean[]
}

const MARK = /\p{M}/u
/** Signs that nobody sees, or that mark words: «Gou**ra**ye» is read as «Gouraye». */
const UNSEEN = /[\p{M}\p{Cf}*_~`\\\u0640]/u

function lettersOf(text: string): Letters {
  const letters = {
    key: '',
    froms: [] as number[],
    tos: [] as number[],
    begins: [] as boolean[],
    ends: [] as boolean[],
  }
  let isInWord = false
  let at = 0
  for (const sign of text) {
    const from = at
    at += sign.length
    if (MARK.test(sign) && isInWord) letters.tos[letters.tos.length - 1] = at
    if (UNSEEN.test(sign)) continue
    const key = searchKey(sign).replaceAll(' ', '')
    if (key === '' && isInWord) letters.ends[letters.ends.length - 1] = true
    for (const letter of key) {
      letters.key += letter
      letters.froms.push(from)
      letters.tos.push(at)
      letters.begins.push(!isInWord)
      letters.ends.push(false)
      isInWord = true
    }
    if (key === '') isInWord = false
  }
  if (isInWord) letters.ends[letters.ends.length - 1] = true
  return letters
}

const ARABIC = /\p{Script=Arabic}/u
/** In Arabic, articles and prepositions are written in one with a name; shorter names are looked for as whole words. */
const LEAST_INNER_LETTERS = 4

function nameFinder({ names, toldNames }: Secrets): (text: string) => Stretch[] {
  const keyOf = (name: string) => searchKey(name).replaceAll(' ', '')
  const told = new Set(toldNames.map(keyOf))
  const secret = new Set(names.map(keyOf).filter((key) => !told.has(key)))
  const keys = [...new Set([...secret, ...told])]
    .filter((key) => key !== '')
    .sort((a, b) => b.length - a.length)
  return (text) => {
    if (secret.size === 0) return []
    const letters = lettersOf(text)
    const taken = new Uint8Array(letters.key.length)
    const found: Stretch[] = []
    for (const key of keys) {
      for (let at = letters.key.indexOf(key); at >= 0; at = letters.key.indexOf(key, at + 1)) {
        const last = at + key.length - 1
        const isInner = ARABIC.test(key) && key.length >= LEAST_INNER_LETTERS
        const isWhole = (letters.begins[at] && letters.ends[last]) || isInner
        if (!isWhole || taken[at] || taken[last]) continue
        taken.fill(1, at, last + 1)
        if (secret.has(key)) found.push({ from: letters.froms[at]!, to: letters.tos[last]! })
      }
    }
    return found
  }
}

/** Overlapping stretches are struck out as one. */
function strikeOut(text: string, found: readonly Stretch[]): string {
  let struck = ''
  let at = 0
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from >= at) struck += text.slice(at, from) + STRUCK
    at = Math.max(at, to)
  }
  return struck + text.slice(at)
}
