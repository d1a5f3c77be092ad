import type { Presentation, PresentedContent } from '@borne/api/contracts/briefings'
import { FONT_FACES } from '../../../map/fonts.ts'
import type { ShowSource } from './show-source.ts'
import { loadSlideChart } from './slide-content.tsx'
import { loadSlideMap } from './slide-map-holder.tsx'

/** Fetches all that the slides need, so that they can be shown without a network; tells the done share (0–1). */
export async function keepShow(source: ShowSource, onProgress: (share: number) => void): Promise<void> {
  const parts: Promise<unknown>[] = [
    source.ground.keepWhole(),
    loadSlideMap(),
    loadSlideChart(),
    ...assetsOf(source.presentation).map((asset) => source.pictures.urlOf(asset)),
    ...mapFonts().map(async (url) => (await fetch(url)).arrayBuffer()),
  ]
  let done = 0
  await Promise.all(
    parts.map(async (part) => {
      await part
      done += 1
      onProgress(done / parts.length)
    }),
  )
}

/** Names of the pictures of a presentation, each once. */
export function assetsOf({ slides, logos }: Presentation): string[] {
  const ofSlides = slides.flatMap(({ content }) => (content ? photosOf(content) : []))
  return [...new Set([...ofSlides, ...logos.map(({ asset }) => asset)])]
}

function photosOf(content: PresentedContent): string[] {
  if (content.kind === 'photo') return [content.photo.asset]
  return content.kind === 'photo-pair' ? [content.before.asset, content.after.asset] : []
}

/** Those of the names on the map: MapLibre asks for each when a name needs it. */
function mapFonts(): string[] {
  return [...new Set(Object.values(FONT_FACES).flatMap((faces) => faces.map(({ url }) => url)))]
}
