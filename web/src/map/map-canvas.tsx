import type { BasemapDescription } from '@borne/api/contracts/basemap'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { noteSessionEnd } from '../platform/session-end.ts'
import { useMessages } from '../ui/language.tsx'
import { asked } from './asked.ts'
import { basemapStyle } from './basemap-style.ts'
import { parseCamera } from './camera-address.ts'
import { createMap } from './create-map.ts'
import { LiveLayers } from './live-layers.ts'
import { useMapAddress } from './map-address.ts'
import styles from './map-pane.module.css'
import { MapTools } from './map-tools.tsx'
import { Markers } from './markers.ts'
import { messages } from './messages.ts'
import { moveTo } from './move-camera.ts'
import { listenToPointer } from './pointing.ts'
import { type MapTheme, useMapTheme } from './theme.ts'
import { useAskedTwin } from './twin.ts'
import { useBasemapStyle } from './use-basemap-style.ts'
import { useCameraAddress } from './use-camera-address.ts'
import { useSurfaces } from './use-surfaces.ts'
import { useTellBounds } from './view.ts'

const MapTwin = lazy(async () => ({ default: (await import('./map-twin.tsx')).MapTwin }))

interface MapCanvasProps {
  basemap: BasemapDescription
  /** The first frame is on the screen. */
  onReady(): void
  onFailure(error: unknown): void
}

/** Owns the one map: an empty box that MapLibre fills, and the tools that stand on it. */
export function MapCanvas({ basemap, onReady, onFailure }: MapCanvasProps) {
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibreMap>()
  const m = useMessages(messages)
  const theme = useMapTheme()
  const { at, hidden, labels } = useMapAddress()
  const [first] = useState({ at, theme, labels, title: m.mapTitle })
  const { version, outline } = basemap

  useEffect(() => {
    const style = basemapStyle({ ...first, version, outline })
    const camera = parseCamera(first.at)
    let created: MapLibreMap
    try {
      created = createMap({ container: box.current!, style, camera, title: first.title })
    } catch (error) {
      onFailure(error)
      return
    }
    if (camera) asked.takeTarget()
    created.once('style.load', () => setMap(created))
    created.once('webglcontextlost', () => onFailure(new Error('WebGL context lost')))
    created.on('error', ({ error }) => hearError(error))
    announceFrames(created, onReady)
    return () => {
      setMap(undefined)
      delete document.documentElement.dataset.map
      created.remove()
    }
  }, [first, version, outline, onReady, onFailure])

  useLiveMap(map, theme, hidden)
  useBasemapStyle(map, { theme, labels, version, outline }, hidden)
  useCameraAddress(map)
  useTellBounds(map)
  useSurfaces(map)
  const twin = useAskedTwin()
  return (
    <>
      <div ref={box} className={styles.canvas} data-split={twin !== null || undefined} dir="ltr" />
      {map && twin && (
        <Suspense fallback={null}>
          <MapTwin map={map} basemap={basemap} twin={twin} />
        </Suspense>
      )}
      {map && <MapTools map={map} />}
    </>
  )
}

/** A tile that is refused without a session tells that it has ended, as any other question would. */
function hearError(error: object): void {
  if ('status' in error && error.status === 401) noteSessionEnd()
  else console.error(error)
}

function announceFrames(map: MapLibreMap, onFirst: () => void): void {
  const onRender = () => {
    if (!map.isSourceLoaded('region')) return
    map.off('render', onRender)
    performance.mark('borne:map-frame')
    onFirst()
  }
  map.on('render', onRender)
  map.once('idle', () => {
    document.documentElement.dataset.map = 'ready'
  })
}

/** What the pages ask for, drawn and listened to. */
function useLiveMap(map: MapLibreMap | undefined, theme: MapTheme, hidden: ReadonlySet<string>): void {
  const sync = useRef<() => void>(undefined)
  const latest = useRef({ theme, hidden })
  useEffect(() => {
    latest.current = { theme, hidden }
    sync.current?.()
  }, [theme, hidden])
  useEffect(() => {
    if (!map) return
    const live = new LiveLayers(map)
    const markers = new Markers(map)
    sync.current = () => {
      live.sync(asked.layers.values(), latest.current.theme, latest.current.hidden)
      markers.sync()
      const target = asked.takeTarget()
      if (target) moveTo(map, target)
    }
    sync.current()
    let isScheduled = false
    const unsubscribe = asked.subscribe(() => {
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(() => {
        isScheduled = false
        sync.current?.()
      })
    })
    const stopListening = listenToPointer(map, live)
    return () => {
      sync.current = undefined
      unsubscribe()
      stopListening()
    }
  }, [map])
}
