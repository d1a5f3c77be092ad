const BLOCK_BYTES = 512
const LARGEST_BYTES = 0o77777777777

export interface TarEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly bytes: Buffer
}

/** An entry whose content comes piece by piece, and only until the next entry is asked for. */
export interface StreamedEntry {
  readonly name: string
  readonly size: number
  readonly content: AsyncIterable<Buffer>
}

/** One file or folder of a tar archive (ustar), padded to whole blocks. */
export function packEntry(name: string, bytes: Buffer, isFolder = false): Buffer {
  return Buffer.concat([packHeader(name, bytes.length, isFolder), bytes, paddingAfter(bytes.length)])
}

/** The block before the content of an entry. */
export function packHeader(name: string, size: number, isFolder = false): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`Name too long for the archive: ${name}`)
  if (size > LARGEST_BYTES) throw new RangeError(`Too large for the archive: ${name}`)
  const header = Buffer.alloc(BLOCK_BYTES)
  header.write(name, 0)
  header.write(isFolder ? '0000700\0' : '0000600\0', 100)
  header.write('0000000\x000000000\0', 108)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write(' '.repeat(8), 148)
  header.write(isFolder ? '5' : '0', 156)
  header.write('ustar\x0000', 257)
  const checksum = header.reduce((sum, byte) => sum + byte, 0)
  header.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** What fills the last block of a content of that size. */
export function paddingAfter(size: number): Buffer {
  return Buffer.alloc((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES)
}

/** The two empty blocks that end an archive. */
export const endOfArchive = Buffer.alloc(2 * BLOCK_BYTES)

/** Reads an archive of plain files and folders. Throws RangeError when it is cut short. */
export function* unpack(archive: Buffer): Generator<TarEntry> {
  let at = 0
  while (at + BLOCK_BYTES <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK_BYTES)
    const { name, size } = readHeader(header)
    const start = at + BLOCK_BYTES
    if (start + size > archive.length) throw new RangeError('The archive is cut short.')
    yield { name, isFolder: header[156] === 0x35, bytes: archive.subarray(start, start + size) }
    at = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES
  }
  if (at + BLOCK_BYTES > archive.length) throw new RangeError('The archive is cut short.')
}

/**
 * Reads an archive as it comes, without holding it. A content is read to its end, or not at all.
 *
 * @throws RangeError when it is cut short or goes on after its end.
 */
export async function* streamEntries(source: AsyncIterable<Buffer>): AsyncGenerator<StreamedEntry> {
  const reader = new ByteReader(source)
  try {
    for (;;) {
      const header = await reader.block()
      if (header[0] === 0) break
      const { name, size } = readHeader(header)
      const content = reader.pieces(size)
      yield { name, size, content }
      for await (const _ of content);
      for await (const _ of reader.pieces(paddingAfter(size).length));
    }
    // To the last byte, so that whoever unpacks on the way compares its checksum too.
    for await (const piece of reader.rest()) {
      if (piece.some((byte) => byte !== 0)) throw new RangeError('The archive goes on after its end.')
    }
  } finally {
    await reader.close()
  }
}

class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async block(): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(BLOCK_BYTES)) pieces.push(piece)
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
  }

  async *pieces(count: number): AsyncGenerator<Buffer> {
    let left = count
    while (left > 0) {
      const piece = (await this.#some()).subarray(0, left)
      if (piece.length === 0) throw new RangeError('The archive is cut short.')
      this.#held = this.#held.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async *rest(): AsyncGenerator<Buffer> {
    for (let piece = await this.#some(); piece.length > 0; piece = await this.#some()) {
      this.#held = Buffer.alloc(0)
      yield piece
    }
  }

  /** What is at hand, which stays; empty at the end. */
  async #some(): Promise<Buffer> {
    while (this.#held.length === 0) {
      const next = await this.#source.next()
      if (next.done) break
      this.#held = next.value
    }
    return this.#held
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const size = Number.parseInt(textOf(header, 124, 12), 8) || 0
  const prefix = textOf(header, 345, 155)
  const name = prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100)
  return { name, size }
}

function textOf(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end).trim()
}
