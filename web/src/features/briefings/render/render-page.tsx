import type { Presentation, PresentedMap, PresentedSlide } from '@borne/api/contracts/briefings'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { type CSSProperties, useCallback, useEffect, useMemo } from 'react'
import { reopenShared, type ShowSource, sharedSource } from '../show/show-source.ts'
import { SlideMap } from '../show/slide-map.tsx'
import { useClosedPictures } from '../show/use-own-showing.ts'
import { MapSheet } from './map-sheet.tsx'
import styles from './render.module.css'
import { type RenderHash, readRenderHash } from './render-hash.ts'

/** One map of a showing, as the server's browser takes its picture. The page says by `data-drawn` which one stands complete. */
export function RenderPage() {
  const { hash } = useLocation()
  const asked = useMemo(() => readRenderHash(hash), [hash])
  const key = asked?.key
  const { data: presentation, isError } = useQuery({
    queryKey: ['briefings', 'render', key],
    queryFn: () => reopenShared(key!),
    enabled: key !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const source = useMemo(
    () => (presentation && key ? sharedSource({ presentation, key }) : undefined),
    [presentation, key],
  )
  useClosedPictures(source)
  const slide = asked && presentation?.slides[asked.slide - 1]
  const cannot = isError || (presentation !== undefined && !slide?.map)
  useEffect(() => {
    if (cannot) tellFailed()
  }, [cannot])
  if (!asked || !source || !presentation || !slide?.map) return null
  return <Drawn asked={asked} source={source} presentation={presentation} slide={slide} map={slide.map} />
}

interface DrawnProps {
  asked: RenderHash
  source: ShowSource
  presentation: Presentation
  slide: PresentedSlide
  map: PresentedMap
}

function Drawn({ asked, source, presentation, slide, map }: DrawnProps) {
  const { slide: place, state, width, height, as } = asked
  const shown = useMemo<PresentedMap>(
    () => ({ ...map, move: 'jump', replay: null, states: [map.states[state] ?? map.states[0]!] }),
    [map, state],
  )
  const { pictures } = source
  const onReady = useCallback(() => {
    const logos = as === 'sheet' ? presentation.logos : []
    void showAll(pictures, logos).then(() => {
      document.documentElement.dataset.drawn = `${place}/${state}`
    })
  }, [pictures, presentation, as, place, state])
  const size = { '--width': `${width}px`, '--height': `${height}px` } as CSSProperties
  // Another size is another map: what is ready must not be on its way to a new size.
  const drawn = (
    <SlideMap
      key={`${as} ${width} ${height}`}
      source={source}
      shown={shown}
      isStill
      touch="none"
      onReady={onReady}
      onFailure={tellFailed}
    />
  )
  return (
    <main className={styles.page} style={size} data-drawing="">
      {as === 'map' ? (
        drawn
      ) : (
        <MapSheet presentation={presentation} pictures={source.pictures} slide={slide} state={state}>
          {drawn}
        </MapSheet>
      )}
    </main>
  )
}

/** Once the logos stand complete; one that does not come leaves its place empty. */
async function showAll(pictures: ShowSource['pictures'], logos: Presentation['logos']): Promise<void> {
  await Promise.allSettled(logos.map(({ asset }) => pictures.urlOf(asset)))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await Promise.allSettled([...document.images].map((image) => image.decode()))
}

function tellFailed() {
  document.documentElement.dataset.drawn = 'failed'
}
