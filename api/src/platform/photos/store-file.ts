import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nameFileFailure } from '../file-failure.ts'

export interface StoredFile {
  readonly sha256: string
  /** False when a file of the same content was there already. */
  readonly isNew: boolean
}

/** Files are named by their content, so a name never changes its meaning and may be cached for ever. */
export function filePath(folder: string, sha256: string): string {
  return join(folder, 'photos', sha256.slice(0, 2), `${sha256}.webp`)
}

/**
 * Writes beside the place and renames when all is on the disk: a name either holds the whole file or does
 * not exist. What a failed write left is removed.
 *
 * @throws problem `disk-full` or `files-not-writable`.
 */
export async function storeFile(folder: string, content: Buffer): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const path = filePath(folder, sha256)
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

export async function removeFile(folder: string, sha256: string): Promise<void> {
  await rm(filePath(folder, sha256), { force: true })
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
