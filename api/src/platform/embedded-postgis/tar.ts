const BLOCK_BYTES = 512

export interface TarEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly bytes: Buffer
}

/** One file or folder of a tar archive (ustar), padded to whole blocks. */
export function packEntry(name: string, bytes: Buffer, isFolder = false): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`Name too long for the archive: ${name}`)
  const header = Buffer.alloc(BLOCK_BYTES)
  header.write(name, 0)
  header.write(isFolder ? '0000700\0' : '0000600\0', 100)
  header.write('0000000\x000000000\0', 108)
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write(' '.repeat(8), 148)
  header.write(isFolder ? '5' : '0', 156)
  header.write('ustar\x0000', 257)
  const checksum = header.reduce((sum, byte) => sum + byte, 0)
  header.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148)
  const padding = Buffer.alloc((BLOCK_BYTES - (bytes.length % BLOCK_BYTES)) % BLOCK_BYTES)
  return Buffer.concat([header, bytes, padding])
}

/** The two empty blocks that end an archive. */
export const endOfArchive = Buffer.alloc(2 * BLOCK_BYTES)

/** Reads an archive of plain files and folders. Throws RangeError when it is cut short. */
export function* unpack(archive: Buffer): Generator<TarEntry> {
  let at = 0
  while (at + BLOCK_BYTES <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK_BYTES)
    const size = Number.parseInt(textOf(header, 124, 12), 8) || 0
    const prefix = textOf(header, 345, 155)
    const name = prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100)
    const start = at + BLOCK_BYTES
    if (start + size > archive.length) throw new RangeError('The archive is cut short.')
    yield { name, isFolder: header[156] === 0x35, bytes: archive.subarray(start, start + size) }
    at = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES
  }
  if (at + BLOCK_BYTES > archive.length) throw new RangeError('The archive is cut short.')
}

function textOf(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end).trim()
}
