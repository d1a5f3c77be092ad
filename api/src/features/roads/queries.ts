import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { RoadInputs } from './contract.ts'

export interface PlacedPost {
  postId: string
  name: string
  position: Position
  isDemonstration: boolean
  isOperational: boolean
}

/** Posts of the register that have a position and are not archived. */
export function findPlacedPosts(db: Db): Promise<PlacedPost[]> {
  return db.many<PlacedPost>(sql`
    select post.id                                               as "postId",
           post.name,
           json_build_array(st_x(post.geom), st_y(post.geom))    as position,
           post.is_demonstration                                 as "isDemonstration",
           coalesce(post.physical_status = 'operational', false) as "isOperational"
      from border_post_summary post
     where post.geom is not null and not post.is_archived
     order by post.name collate "und-x-icu", post.id`)
}

/** Every post that the caller may see, with what decides whether an answer counts it. */
export function findAllPosts(db: Db): Promise<RoadInputs['posts']> {
  return db.many<RoadInputs['posts'][number]>(sql`
    select post.id                                               as "postId",
           post.name,
           case when post.geom is not null
             then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           post.position_confidence = 'unconfirmed'              as "isPositionUnconfirmed",
           post.uncertainty_metres                               as "uncertaintyMetres",
           post.is_demonstration                                 as "isDemonstration",
           coalesce(post.physical_status = 'operational', false) as "isOperational",
           post.is_archived                                      as "isArchived"
      from border_post_summary post
     order by post.name collate "und-x-icu", post.id`)
}
