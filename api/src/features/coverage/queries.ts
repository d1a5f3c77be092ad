import type { StartPost } from '@borne/geodata/coverage/coverage-types'
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

interface SettlementFilter {
  /** Kinds of place; null: all. */
  readonly places: readonly string[] | null
  /** GeoJSON polygon; null: everywhere. */
  readonly area: string | null
  readonly maxBorderMetres: number | null
}

/** Named settlements of Mauritania that fit, by name. */
export function findSettlementsWithin(
  db: Db,
  { places, area, maxBorderMetres }: SettlementFilter,
): Promise<{ id: string; name: string; position: [number, number] }[]> {
  return db.many(sql`
    select settlement.id,
           coalesce(settlement.name_fr, settlement.name)                  as name,
           json_build_array(st_x(settlement.geom), st_y(settlement.geom)) as position
      from settlement
     where settlement.iso3 = 'MRT' and coalesce(settlement.name_fr, settlement.name) is not null
       and (${places}::text[] is null or settlement.place = any(${places}::text[]))
       and (${area}::text is null or st_contains(st_setsrid(st_geomfromgeojson(${area}), 4326), settlement.geom))
       and (${maxBorderMetres}::float8 is null
            or exists (select from border_segment segment
                        where segment.in_guidimakha
                          and st_dwithin(segment.geom::geography, settlement.geom::geography, ${maxBorderMetres}::float8)))
     order by name collate "und-x-icu", settlement.id`)
}
