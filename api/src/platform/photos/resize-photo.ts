import { ResizeFilterType, ResizeFit, Transformer } from '@napi-rs/image'
import { problem } from '../problems.ts'
import { inspectPhoto, type PhotoShape } from './inspect-photo.ts'

export const LARGE_PIXELS = 2048
export const THUMBNAIL_PIXELS = 480
const QUALITY = 80

export interface ResizedPhoto {
  readonly widthPixels: number
  readonly heightPixels: number
  readonly large: Buffer
  readonly thumbnail: Buffer
}

/**
 * Decodes an upload, turns it upright and encodes it anew as WebP in two sizes. What is encoded is pixels only:
 * nothing of the upload's metadata (EXIF, XMP, maker notes, thumbnails) can be in it.
 *
 * @param shape What `inspectPhoto` found: nothing is decoded before it was called.
 * @throws problem `photo-broken` when the decoder gives up.
 */
export async function resizePhoto(bytes: Buffer, shape: PhotoShape): Promise<ResizedPhoto> {
  try {
    const large = await encode(new Transformer(bytes).rotate(), shape, LARGE_PIXELS)
    const largeShape = inspectPhoto(large)
    const thumbnail = await encode(new Transformer(large), largeShape, THUMBNAIL_PIXELS)
    return {
      widthPixels: largeShape.widthPixels,
      heightPixels: largeShape.heightPixels,
      large,
      thumbnail,
    }
  } catch (cause) {
    throw problem('photo-broken', {}, { field: 'file', cause })
  }
}

/** Fits the photo into a square of `pixels`; a smaller one keeps its size. */
function encode(photo: Transformer, shape: PhotoShape, pixels: number): Promise<Buffer> {
  const isLarger = Math.max(shape.widthPixels, shape.heightPixels) > pixels
  const fitted = isLarger
    ? photo.resize({
        width: pixels,
        height: pixels,
        fit: ResizeFit.Inside,
        filter: ResizeFilterType.CatmullRom,
      })
    : photo
  return fitted.webp(QUALITY)
}
