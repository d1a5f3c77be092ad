import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** Every file of a folder by its path inside it, with `/` between the parts. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** The SHA-256 that a file is named by, if it is named by one. */
export function contentName(path: string): string | undefined {
  return path.match(/(?:^|\/)([0-9a-f]{64})\.[a-z0-9]+$/)?.[1]
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/**
 * Writes a file named by its content, through to the disk.
 *
 * @returns false when it was there already.
 */
export async function putFile(
  folder: string,
  { path, bytes, sha256 }: { path: string; bytes: number; sha256: string },
  content: AsyncIterable<Buffer>,
): Promise<boolean> {
  const place = join(folder, path)
  const found = await stat(place).catch(() => undefined)
  if (found?.size === bytes && (await sha256Of(place)) === sha256) return false
  const part = `${place}.restored.part`
  await mkdir(dirname(place), { recursive: true })
  try {
    await writeFile(part, content, { flush: true })
    await rename(part, place)
    await syncFolder(dirname(place))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return true
}

/** Moves the files that are not named to another folder, and tells how many. */
export async function setAside(folder: string, named: ReadonlySet<string>, aside: string): Promise<number> {
  const others = (await listFiles(folder)).filter((path) => !named.has(path))
  for (const path of others) {
    await mkdir(dirname(join(aside, path)), { recursive: true })
    await rename(join(folder, path), join(aside, path))
  }
  return others.length
}

/** Flushes every file and folder under a folder to the disk. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await syncFolder(path)
    else await syncFile(path)
  }
  await syncFolder(folder)
}

export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** So that a rename inside it outlives a power cut. Windows knows no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
