import { searchKey } from '@borne/geodata/geometry/search-key'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from './contract.ts'
import { findKeysOfLength, findSpellingsAmong, findSpellingsWith, type Spelling } from './queries.ts'
import { RANKS, rankName, toleranceOf } from './rank-names.ts'

/** Posts come before the places that they are named after. */
const TYPES: Record<SearchHit['type'], number> = { post: 0, 'admin-unit': 1, settlement: 2, place: 3 }

interface Ranked extends Spelling {
  readonly rank: number
}

/**
 * What the register and the map know under what was typed, best first: exact, at the start, at the start of a
 * word, inside; where nothing begins so, spellings with a letter or two amiss too. Accents, case and tashkeel do
 * not count.
 */
export async function findPlaces(db: Db, typed: string, limit: number): Promise<SearchHit[]> {
  const key = searchKey(typed)
  if (key === '') return []
  const found = rank(await findSpellingsWith(db, key), key)
  const isGoodEnough = found.some((spelling) => spelling.rank <= RANKS.wordPrefix)
  const misspelt = isGoodEnough ? [] : rank(await findMisspelt(db, key), key)
  return bestOfEach([...found, ...misspelt])
    .slice(0, limit)
    .map(toHit)
}

async function findMisspelt(db: Db, key: string): Promise<Spelling[]> {
  const tolerance = toleranceOf(key)
  if (tolerance === 0) return []
  const keys = await findKeysOfLength(db, key.length, tolerance)
  const near = keys.filter((candidate) => rankName(candidate, key) !== undefined)
  return near.length > 0 ? findSpellingsAmong(db, near) : []
}

function rank(spellings: readonly Spelling[], key: string): Ranked[] {
  return spellings
    .flatMap((spelling) => {
      const found = rankName(spelling.searchKey, key)
      return found === undefined ? [] : [{ ...spelling, rank: found }]
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        TYPES[a.type] - TYPES[b.type] ||
        a.weight - b.weight ||
        a.name.localeCompare(b.name, 'fr') ||
        a.id.localeCompare(b.id),
    )
}

/** The best spelling of each thing; its main name when both serve equally. */
function bestOfEach(ranked: readonly Ranked[]): Ranked[] {
  const best = new Map<string, Ranked>()
  for (const spelling of ranked) {
    const identity = `${spelling.type} ${spelling.id}`
    const known = best.get(identity)
    const isMainName = spelling.spelling === spelling.name
    if (!known || (known.rank === spelling.rank && isMainName)) best.set(identity, spelling)
  }
  return [...best.values()]
}

function toHit({ type, id, name, spelling, kind, context, position, isDemonstration }: Ranked): SearchHit {
  const matchedName = spelling === name ? null : spelling
  return { type, id, name, matchedName, kind, context, position, isDemonstration }
}
