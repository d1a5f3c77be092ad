import type { Db } from '../../../platform/db.ts'
import { sql } from '../../../platform/sql.ts'
import type { DraftPhoto } from './draft-scope.ts'

/** Photos of posts and of works of which the day is known, up to a day, as the caller sees them. */
export async function findDraftPhotos(db: Db, to: string): Promise<DraftPhoto[]> {
  const rows = await db.many<
    Omit<DraftPhoto, 'ref'> & { readonly of: 'post' | 'works'; readonly id: string }
  >(sql`
    select 'post' as "of", photo.id, array[photo.post_id]::text[] as "postIds", photo.caption,
           to_char(photo.taken_at at time zone 'UTC', 'YYYY-MM-DD') as "takenOn", null as viewpoint,
           photo.width_pixels as "widthPixels", photo.height_pixels as "heightPixels", photo.large_sha256 as sha256
      from post_photo photo
     where photo.removed_at is null and photo.taken_at < ${to}::date + 1
    union all
    select 'works', photo.id,
           array(select link.post_id::text from works_contract_post link
                  where link.contract_id = photo.contract_id order by link.ordinal, link.post_id),
           photo.caption, to_char(photo.taken_at at time zone 'UTC', 'YYYY-MM-DD'), photo.viewpoint,
           photo.width_pixels, photo.height_pixels, photo.large_sha256
      from works_photo photo
     where photo.taken_at < ${to}::date + 1
     order by "takenOn", id`)
  return rows.map(({ of, id, ...photo }) => ({ ...photo, ref: { of, id } }))
}
