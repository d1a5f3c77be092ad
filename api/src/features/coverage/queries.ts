import type { StartPost } from '@borne/geodata/coverage/coverage-types'
import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** A post from which coverage may be measured, and whether it counts when nothing else is said. */
export interface StoredPost extends StartPost {
  readonly isOperational: boolean
}

/** Every post that the caller sees, by name; one that is not archived and operational counts without being named. */
export function findStartPosts(db: Db): Promise<StoredPost[]> {
  return db.many<StoredPost>(sql`
    select post.id                                  as "postId",
           post.name,
           case when post.geom is not null
             then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           post.position_confidence = 'unconfirmed' as "isPositionUnconfirmed",
           post.is_demonstration                    as "isDemonstration",
           post.physical_status = 'operational' and not post.is_archived as "isOperational"
      from border_post_summary post
     order by post.name collate "und-x-icu", post.id`)
}

/** The posts of the contracts named. */
export function findContractPosts(
  db: Db,
  contractIds: readonly string[],
): Promise<{ contractId: string; postIds: string[] }[]> {
  return db.many(sql`
    select link.contract_id                                          as "contractId",
           array_agg(link.post_id::text order by link.ordinal)       as "postIds"
      from works_contract_post link
      join border_post post on post.id = link.post_id
     where link.contract_id = any(${contractIds}::uuid[])
     group by link.contract_id
     order by link.contract_id`)
}

/** The country of the middle of each line; null where it lies in none. */
export async function findCountries(
  db: Db,
  lines: readonly (readonly Position[])[],
): Promise<(string | null)[]> {
  const geometries = lines.map((coordinates) => JSON.stringify({ type: 'LineString', coordinates }))
  const rows = await db.many<{ iso3: string | null }>(sql`
    select (select country.iso3
              from country
             where st_contains(country.geom, st_lineinterpolatepoint(st_geomfromgeojson(given.line), 0.5))
             order by country.iso3
             limit 1) as iso3
      from unnest(${geometries}::text[]) with ordinality as given (line, place)
     order by given.place`)
  return rows.map(({ iso3 }) => iso3)
}
