import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useReturns } from '../platform/caller.ts'
import { useMessages } from '../ui/language.tsx'
import { Attribution } from './attribution.tsx'
import { basemapQuery } from './basemap-query.ts'
import { parseCamera } from './camera-address.ts'
import { canDrawMaps } from './can-draw-maps.ts'
import { useMapAddress } from './map-address.ts'
import { MapFailure } from './map-failure.tsx'
import styles from './map-pane.module.css'
import { messages } from './messages.ts'
import { StillPicture } from './still-picture.tsx'

// Asked for as soon as this file is there, not when the description of the basemap has come.
const canvas = canDrawMaps() ? import('./map-canvas.tsx') : undefined
const MapCanvas = lazy(async () => ({ default: (await canvas!).MapCanvas }))

/** The map of the page: a still picture first, then the living one with its tools. */
export function MapPane() {
  const m = useMessages(messages)
  const { at } = useMapAddress()
  const basemap = useQuery(basemapQuery)
  const [isReady, setIsReady] = useState(false)
  const [attempt, setAttempt] = useState(0)
  // Tiles that were refused without a session stay holes in a map: it is made anew.
  const returns = useReturns()
  const [failure, setFailure] = useState<unknown>()
  const onFailure = useCallback((error: unknown) => setFailure(error), [])
  const onReady = useCallback(() => setIsReady(true), [])
  const retry = () => {
    setFailure(undefined)
    setIsReady(false)
    setAttempt(attempt + 1)
    if (basemap.isError) void basemap.refetch()
  }
  const error = failure ?? basemap.error
  if (!canvas || error) return <MapFailure error={error} onRetry={canvas ? retry : undefined} />
  return (
    <div className={styles.pane} data-ready={isReady} aria-busy={!isReady}>
      <StillPicture camera={parseCamera(at)} title={m.still} />
      <Suspense fallback={null}>
        {basemap.data && (
          <MapCanvas
            key={`${attempt} ${returns}`}
            basemap={basemap.data}
            onReady={onReady}
            onFailure={onFailure}
          />
        )}
      </Suspense>
      <Attribution lines={basemap.data?.attribution ?? []} />
    </div>
  )
}
