import { Transformer } from '@napi-rs/image'
import type { DocumentImage, Facts } from '../../../platform/documents/document-facts.ts'
import { tellDay } from '../../../platform/documents/french-words.ts'
import type { WorksPhoto } from '../contract.ts'
import type { DocumentSource } from './document-source.ts'

const JPEG_QUALITY = 82
/** Two beside each other on a page. */
const WIDTH_MILLIMETRES = 78

/** Photos in rows of two, each with its caption and day. */
export function photoFacts(source: DocumentSource, photos: readonly WorksPhoto[]): Facts[] {
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, row) =>
    photos.slice(row * 2, row * 2 + 2),
  )
  return rows.map(([left, right]) => ({
    gauche: left ? imageOf(source, left) : null,
    legendeGauche: left ? captionOf(left) : '',
    droite: right ? imageOf(source, right) : null,
    legendeDroite: right ? captionOf(right) : '',
  }))
}

function captionOf({ caption, takenAt }: WorksPhoto): string {
  const day = takenAt === null ? '' : tellDay(takenAt.slice(0, 10))
  return [caption, day].filter(Boolean).join(', ')
}

/** Word processors know no WebP, so the picture is encoded anew as JPEG. */
function imageOf(source: DocumentSource, photo: WorksPhoto): DocumentImage {
  const { widthPixels, heightPixels } = photo
  return {
    kind: 'image',
    description: photo.caption || 'Photo du chantier',
    widthMillimetres: widthPixels >= heightPixels ? WIDTH_MILLIMETRES : WIDTH_MILLIMETRES * 0.6,
    async load() {
      const webp = await source.loadPhoto(photo.id)
      if (!webp) return undefined
      // A file that was damaged on the disk is left out as one that is missing: the document is made all the same.
      const bytes = await new Transformer(webp).jpeg(JPEG_QUALITY).catch(() => undefined)
      return bytes && { bytes, type: 'jpeg', widthPixels, heightPixels }
    },
  }
}
