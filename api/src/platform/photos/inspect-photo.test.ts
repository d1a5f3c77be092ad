import { Transformer } from '@napi-rs/image'
import { describe, expect, test } from 'vitest'
import { inspectPhoto } from './inspect-photo.ts'

const pixels = new Uint8Array(40 * 30 * 4).fill(128)
const image = () => Transformer.fromRgbaPixels(pixels, 40, 30)
const jpeg = await image().jpeg(80)
const png = await image().png()
const webp = await image().webp(80)
const webpLossless = await image().webpLossless()

function refusalOf(bytes: Buffer) {
  try {
    inspectPhoto(bytes)
  } catch (error) {
    return error as { code: string; params: Record<string, unknown> }
  }
  throw new Error('accepted')
}

/** A PNG that declares what it likes and holds next to nothing. */
function pngDeclaring(width: number, height: number): Buffer {
  const copy = Buffer.from(png)
  copy.writeUInt32BE(width, 16)
  copy.writeUInt32BE(height, 20)
  return copy
}

describe('inspectPhoto', () => {
  test.each([
    ['jpeg', jpeg],
    ['png', png],
    ['webp', webp],
    ['webp', webpLossless],
  ])('reads format and size of a %s from its bytes', (format, bytes) => {
    expect(inspectPhoto(bytes)).toEqual({ format, widthPixels: 40, heightPixels: 30 })
  })

  test.each([
    ['jpeg', jpeg],
    ['png', png],
    ['webp', webp],
  ])('refuses a %s that stops too early', (_format, bytes) => {
    expect(refusalOf(bytes.subarray(0, bytes.length - 20)).code).toBe('photo-broken')
    expect(refusalOf(bytes.subarray(0, 14)).code).toBe('photo-broken')
  })

  test('is not deceived by the whole thumbnail inside a truncated JPEG', () => {
    const thumbnail = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), jpeg])
    thumbnail.writeUInt16BE(jpeg.length + 2, 2)
    const withThumbnail = Buffer.concat([jpeg.subarray(0, 2), thumbnail, jpeg.subarray(2)])
    expect(inspectPhoto(withThumbnail).widthPixels).toBe(40)
    expect(refusalOf(withThumbnail.subarray(0, -30)).code).toBe('photo-broken')
  })

  test('refuses pixels by the billion before anything is decoded', () => {
    const { code, params } = refusalOf(pngDeclaring(60_000, 60_000))
    expect(code).toBe('photo-too-many-pixels')
    expect(params).toEqual({ width: 60_000, height: 60_000, limit: 52 })
  })

  test('accepts the largest photo of a present telephone', () => {
    expect(inspectPhoto(pngDeclaring(8192, 6144)).widthPixels).toBe(8192)
  })

  test.each([
    ['HEIC (iPhone)', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    [null, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [null, Buffer.alloc(0)],
  ])('names a file that is no accepted photo: %s', (found, bytes) => {
    expect(refusalOf(bytes)).toMatchObject({ code: 'photo-format-unsupported', params: { found } })
  })
})
