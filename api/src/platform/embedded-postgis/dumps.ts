import { createWriteStream } from 'node:fs'
import { cp, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { DatabaseError } from '../database-error.ts'
import { lockFolder } from './folder-lock.ts'
import { endOfArchive, packEntry, unpack } from './tar.ts'

const KEPT_DUMPS = 3
const NAME = /^database-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})Z\.tar\.gz$/

export function databaseFolderIn(dataDir: string): string {
  return join(dataDir, 'database')
}

export function dumpsFolderIn(dataDir: string): string {
  return join(dataDir, 'dumps')
}

/**
 * Writes the database folder as a compressed archive that is on the disk for certain, and keeps the latest
 * three. `copyQuietly` must run its argument while the engine writes nothing.
 */
export async function writeDump(
  dataDir: string,
  copyQuietly: (copy: () => Promise<void>) => Promise<void>,
): Promise<string> {
  const folder = dumpsFolderIn(dataDir)
  const copied = join(folder, 'copy')
  await mkdir(folder, { recursive: true })
  await rm(copied, { recursive: true, force: true })
  try {
    await copyQuietly(() => cp(databaseFolderIn(dataDir), copied, { recursive: true }))
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
    const file = join(folder, `database-${stamp}Z.tar.gz`)
    await writeArchive(copied, `${file}.part`)
    await rename(`${file}.part`, file)
    await forgetOldDumps(folder)
    return file
  } finally {
    await rm(copied, { recursive: true, force: true })
  }
}

/** When the latest dump was made; undefined when there is none. */
export async function lastDumpAt(dataDir: string): Promise<Date | undefined> {
  const stamp = (await dumpNames(dumpsFolderIn(dataDir))).at(-1)?.match(NAME)?.[1]
  return stamp ? new Date(`${stamp.slice(0, 10)}T${stamp.slice(11).replaceAll('-', ':')}Z`) : undefined
}

/**
 * Puts a dump in the place of the database, which must not be in use. The present one is kept beside it.
 *
 * @returns the folder in which the replaced database is kept, if there was one.
 */
export async function restoreDump(dataDir: string, file: string): Promise<string | undefined> {
  const lock = await lockFolder(dataDir)
  try {
    const incoming = join(dataDir, 'database.incoming')
    await rm(incoming, { recursive: true, force: true })
    await extract(file, incoming)
    const kept = join(
      dataDir,
      `database.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`,
    )
    const hadDatabase = await rename(databaseFolderIn(dataDir), kept).then(
      () => true,
      () => false,
    )
    await rename(incoming, databaseFolderIn(dataDir))
    return hadDatabase ? kept : undefined
  } finally {
    await lock.release()
  }
}

async function writeArchive(folder: string, file: string): Promise<void> {
  await pipeline(Readable.from(packedEntries(folder)), createGzip({ level: 3 }), createWriteStream(file))
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

async function* packedEntries(folder: string): AsyncGenerator<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).replaceAll(sep, '/')
    if (entry.isDirectory()) yield packEntry(`${name}/`, Buffer.alloc(0), true)
    else yield packEntry(name, await readFile(path))
  }
  yield endOfArchive
}

async function extract(file: string, folder: string): Promise<void> {
  const entries = await readFile(file)
    .then((bytes) => promisify(gunzip)(bytes))
    .then((archive) => [...unpack(archive)])
    .catch((cause: Error) => {
      throw damaged(file, cause)
    })
  if (!entries.some(({ name }) => name === 'PG_VERSION')) throw damaged(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const { name, bytes, isFolder } of entries) {
    const path = resolve(folder, name)
    if (!path.startsWith(resolve(folder) + sep)) throw damaged(file)
    await mkdir(isFolder ? path : dirname(path), { recursive: true, mode: 0o700 })
    if (!isFolder) await writeFile(path, bytes, { mode: 0o600 })
  }
}

function damaged(file: string, cause?: Error): DatabaseError {
  return new DatabaseError('dump-damaged', `${file} is not a whole dump.`, { file }, { cause })
}

async function dumpNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => NAME.test(name)).sort()
}

async function forgetOldDumps(folder: string): Promise<void> {
  const old = (await dumpNames(folder)).slice(0, -KEPT_DUMPS)
  await Promise.all(old.map((name) => rm(join(folder, name))))
}
