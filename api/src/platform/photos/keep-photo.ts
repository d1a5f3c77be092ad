import { createHash } from 'node:crypto'
import { inspectPhoto } from './inspect-photo.ts'
import { type PhotoFacts, readPhotoFacts } from './read-photo-facts.ts'
import { resizePhoto } from './resize-photo.ts'
import { withStoredFiles } from './store-file.ts'
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
    return withStoredFiles(
      filesDir,
      [{ content: sizes.large }, { content: sizes.thumbnail }],
      ([large, thumbnail]) =>
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
