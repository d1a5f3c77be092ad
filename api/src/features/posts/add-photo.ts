import type { Db } from '../../platform/db.ts'
import { keepPhoto } from '../../platform/photos/keep-photo.ts'
import { problem } from '../../platform/problems.ts'
import { getPost, LOCAL_USER, logChange } from './change-post.ts'
import type { BorderPostDetail, PostChange } from './contract.ts'
import { findPhoto, findUpload, insertPhoto, markPhoto, touchPost } from './photo-queries.ts'
import { lockPost } from './queries.ts'

export interface PhotoStore {
  readonly db: Db
  readonly filesDir: string
}
export interface Upload {
  readonly bytes: Buffer
  readonly caption: string
}

/**
 * Adds a photo to a post: both sizes on the disk, the row and the change, or nothing of it. The upload itself is
 * not kept. The same upload sent again is the same photo; one that had been removed comes back.
 */
export async function addPhoto(
  { db, filesDir }: PhotoStore,
  postId: string,
  { bytes, caption }: Upload,
): Promise<BorderPostDetail> {
  await getPost(db, postId)
  const findKept = async (uploadSha256: string) => {
    const kept = await findUpload(db, postId, uploadSha256)
    return kept && setPhotoRemoved(db, postId, kept.id, false)
  }
  return keepPhoto(filesDir, bytes, findKept, (photo) =>
    db.transaction(async () => {
      await lockPost(db, postId)
      const photoId = await insertPhoto(db, { postId, caption, ...photo })
      return logPhoto(db, postId, 'photo-added', { id: photoId, caption })
    }),
  )
}

/** Takes a photo from the post, or brings it back. Its row and its files stay. */
export function setPhotoRemoved(
  db: Db,
  postId: string,
  photoId: string,
  isRemoved: boolean,
): Promise<BorderPostDetail> {
  return db.transaction(async () => {
    await lockPost(db, postId)
    const photo = await findPhoto(db, postId, photoId)
    if (!photo) throw problem('photo-not-found', { photoId })
    if (photo.isRemoved === isRemoved) return getPost(db, postId)
    await markPhoto(db, photoId, isRemoved)
    return logPhoto(db, postId, isRemoved ? 'photo-removed' : 'photo-restored', photo)
  })
}

async function logPhoto(
  db: Db,
  postId: string,
  action: PostChange['action'],
  { id, caption }: { id: string; caption: string },
): Promise<BorderPostDetail> {
  await touchPost(db, postId)
  const post = await getPost(db, postId)
  const photo = { id, caption }
  const isGone = action === 'photo-removed'
  const fields = [{ field: 'photos', before: isGone ? photo : null, after: isGone ? null : photo }]
  await logChange(db, { postId, version: post.version, action, author: { changedBy: LOCAL_USER }, fields })
  return post
}
