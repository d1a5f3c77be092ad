import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DatabaseError } from '../database-error.ts'
import { type StreamedEntry, streamEntries } from '../tar.ts'
import {
  AnyManifest,
  type ArchivedFile,
  type ArchivedTable,
  type ArchivedTemplate,
  FORMAT,
  fileEntryName,
  MANIFEST_NAME,
  Manifest,
  tableEntryName,
  templateEntryName,
} from './manifest.ts'
import type { Row } from './read-database.ts'

const ROWS_A_BATCH = 500
const BYTES_A_BATCH = 4_000_000
const NEWLINE = 0x0a
const HEADER_BYTES = 8

interface Visitor {
  onTable?(table: ArchivedTable, batches: AsyncIterable<Row[]>): Promise<void>
  onFile?(file: ArchivedFile, content: AsyncIterable<Buffer>): Promise<void>
  onTemplate?(template: ArchivedTemplate, content: AsyncIterable<Buffer>): Promise<void>
}

type Expected =
  | { readonly kind: 'table'; readonly table: ArchivedTable }
  | { readonly kind: 'file'; readonly file: ArchivedFile }
  | { readonly kind: 'template'; readonly template: ArchivedTemplate }

/**
 * Reads a whole archive, piece by piece, and compares every entry with the manifest. Without a visitor this is its
 * verification.
 *
 * @throws DatabaseError `backup-missing`, `backup-damaged`, `backup-foreign`, `backup-unknown` or `backup-newer`.
 */
export async function readArchive(file: string, visitor: Visitor = {}): Promise<Manifest> {
  await checkStart(file)
  try {
    return await readEntries(file, visitor)
  } catch (error) {
    // What looks like another archive may be a damaged one.
    const isDamaged = isDamage(error) || (isRefusal(error) && !(await isWhole(file)))
    throw isDamaged ? damaged(file, error) : error
  }
}

async function readEntries(file: string, visitor: Visitor): Promise<Manifest> {
  let manifest: Manifest | undefined
  let expected = new Map<string, Expected>()
  for await (const entry of streamEntries(unzipped(file))) {
    if (!manifest) {
      manifest = await readManifest(file, entry)
      expected = entriesOf(manifest)
      continue
    }
    const found = expected.get(entry.name)
    if (!found) throw unknown(file, entry.name)
    expected.delete(entry.name)
    await visit(entry, found, visitor)
  }
  if (!manifest) throw foreign(file)
  if (expected.size > 0) throw new RangeError(`${expected.keys().next().value} is missing.`)
  return manifest
}

async function readManifest(file: string, entry: StreamedEntry): Promise<Manifest> {
  if (entry.name !== MANIFEST_NAME) throw foreign(file)
  const pieces: Buffer[] = []
  for await (const piece of entry.content) pieces.push(piece)
  const content: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'))
  const any = AnyManifest.safeParse(content)
  if (!any.success) throw foreign(file)
  const { format, borneVersion } = any.data
  if (format > FORMAT)
    throw new DatabaseError('backup-newer', `${file} is of Borne ${borneVersion}.`, { file, borneVersion })
  const parsed = Manifest.safeParse(content)
  if (!parsed.success) throw unknown(file, parsed.error.issues[0]?.path.join('.') || MANIFEST_NAME)
  return parsed.data
}

function entriesOf({ tables, files, templates = [] }: Manifest): Map<string, Expected> {
  return new Map<string, Expected>([
    ...tables.map((table) => [tableEntryName(table.name), { kind: 'table', table }] as const),
    ...files.map((file) => [fileEntryName(file.path), { kind: 'file', file }] as const),
    ...templates.map(
      (template) => [templateEntryName(template.name), { kind: 'template', template }] as const,
    ),
  ])
}

async function visit(entry: StreamedEntry, expected: Expected, visitor: Visitor): Promise<void> {
  if (expected.kind === 'file') {
    const content = checked(entry, expected.file)
    await visitor.onFile?.(expected.file, content)
    for await (const _ of content);
    return
  }
  if (expected.kind === 'template') {
    const content = checked(entry, expected.template)
    await visitor.onTemplate?.(expected.template, content)
    for await (const _ of content);
    return
  }
  const content = checked(entry, expected.table, expected.table.rows)
  await visitor.onTable?.(expected.table, rowsOf(content, expected.table.columns.length))
  for await (const _ of content);
}

/** Passes the content on and throws at its end when it is not what the manifest says. */
async function* checked(
  entry: StreamedEntry,
  { bytes, sha256 }: { bytes: number; sha256: string },
  lines?: number,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let newlines = 0
  for await (const piece of entry.content) {
    hash.update(piece)
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) newlines++
    yield piece
  }
  const isWhole = entry.size === bytes && hash.digest('hex') === sha256
  if (!isWhole || (lines ?? newlines) !== newlines)
    throw new RangeError(`${entry.name} is not what the manifest says.`)
}

async function* rowsOf(content: AsyncIterable<Buffer>, columnCount: number): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  let batchBytes = 0
  for await (const line of linesOf(content)) {
    batch.push(parseRow(line, columnCount))
    batchBytes += line.length
    if (batch.length < ROWS_A_BATCH && batchBytes < BYTES_A_BATCH) continue
    yield batch
    batch = []
    batchBytes = 0
  }
  if (batch.length > 0) yield batch
}

async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = []
  for await (const piece of content) {
    let start = 0
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, start)) {
      const end = piece.subarray(start, at)
      yield begun.length === 0 ? end : Buffer.concat([...begun, end])
      begun = []
      start = at + 1
    }
    if (start < piece.length) begun.push(piece.subarray(start))
  }
  if (begun.length > 0) throw new RangeError('The last row is cut short.')
}

function parseRow(line: Buffer, columnCount: number): Row {
  const row: unknown = JSON.parse(line.toString('utf8'))
  const isRow = Array.isArray(row) && row.length === columnCount
  if (isRow && row.every((value) => value === null || typeof value === 'string')) return row as Row
  throw new RangeError('A row has not the values of its columns.')
}

function unzipped(file: string): AsyncIterable<Buffer> {
  return pipeline(createReadStream(file), createGunzip(), () => {})
}

async function isWhole(file: string): Promise<boolean> {
  try {
    for await (const _ of unzipped(file));
    return true
  } catch {
    return false
  }
}

/** A gzip header as Borne writes it: the checksum of gzip does not cover it. */
async function checkStart(file: string): Promise<void> {
  const start = await readStart(file).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code ?? cause.message
    throw new DatabaseError(
      'backup-missing',
      `${file} cannot be read: ${reason}.`,
      { file, reason },
      { cause },
    )
  })
  if (start.length < HEADER_BYTES) throw damaged(file)
  if (start.readUInt16BE(0) !== 0x1f8b) throw foreign(file)
  if (start.readUIntBE(2, 6) !== 0x080000000000) throw damaged(file)
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    ['backup-foreign', 'backup-newer', 'backup-unknown'].includes(error.code)
  )
}

function isDamage(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return error instanceof RangeError || error instanceof SyntaxError || code.startsWith('Z_')
}

function damaged(file: string, cause?: unknown): DatabaseError {
  return new DatabaseError('backup-damaged', `${file} is not a whole backup.`, { file }, { cause })
}

function foreign(file: string): DatabaseError {
  return new DatabaseError('backup-foreign', `${file} is not a backup of Borne.`, { file })
}

function unknown(file: string, entry: string): DatabaseError {
  return new DatabaseError('backup-unknown', `${file} holds what is not known: ${entry}`, { file, entry })
}
