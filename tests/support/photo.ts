import { readFileSync } from 'node:fs'

/** Sky above, sand below, a dark mast on the left: which way is up can be told from its pixels. */
export const PHOTO = readFileSync(new URL('../fixtures/photo-2600x1300.jpg', import.meta.url))

export interface Exif {
  readonly cameraMake: string
  /** `YYYY:MM:DD hh:mm:ss`, as EXIF writes it. */
  readonly takenAt: string
  readonly longitude: number
  readonly latitude: number
  /** 1 upright, 6 to be turned a quarter to the right. */
  readonly orientation: number
}

/** The JPEG with an EXIF segment of its own making, as a telephone would write it. */
export function withExif(jpeg: Buffer, exif: Exif): Buffer {
  const tiff = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffOf(exif)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(tiff.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, tiff, jpeg.subarray(2)])
}

const ASCII = 2
const SHORT = 3
const LONG = 4
const RATIONAL = 5
interface Entry {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly value: Buffer
}

/** Little-endian TIFF: the main directory, then EXIF's, then the position's. */
function tiffOf({ cameraMake, takenAt, longitude, latitude, orientation }: Exif): Buffer {
  const position = [
    ascii(1, latitude < 0 ? 'S' : 'N'),
    degrees(2, latitude),
    ascii(3, longitude < 0 ? 'W' : 'E'),
    degrees(4, longitude),
  ]
  const time = [ascii(0x9003, takenAt)]
  const main = [ascii(0x010f, cameraMake), short(0x0112, orientation)]
  const start = 8
  const mainBytes = sizeOf([...main, long(0x8769, 0), long(0x8825, 0)])
  const timeAt = start + mainBytes
  const positionAt = timeAt + sizeOf(time)
  const header = Buffer.from('49492a0008000000', 'hex')
  return Buffer.concat([
    header,
    directory([...main, long(0x8769, timeAt), long(0x8825, positionAt)], start),
    directory(time, timeAt),
    directory(position, positionAt),
  ])
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4)
  table.writeUInt16LE(entries.length, 0)
  const heap: Buffer[] = []
  let heapAt = at + table.length
  for (const [index, { tag, type, count, value }] of entries.entries()) {
    const offset = 2 + index * 12
    table.writeUInt16LE(tag, offset)
    table.writeUInt16LE(type, offset + 2)
    table.writeUInt32LE(count, offset + 4)
    if (value.length <= 4) value.copy(table, offset + 8)
    else {
      table.writeUInt32LE(heapAt, offset + 8)
      heap.push(value)
      heapAt += value.length
    }
  }
  return Buffer.concat([table, ...heap])
}

function sizeOf(entries: readonly Entry[]): number {
  return directory(entries, 0).length
}

function ascii(tag: number, text: string): Entry {
  const value = Buffer.from(`${text}\0`, 'latin1')
  return { tag, type: ASCII, count: value.length, value }
}

function short(tag: number, number: number): Entry {
  const value = Buffer.alloc(2)
  value.writeUInt16LE(number)
  return { tag, type: SHORT, count: 1, value }
}

function long(tag: number, number: number): Entry {
  const value = Buffer.alloc(4)
  value.writeUInt32LE(number)
  return { tag, type: LONG, count: 1, value }
}

/** Degrees, minutes and seconds to the hundredth, each as a fraction. */
function degrees(tag: number, signed: number): Entry {
  const hundredths = Math.round(Math.abs(signed) * 360_000)
  const value = Buffer.alloc(24)
  const parts = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6_000) % 60, hundredths % 6_000]
  for (const [index, part] of parts.entries()) {
    value.writeUInt32LE(part, index * 8)
    value.writeUInt32LE(index === 2 ? 100 : 1, index * 8 + 4)
  }
  return { tag, type: RATIONAL, count: 3, value }
}

/** Names of the chunks of a WebP file: pixels are VP8, VP8L and ALPH; metadata would be EXIF, XMP or ICCP. */
export function webpChunks(webp: Buffer): string[] {
  const names: string[] = []
  for (let at = 12; at + 8 <= webp.length; ) {
    names.push(webp.toString('latin1', at, at + 4).trim())
    const size = webp.readUInt32LE(at + 4)
    at += 8 + size + (size % 2)
  }
  return names
}
