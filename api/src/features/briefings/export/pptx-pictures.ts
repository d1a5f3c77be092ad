import { Transformer } from '@napi-rs/image'

/** A picture as every version of PowerPoint shows it. */
export interface OfficePicture {
  readonly data: string
}

const JPEG_QUALITY = 85

/** Photos are kept as WebP, logos may be SVG: neither is drawn by older programs. Null: broken. */
export async function officePicture(bytes: Buffer): Promise<OfficePicture | null> {
  try {
    if (bytes.subarray(0, 4).equals(PNG_HEAD)) return pictureOf('png', bytes)
    if (bytes.subarray(0, 3).equals(JPEG_HEAD)) return pictureOf('jpeg', bytes)
    if (bytes.subarray(0, 4).toString('latin1') === 'RIFF')
      return pictureOf('jpeg', await new Transformer(bytes).jpeg(JPEG_QUALITY))
    return pictureOf('png', await Transformer.fromSvg(enlargeSvg(bytes.toString('utf8'))).png())
  } catch {
    return null
  }
}

const PNG_HEAD = Buffer.from('89504e47', 'hex')
const JPEG_HEAD = Buffer.from('ffd8ff', 'hex')
/** Sharp when printed, however small its drawing says that it is. */
const SVG_PIXELS = 800

function pictureOf(format: 'png' | 'jpeg', bytes: Buffer): OfficePicture {
  return { data: `image/${format};base64,${bytes.toString('base64')}` }
}

/** The same drawing with a width of its own choice; its view box keeps the proportions. */
function enlargeSvg(svg: string): string {
  const head = /<svg\b[^>]*>/.exec(svg)?.[0]
  if (!head) return svg
  const [width, height] = ['width', 'height'].map((name) =>
    Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)`).exec(head)?.[1] ?? ''),
  )
  const box = /\sviewBox\s*=\s*["']([^"']+)/.exec(head)?.[1]
  const [, , boxWidth, boxHeight] = (box ?? `0 0 ${width} ${height}`).split(/[\s,]+/).map(Number)
  if (!boxWidth || !boxHeight) return svg
  const bare = head.replace(/\s(width|height|viewBox)\s*=\s*("[^"]*"|'[^']*')/g, '')
  const size = ` width="${SVG_PIXELS}" height="${Math.round((SVG_PIXELS * boxHeight) / boxWidth)}" viewBox="${box ?? `0 0 ${boxWidth} ${boxHeight}`}"`
  return svg.replace(head, bare.replace('<svg', `<svg${size}`))
}
