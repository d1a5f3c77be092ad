import type { PresentedContent, PresentedPhoto } from '../presentation-contract.ts'
import type { PhotoRef } from '../slide-contract.ts'
import { cleanText } from './clean-text.ts'
import type { AssetNames } from './name-assets.ts'
import { presentChart } from './present-charts.ts'
import { presentFigures } from './present-figures.ts'
import { presentTable } from './present-tables.ts'
import type { SlideScope } from './slide-scope.ts'
import { sameText } from './tell.ts'

/** What stands beside the text; null when all of it is withheld, or not known. */
export function presentContent(scope: SlideScope, assets: AssetNames): PresentedContent | null {
  const { content } = scope.slide
  if (!content) return null
  switch (content.kind) {
    case 'figures': {
      const figures = presentFigures(content.figures, scope)
      return figures && { kind: 'figures', figures }
    }
    case 'chart': {
      const chart = presentChart(content.chart, content.contractId, scope)
      return chart && { kind: 'chart', chart }
    }
    case 'table': {
      const table = presentTable(content.table, scope)
      return table && { kind: 'table', table }
    }
    case 'photo': {
      const photo = presentPhoto(content.photo, scope, assets)
      return photo && { kind: 'photo', photo }
    }
    case 'photo-pair': {
      const before = presentPhoto(content.before, scope, assets)
      const after = presentPhoto(content.after, scope, assets)
      if (before && after) return { kind: 'photo-pair', before, after }
      const only = before ?? after
      return only && { kind: 'photo', photo: only }
    }
  }
}

function presentPhoto(ref: PhotoRef, { facts }: SlideScope, assets: AssetNames): PresentedPhoto | null {
  const photo = facts.photos.find((one) => one.ref.of === ref.of && one.ref.id === ref.id)
  if (!photo) return null
  return {
    // Photos are kept as WebP, without the place and day that the camera wrote.
    asset: assets.nameOf(photo.sha256, 'image/webp'),
    widthPixels: photo.widthPixels,
    heightPixels: photo.heightPixels,
    caption: sameText(cleanText(photo.caption)),
    takenOn: photo.takenOn,
  }
}
