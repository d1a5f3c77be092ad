import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { constants, copyFile, type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { endOfArchive, packEntry, packHeader, paddingAfter } from '../tar.ts'
import {
  type ArchivedFile,
  type ArchivedTable,
  type ArchivedTemplate,
  fileEntryName,
  isTemplateName,
  MANIFEST_NAME,
  type Manifest,
  tableEntryName,
  templateEntryName,
} from './manifest.ts'
import type { Row, TableShape } from './read-database.ts'
import { contentName, listFiles, sha256Of } from './stored-files.ts'

const GZIP_LEVEL = 6
const OWNER_ONLY = 0o600
const WRITTEN_AT_ONCE = 1_000_000

/** Writes the rows of a table to a file of the folder, a line each. */
export async function writeTable(
  folder: string,
  { name, columns }: TableShape,
  batches: AsyncIterable<Row[]>,
): Promise<ArchivedTable> {
  const handle = await open(spooled(folder, name), 'wx', OWNER_ONLY)
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  let held = ''
  try {
    for await (const batch of batches) {
      rows += batch.length
      held += batch.map((row) => `${JSON.stringify(row)}\n`).join('')
      if (held.length < WRITTEN_AT_ONCE) continue
      bytes += await append(handle, hash, held)
      held = ''
    }
    bytes += await append(handle, hash, held)
  } finally {
    await handle.close()
  }
  return { name, columns: [...columns], rows, bytes, sha256: hash.digest('hex') }
}

async function append(handle: FileHandle, hash: Hash, text: string): Promise<number> {
  const bytes = Buffer.from(text, 'utf8')
  hash.update(bytes)
  await handle.writeFile(bytes)
  return bytes.length
}

/** Finds the files of these content names; one that is absent or no longer has its content is missing. */
export async function findFiles(
  filesDir: string,
  names: readonly string[],
): Promise<{ files: ArchivedFile[]; missingFiles: string[] }> {
  const pathOf = new Map((await listFiles(filesDir)).map((path) => [contentName(path), path]))
  const files: ArchivedFile[] = []
  const missingFiles: string[] = []
  for (const sha256 of names) {
    const path = pathOf.get(sha256)
    const place = join(filesDir, path ?? '')
    if (path === undefined || (await sha256Of(place)) !== sha256) missingFiles.push(sha256)
    else files.push({ path, bytes: (await stat(place)).size, sha256 })
  }
  return { files, missingFiles }
}

/** Copies the templates to a folder: somebody may put another in the place of one while the archive is written. */
export async function copyTemplates(templatesDir: string, folder: string): Promise<ArchivedTemplate[]> {
  const names = (await listFiles(templatesDir)).filter(isTemplateName)
  const templates: ArchivedTemplate[] = []
  for (const name of names) {
    const copy = join(folder, name)
    await copyFile(join(templatesDir, name), copy, constants.COPYFILE_EXCL)
    templates.push({ name, bytes: (await stat(copy)).size, sha256: await sha256Of(copy) })
  }
  return templates
}

interface ArchivedFolders {
  /** Of the spooled tables and the copied templates. */
  readonly workshop: string
  readonly files: string
}

/** Writes manifest, files, templates and tables as one compressed archive that is on the disk for certain. */
export async function writeArchive(
  archive: string,
  manifest: Manifest,
  folders: ArchivedFolders,
): Promise<void> {
  await pipeline(
    Readable.from(packed(manifest, folders), { objectMode: false }),
    createGzip({ level: GZIP_LEVEL }),
    createWriteStream(archive, { flags: 'wx', mode: OWNER_ONLY, flush: true }),
  )
}

async function* packed(manifest: Manifest, folders: ArchivedFolders): AsyncGenerator<Buffer> {
  yield packEntry(MANIFEST_NAME, Buffer.from(JSON.stringify(manifest)))
  for (const { path, bytes } of manifest.files)
    yield* packedFile(fileEntryName(path), join(folders.files, path), bytes)
  for (const { name, bytes } of manifest.templates ?? [])
    yield* packedFile(templateEntryName(name), join(folders.workshop, name), bytes)
  for (const { name, bytes } of manifest.tables)
    yield* packedFile(tableEntryName(name), spooled(folders.workshop, name), bytes)
  yield endOfArchive
}

async function* packedFile(name: string, file: string, bytes: number): AsyncGenerator<Buffer> {
  yield packHeader(name, bytes)
  for await (const piece of createReadStream(file)) yield piece as Buffer
  yield paddingAfter(bytes)
}

function spooled(folder: string, table: string): string {
  return join(folder, `${table}.jsonl`)
}
