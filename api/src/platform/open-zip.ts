import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

export interface ZipLimits {
  readonly parts: number
  /** Unpacked, of one part and of all that are read. */
  readonly partBytes: number
  readonly totalBytes: number
}

/** A zip that cannot be read, or that would unpack to more than was allowed. */
export class ZipError extends Error {
  readonly reason: 'broken' | 'excessive' | 'encrypted'
  constructor(reason: 'broken' | 'excessive' | 'encrypted', message: string) {
    super(message)
    this.name = 'ZipError'
    this.reason = reason
  }
}

export interface Zip {
  readonly names: readonly string[]
  /** The bytes of a part; undefined when there is none of that name. */
  read(name: string): Promise<Buffer | undefined>
}

interface Entry {
  readonly method: number
  readonly packedBytes: number
  readonly headerAt: number
}

const inflate = promisify(inflateRaw)
const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff

/**
 * Opens a zip that is in memory. Parts are unpacked one by one when they are asked for, and unpacking stops at the
 * limits whatever sizes the file announces: a small file cannot fill the memory.
 *
 * @throws ZipError, here and from `read`.
 */
export function openZip(bytes: Buffer, limits: ZipLimits): Zip {
  const entries = readDirectory(bytes, limits)
  let unpackedBytes = 0
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const allowed = Math.min(limits.partBytes, limits.totalBytes - unpackedBytes)
      const content = await unpack(bytes, entry, allowed)
      unpackedBytes += content.length
      return content
    },
  }
}

function readDirectory(bytes: Buffer, limits: ZipLimits): Map<string, Entry> {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.parts) throw new ZipError('excessive', `${count} parts`)
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new ZipError('broken', `no entry at ${at}`)
    }
    if (bytes.readUInt16LE(at + 8) & 1) throw new ZipError('encrypted', 'an entry is encrypted')
    const nameBytes = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/')
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - END_BYTES
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new ZipError('broken', 'no directory')
}

async function unpack(bytes: Buffer, entry: Entry, allowedBytes: number): Promise<Buffer> {
  const { headerAt, method, packedBytes } = entry
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_SIGNATURE) {
    throw new ZipError('broken', `no part at ${headerAt}`)
  }
  const start = headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28)
  const packed = bytes.subarray(start, start + packedBytes)
  if (packed.length < packedBytes) throw new ZipError('broken', 'cut short')
  if (method !== 0 && method !== 8) throw new ZipError('broken', `method ${method}`)
  if ((method === 0 ? packedBytes : 0) > allowedBytes || allowedBytes <= 0) {
    throw new ZipError('excessive', `over ${allowedBytes} bytes`)
  }
  if (method === 0) return packed
  return inflate(packed, { maxOutputLength: allowedBytes }).catch((error: NodeJS.ErrnoException) => {
    const isTooLarge = error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipError(isTooLarge ? 'excessive' : 'broken', error.message)
  })
}
