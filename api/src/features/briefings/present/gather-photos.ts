import type { Db } from '../../../platform/db.ts'
import { sql } from '../../../platform/sql.ts'
import type { PhotoFact } from '../facts.ts'
import type { PhotoRef, Slide } from '../slide-contract.ts'

/** The photos that slides name, as far as the caller sees them. One that was removed is not shown. */
export async function gatherPhotos(db: Db, slides: readonly Slide[]): Promise<PhotoFact[]> {
  const refs = slides.flatMap(({ content }) => photosOf(content))
  const idsOf = (of: PhotoRef['of']) => refs.filter((ref) => ref.of === of).map(({ id }) => id)
  if (refs.length === 0) return []
  const rows = await db.many<Omit<PhotoFact, 'ref'> & PhotoRef>(sql`
    select 'post' as of, photo.id, array[photo.post_id::text] as "postIds", photo.caption,
           to_char(photo.taken_at at time zone 'UTC', 'YYYY-MM-DD') as "takenOn",
           photo.width_pixels as "widthPixels", photo.height_pixels as "heightPixels",
           photo.large_sha256 as "sha256"
      from post_photo photo
     where photo.id = any(${idsOf('post')}::uuid[]) and photo.removed_at is null
    union all
    select 'works', photo.id,
           array(select link.post_id::text from works_contract_post link
                  where link.contract_id = photo.contract_id order by link.ordinal),
           photo.caption, to_char(photo.taken_at at time zone 'UTC', 'YYYY-MM-DD'),
           photo.width_pixels, photo.height_pixels, photo.large_sha256
      from works_photo photo
     where photo.id = any(${idsOf('works')}::uuid[])
     order by 1, 2`)
  return rows
    .filter(({ sha256 }) => sha256 !== null)
    .map(({ of, id, ...photo }) => ({ ...photo, ref: { of, id } }))
}

export function photosOf(content: Slide['content']): PhotoRef[] {
  if (content?.kind === 'photo') return [content.photo]
  return content?.kind === 'photo-pair' ? [content.before, content.after] : []
}
