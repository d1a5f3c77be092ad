import { createHash } from 'node:crypto'
import { inspectPhoto } from './inspect-photo.ts'
import { type PhotoFacts, readPhotoFacts } from './read-photo-facts.ts'
import { resizePhoto } from './resize-photo.ts'
import { removeFile, type StoredFile, storeFile } from './store-file.ts'
import { takeTurns } from './take-turns.ts'

/** What is kept of an upload: its digest, what EXIF told, and the content names of its two files. */
export interface PhotoToKeep {
  readonly uploadSha256: string
  readonly facts: PhotoFacts
  readonly widthPixels: number
  readonly heightPixels: number
  readonly largeSha256: string
  readonly thumbnailSha256: string
}

const inTurn = takeTurns()

/**
 * Puts both sizes of an upload on the disk and does `work` with what is to be written of it, or does nothing of it. The
 * upload itself is not kept. One upload at a time, for the memory that decoding takes.
 *
 * @param findKept What there is already of the same upload, if anything: then that is the answer.
 * @throws a problem of the catalogue where the upload is no photo, or cannot be stored.
 */
export function keepPhoto<T>(
  filesDir: string,
  bytes: Buffer,
  findKept: (uploadSha256: string) => Promise<T | undefined>,
  work: (photo: PhotoToKeep) => Promise<T>,
): Promise<T> {
  return inTurn(async () => {
    const shape = inspectPhoto(bytes)
    const uploadSha256 = createHash('sha256').update(bytes).digest('hex')
    const kept = await findKept(uploadSha256)
    if (kept !== undefined) return kept
    const facts = readPhotoFacts(bytes)
    const { widthPixels, heightPixels, ...sizes } = await resizePhoto(bytes, shape)
    return withFiles(filesDir, [sizes.large, sizes.thumbnail], ([large, thumbnail]) =>
      work({
        uploadSha256,
        facts,
        widthPixels,
        heightPixels,
        largeSha256: large?.sha256 ?? '',
        thumbnailSha256: thumbnail?.sha256 ?? '',
      }),
    )
  })
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
