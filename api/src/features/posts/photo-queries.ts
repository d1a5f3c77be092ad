import type { Db } from '../../platform/db.ts'
import type { PhotoToKeep } from '../../platform/photos/keep-photo.ts'
import { sql } from '../../platform/sql.ts'
import { pointOf } from './write-post.ts'

export interface NewPhoto extends PhotoToKeep {
  readonly postId: string
  readonly caption: string
}
export interface KeptPhoto {
  readonly id: string
  readonly caption: string
  readonly isRemoved: boolean
}

export async function insertPhoto(db: Db, photo: NewPhoto): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into public.post_photo (post_id, caption, upload_sha256, taken_at, taken_geom, width_pixels, height_pixels,
                            large_sha256, thumbnail_sha256)
    values (${photo.postId}, ${photo.caption}, ${photo.uploadSha256}, ${photo.facts.takenAt}::timestamptz,
            ${pointOf(photo.facts.takenPosition)}, ${photo.widthPixels}, ${photo.heightPixels},
            ${photo.largeSha256}, ${photo.thumbnailSha256})
    returning id`)
  return id
}

export function findUpload(db: Db, postId: string, uploadSha256: string): Promise<KeptPhoto | undefined> {
  return db.maybeOne(sql`
    select id, caption, removed_at is not null as "isRemoved"
      from post_photo
     where post_id = ${postId} and upload_sha256 = ${uploadSha256}`)
}

export function findPhoto(db: Db, postId: string, photoId: string): Promise<KeptPhoto | undefined> {
  return db.maybeOne(sql`
    select id, caption, removed_at is not null as "isRemoved"
      from post_photo
     where post_id = ${postId} and id = ${photoId}`)
}

export async function markPhoto(db: Db, photoId: string, isRemoved: boolean): Promise<void> {
  await db.run(sql`
    update public.post_photo set removed_at = ${isRemoved ? sql`now()` : sql`null`} where id = ${photoId}`)
}

/** Photos are no part of what an edit is made on: the version stays, the cached answers go. */
export async function touchPost(db: Db, postId: string): Promise<void> {
  await db.run(sql`
    update public.border_post set revision = revision + 1, updated_at = now() where id = ${postId}`)
}

/** Content name of a photo that is shown; a removed one is not served. */
export async function findPhotoSha256(
  db: Db,
  photoId: string,
  size: 'thumbnail' | 'large',
): Promise<string | undefined> {
  const found = await db.maybeOne<{ sha256: string }>(sql`
    select case ${size}::text when 'large' then large_sha256 else thumbnail_sha256 end as sha256
      from post_photo
     where id = ${photoId} and removed_at is null`)
  return found?.sha256
}
