import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface StopPost {
  postId: string
  name: string
  position: Position | null
  isPositionUnconfirmed: boolean
  uncertaintyMetres: number | null
  isDemonstration: boolean
}

/** Posts that stops name, archived ones included: a shared address keeps its meaning. */
export function findStopPosts(db: Db, postIds: readonly string[]): Promise<StopPost[]> {
  return db.many<StopPost>(sql`
    select post.id                                   as "postId",
           post.name,
           case when post.geom is not null
             then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           post.position_confidence = 'unconfirmed'  as "isPositionUnconfirmed",
           post.uncertainty_metres                   as "uncertaintyMetres",
           post.is_demonstration                     as "isDemonstration"
      from border_post_summary post
     where post.id = any(${postIds}::uuid[])
     order by post.id`)
}
