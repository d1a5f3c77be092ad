import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { SearchHit } from './contract.ts'

/** A spelling under which something is found, and the thing itself. */
export interface Spelling extends Omit<SearchHit, 'matchedName' | 'position'> {
  readonly spelling: string
  readonly searchKey: string
  readonly position: Position | null
  /** 0 for what comes first among equals: the country before its neighbours, towns before hamlets. */
  readonly weight: number
}

/** More answers than this to one word are cut; the shortest spellings stay. */
const MOST = 400

/** Spellings that hold what was typed. */
export function findSpellingsWith(db: Db, typed: string): Promise<Spelling[]> {
  return findSpellings(db, sql`named.search_key like ${`%${typed}%`}`)
}

export function findSpellingsAmong(db: Db, keys: readonly string[]): Promise<Spelling[]> {
  return findSpellings(db, sql`named.search_key = any(${keys}::text[])`)
}

/** Search keys of about that length, to be compared letter by letter. */
export async function findKeysOfLength(db: Db, letters: number, tolerance: number): Promise<string[]> {
  const rows = await db.many<{ searchKey: string }>(sql`
    select distinct search_key as "searchKey"
      from searchable_name
     where length(search_key) between ${letters - tolerance} and ${letters + tolerance}`)
  return rows.map(({ searchKey }) => searchKey)
}

function findSpellings(db: Db, condition: Sql): Promise<Spelling[]> {
  return db.many<Spelling>(sql`
    select named.type,
           named.id,
           named.name,
           named.spelling,
           named.search_key                        as "searchKey",
           named.kind,
           named.context,
           st_asgeojson(named.geom, 6)::json -> 'coordinates' as position,
           named.is_demonstration                  as "isDemonstration",
           named.weight
      from searchable_name named
     where ${condition}
     order by length(named.search_key), named.type, named.id, named.spelling
     limit ${MOST}`)
}
