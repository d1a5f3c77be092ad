import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { getPost, LOCAL_USER, logChange } from './change-post.ts'
import type { BorderPostDetail, PostChange } from './contract.ts'
import { inspectPhoto } from './inspect-photo.ts'
import { findPhoto, findUpload, insertPhoto, markPhoto, touchPost } from './photo-queries.ts'
import { lockPost } from './queries.ts'
import { readPhotoFacts } from './read-photo-facts.ts'
import { resizePhoto } from './resize-photo.ts'
import { removeFile, type StoredFile, storeFile } from './store-file.ts'
import { takeTurns } from './take-turns.ts'

export interface PhotoStore {
  readonly db: Db
  readonly filesDir: string
}
export interface Upload {
  readonly bytes: Buffer
  readonly caption: string
}

const inTurn = takeTurns()

/**
 * Adds a photo to a post: both sizes on the disk, the row and the change, or nothing of it. The upload itself is
 * not kept. The same upload sent again is the same photo; one that had been removed comes back.
 */
export function addPhoto(store: PhotoStore, postId: string, upload: Upload): Promise<BorderPostDetail> {
  return inTurn(async () => {
    await getPost(store.db, postId)
    const shape = inspectPhoto(upload.bytes)
    const uploadSha256 = createHash('sha256').update(upload.bytes).digest('hex')
    const kept = await findUpload(store.db, postId, uploadSha256)
    if (kept) return setPhotoRemoved(store.db, postId, kept.id, false)
    const facts = readPhotoFacts(upload.bytes)
    const { widthPixels, heightPixels, ...sizes } = await resizePhoto(upload.bytes, shape)
    return withFiles(store.filesDir, [sizes.large, sizes.thumbnail], ([large, thumbnail]) =>
      store.db.transaction(async () => {
        await lockPost(store.db, postId)
        const photoId = await insertPhoto(store.db, {
          postId,
          caption: upload.caption,
          uploadSha256,
          facts,
          widthPixels,
          heightPixels,
          largeSha256: large?.sha256 ?? '',
          thumbnailSha256: thumbnail?.sha256 ?? '',
        })
        return logPhoto(store.db, postId, 'photo-added', { id: photoId, caption: upload.caption })
      }),
    )
  })
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

/** Stores the files, then does `work`; when either fails, the files that were new are gone again. */
async function withFiles<T>(
  folder: string,
  contents: readonly Buffer[],
  work: (files: readonly StoredFile[]) => Promise<T>,
): Promise<T> {
  const files: StoredFile[] = []
  try {
    for (const content of contents) files.push(await storeFile(folder, content))
    return await work(files)
  } catch (error) {
    for (const file of files.filter(({ isNew }) => isNew)) await removeFile(folder, file.sha256)
    throw error
  }
}
