import { problem } from '../problems.ts'

export type PhotoFormat = 'jpeg' | 'png' | 'webp'
export interface PhotoShape {
  readonly format: PhotoFormat
  readonly widthPixels: number
  readonly heightPixels: number
}

/** A small file can declare pixels by the billion: what is above is refused before anything is decoded. */
export const MAX_MEGAPIXELS = 52

/**
 * Reads format and size from the bytes themselves, and checks that the file goes on to its end.
 * Neither its name nor its declared type is believed.
 *
 * @throws problem `photo-format-unsupported`, `photo-broken` or `photo-too-many-pixels`.
 */
export function inspectPhoto(bytes: Buffer): PhotoShape {
  const format = recognise(bytes)
  const size = READERS[format](bytes)
  if (!size || size.width === 0 || size.height === 0) throw problem('photo-broken', {}, { field: 'file' })
  if (size.width * size.height > MAX_MEGAPIXELS * 1e6) {
    throw problem(
      'photo-too-many-pixels',
      { width: size.width, height: size.height, limit: MAX_MEGAPIXELS },
      { field: 'file' },
    )
  }
  return { format, widthPixels: size.width, heightPixels: size.height }
}

function recognise(bytes: Buffer): PhotoFormat {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  throw problem('photo-format-unsupported', { found: nameFormat(bytes) }, { field: 'file' })
}

/** Null when nothing known begins like this. */
function nameFormat(bytes: Buffer): string | null {
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12)
    if (/^(heic|heix|hevc|mif1|msf1)$/.test(brand)) return 'HEIC (iPhone)'
    return brand === 'avif' ? 'AVIF' : 'MP4'
  }
  if (ascii(bytes, 0, 4) === 'GIF8') return 'GIF'
  if (ascii(bytes, 0, 4) === '%PDF') return 'PDF'
  if (ascii(bytes, 0, 2) === 'BM') return 'BMP'
  if (['II*\0', 'MM\0*'].includes(ascii(bytes, 0, 4))) return 'TIFF'
  return null
}

interface Size {
  readonly width: number
  readonly height: number
}
/** The declared size, or undefined when the file is broken or stops before its end. */
type ReadSize = (bytes: Buffer) => Size | undefined

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
const JPEG_END = Buffer.from([0xff, 0xd9])

const READERS: Record<PhotoFormat, ReadSize> = { jpeg: readJpegSize, png: readPngSize, webp: readWebpSize }

function readPngSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 33 || !bytes.includes(PNG_END)) return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/**
 * Walks the segments up to the scan, so that neither the thumbnail inside EXIF is taken for the photo nor its
 * end for the photo's end.
 */
function readJpegSize(bytes: Buffer): Size | undefined {
  let size: Size | undefined
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && at + 9 <= bytes.length) {
      size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    }
    if (marker === 0xda) return bytes.indexOf(JPEG_END, at) > 0 ? size : undefined
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function readWebpSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) return undefined
  switch (ascii(bytes, 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21)
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}

function ascii(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end)
}
