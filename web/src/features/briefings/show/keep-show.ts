import { FONT_FACES } from '../../../map/fonts.ts'
import { assetsOf } from './assets-of.ts'
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

/** Those of the names on the map: MapLibre asks for each when a name needs it. */
function mapFonts(): string[] {
  return [...new Set(Object.values(FONT_FACES).flatMap((faces) => faces.map(({ url }) => url)))]
}
