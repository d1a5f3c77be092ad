import { CompressionType, ResizeFilterType, ResizeFit, Transformer } from '@napi-rs/image'
import { inspectPhoto } from '../../platform/photos/inspect-photo.ts'
import { ProblemError, problem } from '../../platform/problems.ts'
import { checkRatio, type SafeSvg, sanitiseSvg } from './sanitise-svg.ts'

/** Enough for ten centimetres of print at 300 points an inch. */
const LONGEST_PIXELS = 1200
/** Less is no logo on a projector. */
const SHORTEST_PIXELS = 24

export interface DrawnLogo {
  readonly png: Buffer
  readonly widthPixels: number
  readonly heightPixels: number
  /** Null when pixels were uploaded. */
  readonly svg: string | null
  readonly leftOut: readonly string[]
}

/**
 * Makes of an upload a PNG with its transparency and its own proportions, and of a drawing one written anew. Nothing of the
 * upload but what is seen goes on.
 *
 * @throws problems of the catalogue where it is no logo.
 */
export async function drawLogo(bytes: Buffer): Promise<DrawnLogo> {
  const drawing = readDrawing(bytes)
  const png = drawing ? await drawSvg(drawing) : await fitPixels(bytes)
  const { widthPixels, heightPixels } = inspectPhoto(png)
  return {
    png,
    widthPixels,
    heightPixels,
    svg: drawing?.write(Math.round(drawing.height * 1000) / 1000) ?? null,
    leftOut: drawing?.leftOut ?? [],
  }
}

/** Undefined where it begins as no XML does. */
function readDrawing(bytes: Buffer): SafeSvg | undefined {
  const head = bytes.subarray(0, 200).toString('utf8')
  if (!/^\uFEFF?\s*</.test(head)) return undefined
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw problem('logo-svg-broken', {}, { field: 'file', cause })
  }
  return sanitiseSvg(text)
}

async function drawSvg(drawing: SafeSvg): Promise<Buffer> {
  const { width, height } = drawing
  const heightPixels = Math.round((LONGEST_PIXELS * height) / Math.max(width, height))
  try {
    const picture = Transformer.fromSvg(drawing.write(heightPixels))
    if (!isInked(await picture.rawPixels())) throw problem('logo-empty', {}, { field: 'file' })
    return await picture.png({ compressionType: CompressionType.Best })
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause
    throw problem('logo-svg-broken', {}, { field: 'file', cause })
  }
}

/** Whether any pixel is more than air. */
function isInked(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at]! > 0) return true
  return false
}

async function fitPixels(bytes: Buffer): Promise<Buffer> {
  const { widthPixels, heightPixels } = inspectLogo(bytes)
  if (Math.min(widthPixels, heightPixels) < SHORTEST_PIXELS)
    throw problem('logo-too-small', { least: SHORTEST_PIXELS }, { field: 'file' })
  checkRatio(widthPixels, heightPixels)
  try {
    const picture = new Transformer(bytes).rotate()
    if (Math.max(widthPixels, heightPixels) > LONGEST_PIXELS)
      picture.resize({
        width: LONGEST_PIXELS,
        height: LONGEST_PIXELS,
        fit: ResizeFit.Inside,
        filter: ResizeFilterType.CatmullRom,
      })
    return await picture.png({ compressionType: CompressionType.Best })
  } catch (cause) {
    throw problem('logo-broken', {}, { field: 'file', cause })
  }
}

/** The same refusals as of a photo, in the words of a logo. */
function inspectLogo(bytes: Buffer): { widthPixels: number; heightPixels: number } {
  try {
    return inspectPhoto(bytes)
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    if (cause.code === 'photo-format-unsupported')
      throw problem('logo-format-unsupported', { found: cause.params.found ?? null }, { field: 'file' })
    if (cause.code === 'photo-broken') throw problem('logo-broken', {}, { field: 'file', cause })
    throw cause
  }
}
