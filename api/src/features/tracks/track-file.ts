import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { nameFileFailure } from '../../platform/file-failure.ts'
import { problem } from '../../platform/problems.ts'
import { trackFilePath } from '../../platform/track-file-path.ts'

/** A file that has arrived whole and that nobody has taken yet. */
export interface ReceivedFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * Writes a file beside its place while it arrives.
 *
 * @param isWhole Asked at the end: whether nothing was cut off.
 * @throws problem `track-too-large`, `disk-full`, `files-not-writable`.
 */
export async function receiveTrackFile(
  filesDir: string,
  arriving: Readable,
  { maxBytes, isWhole }: { maxBytes: number; isWhole: () => boolean },
): Promise<ReceivedFile> {
  const folder = join(filesDir, 'tracks')
  const path = join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await mkdir(folder, { recursive: true })
    await pipeline(
      arriving,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      },
      createWriteStream(path, { flags: 'wx', flush: true }),
    )
    const limit = `${maxBytes / 1024 / 1024} MB`
    if (!isWhole()) throw problem('track-too-large', { limit }, { field: 'file' })
    return { path, sha256: hash.digest('hex'), bytes }
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined)
    throw nameFileFailure(error)
  }
}

/** Gives a file its name. Where one of the same content is, nothing changes. */
export async function keepTrackFile(filesDir: string, { path, sha256 }: ReceivedFile): Promise<void> {
  const place = trackFilePath(filesDir, sha256)
  try {
    await mkdir(dirname(place), { recursive: true })
    await rename(path, place)
  } catch (error) {
    throw nameFileFailure(error)
  }
}

export async function isTrackFileThere(filesDir: string, sha256: string): Promise<boolean> {
  return (await stat(trackFilePath(filesDir, sha256)).catch(() => undefined)) !== undefined
}

export async function forgetReceived({ path }: ReceivedFile): Promise<void> {
  await rm(path, { force: true })
}

export async function removeTrackFile(filesDir: string, sha256: string): Promise<void> {
  await rm(trackFilePath(filesDir, sha256), { force: true })
}

/** What uploads left that a crash cut off. To be called before the first of them. */
export async function removeUnfinished(filesDir: string): Promise<void> {
  const folder = join(filesDir, 'tracks')
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names.filter((name) => name.endsWith('.part')).map((name) => rm(join(folder, name), { force: true })),
  )
}
