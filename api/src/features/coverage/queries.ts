import type { StartPost } from '@borne/geodata/coverage/measure-reach'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** The posts from which reach is measured: those named, else every operational one that is not archived. */
export function findStartPosts(db: Db, postIds: readonly string[] | null): Promise<StartPost[]> {
  const isAsked = postIds
    ? sql`post.id = any(${postIds}::uuid[])`
    : sql`post.physical_status = 'operational' and not post.is_archived`
  return db.many<StartPost>(sql`
    select post.id                                  as "postId",
           post.name,
           case when post.geom is not null
             then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           post.position_confidence = 'unconfirmed' as "isPositionUnconfirmed",
           post.is_demonstration                    as "isDemonstration"
      from border_post_summary post
     where ${isAsked}
     order by post.name collate "und-x-icu", post.id`)
}
