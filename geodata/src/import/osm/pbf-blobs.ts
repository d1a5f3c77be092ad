import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { ImportError } from '../import-error.ts'
import { ProtoError, ProtoReader } from './proto-reader.ts'

const inflate = promisify(zlib.inflate)

/** Limits of the format: a file beyond them is damaged, and would ask for any amount of memory. */
const MAX_HEADER_BYTES = 64 * 1024
const MAX_BLOB_BYTES = 32 * 1024 * 1024

export interface PbfFrame {
  type: string
  /** Where the blob begins, behind its header. */
  offset: number
  length: number
}

/**
 * Lists the frames of a .osm.pbf file without reading what is in them.
 *
 * @throws ImportError `import-file-empty`, `import-file-not-osm`, `import-file-truncated`, `import-osm-damaged`.
 */
export async function listFrames(file: FileHandle, fileName: string, bytes: number): Promise<PbfFrame[]> {
  if (bytes === 0) throw new ImportError('import-file-empty', fileName, 'is empty')
  const frames: PbfFrame[] = []
  for (let at = 0; at < bytes; ) {
    const frame = await readFrame(file, fileName, at, bytes)
    if (frames.length === 0 && frame.type !== 'OSMHeader') throw notOsm(fileName)
    frames.push(frame)
    at = frame.offset + frame.length
    if (at > bytes) throw truncated(fileName, bytes, at)
  }
  if (frames.length === 1) throw new ImportError('import-file-empty', fileName, 'holds a header alone')
  return frames
}

async function readFrame(file: FileHandle, fileName: string, at: number, bytes: number): Promise<PbfFrame> {
  const isFirst = at === 0
  if (at + 4 > bytes) throw isFirst ? notOsm(fileName) : truncated(fileName, bytes, at + 4)
  const headerLength = (await readBytes(file, fileName, at, 4)).readUInt32BE()
  if (headerLength === 0 || headerLength > MAX_HEADER_BYTES)
    throw isFirst ? notOsm(fileName) : damaged(fileName, at, `a header of ${headerLength} bytes`)
  const offset = at + 4 + headerLength
  if (offset > bytes) throw isFirst ? notOsm(fileName) : truncated(fileName, bytes, offset)
  try {
    const { type, length } = readHeader(await readBytes(file, fileName, at + 4, headerLength))
    if (length > MAX_BLOB_BYTES) throw new ProtoError(`a blob of ${length} bytes`)
    return { type, offset, length }
  } catch (error) {
    if (!(error instanceof ProtoError)) throw error
    throw isFirst ? notOsm(fileName) : damaged(fileName, at, error.message)
  }
}

function readHeader(bytes: Uint8Array): { type: string; length: number } {
  const reader = new ProtoReader(bytes)
  let type = ''
  let length = -1
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    if (tag === 10) type = reader.text()
    else if (tag === 24) length = reader.varint()
    else reader.skip(tag)
  }
  if (type === '' || length < 0) throw new ProtoError('a header without type or length')
  return { type, length }
}

/**
 * Reads and inflates the blob of a frame.
 *
 * @throws ImportError `import-osm-damaged`; `import-osm-feature` for a compression that is not zlib.
 */
export async function readBlob(file: FileHandle, fileName: string, frame: PbfFrame): Promise<Uint8Array> {
  const reader = new ProtoReader(await readBytes(file, fileName, frame.offset, frame.length))
  try {
    while (!reader.isAtEnd()) {
      const tag = reader.tag()
      if (tag === 10) return reader.message().rest()
      if (tag === 26) return await inflate(reader.message().rest(), { maxOutputLength: MAX_BLOB_BYTES })
      if (tag === 16) reader.skip(tag)
      else throw unsupported(fileName, COMPRESSIONS[tag >> 3] ?? `field ${tag >> 3}`)
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw damaged(fileName, frame.offset, (error as Error).message)
  }
  throw damaged(fileName, frame.offset, 'a blob without content')
}

const COMPRESSIONS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' }

async function readBytes(file: FileHandle, fileName: string, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, at)
  if (bytesRead < length) throw truncated(fileName, at + bytesRead, at + length)
  return buffer
}

function notOsm(fileName: string): ImportError {
  return new ImportError('import-file-not-osm', fileName, 'is not an .osm.pbf file')
}

function truncated(fileName: string, bytes: number, expected: number): ImportError {
  const detail = `breaks off after ${bytes} bytes, ${expected} or more are announced`
  return new ImportError('import-file-truncated', fileName, detail, [], { bytes, expected })
}

export function damaged(fileName: string, at: number, cause: string): ImportError {
  return new ImportError('import-osm-damaged', fileName, `is damaged near byte ${at}: ${cause}`, [], { at })
}

export function unsupported(fileName: string, feature: string): ImportError {
  const detail = `needs ${feature}, which this reader does not know`
  return new ImportError('import-osm-feature', fileName, detail, [], { feature })
}

export async function openHandle(path: string, fileName: string): Promise<FileHandle> {
  try {
    return await open(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new ImportError('import-file-missing', fileName, `cannot be read (${code})`)
  }
}
