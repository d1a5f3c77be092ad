import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nameFileFailure } from '../file-failure.ts'

export interface StoredFile {
  readonly sha256: string
  /** False when a file of the same content was there already. */
  readonly isNew: boolean
}

/** Photos are WebP; logos are kept as pixels, and as they were drawn. */
export type StoredFormat = 'webp' | 'png' | 'svg'

/** Files are named by their content, so a name never changes its meaning and may be cached for ever. */
export function filePath(folder: string, sha256: string, format: StoredFormat = 'webp'): string {
  return join(folder, 'photos', sha256.slice(0, 2), `${sha256}.${format}`)
}

interface FileToStore {
  readonly content: Buffer
  readonly format?: StoredFormat
}

/** Stores the files, then does `work`; when either fails, the files that were new are gone again. */
export async function withStoredFiles<T>(
  folder: string,
  files: readonly FileToStore[],
  work: (stored: readonly StoredFile[]) => Promise<T>,
): Promise<T> {
  const stored: (StoredFile & { readonly format?: StoredFormat | undefined })[] = []
  try {
    for (const { content, format } of files)
      stored.push({ ...(await storeFile(folder, content, format)), format })
    return await work(stored)
  } catch (error) {
    for (const { isNew, sha256, format } of stored) if (isNew) await removeFile(folder, sha256, format)
    throw error
  }
}

/**
 * Writes beside the place and renames when all is on the disk: a name either holds the whole file or does
 * not exist. What a failed write left is removed.
 *
 * @throws problem `disk-full` or `files-not-writable`.
 */
export async function storeFile(
  folder: string,
  content: Buffer,
  format: StoredFormat = 'webp',
): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const path = filePath(folder, sha256, format)
  if (await isWhole(path, content.length)) return { sha256, isNew: false }
  const part = `${path}.${randomUUID()}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeThrough(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw nameFileFailure(error)
  }
  return { sha256, isNew: true }
}

export async function removeFile(
  folder: string,
  sha256: string,
  format: StoredFormat = 'webp',
): Promise<void> {
  await rm(filePath(folder, sha256, format), { force: true })
}

async function isWhole(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.size === bytes
}

async function writeThrough(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
