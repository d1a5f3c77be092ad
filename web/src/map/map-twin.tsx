import type { BasemapDescription } from '@borne/api/contracts/basemap'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../ui/language.tsx'
import { asked, type MapTwin as Twin } from './asked.ts'
import { basemapStyle } from './basemap-style.ts'
import { createMap } from './create-map.ts'
import type { MapLayer } from './layers.ts'
import { LiveLayers } from './live-layers.ts'
import { useMapAddress } from './map-address.ts'
import styles from './map-pane.module.css'
import { messages } from './messages.ts'
import { moveTo } from './move-camera.ts'
import { moveTogether } from './move-together.ts'
import { useMapTheme } from './theme.ts'

interface MapTwinProps {
  /** The first map: the cameras go together. */
  map: MapLibreMap
  basemap: BasemapDescription
  twin: Twin
}

/** The second map, drawn as the first one is but for some layers; both move together, and each has its title. */
export function MapTwin({ map, basemap, twin }: MapTwinProps) {
  const m = useMessages(messages)
  const { titles, layers } = twin
  const box = useRef<HTMLDivElement>(null)
  const [second, setSecond] = useState<MapLibreMap>()
  const [hasFailed, setHasFailed] = useState(false)
  const theme = useMapTheme()
  const { hidden, labels } = useMapAddress()
  const { version, outline } = basemap
  const [, title] = titles
  const [bbox] = useState(twin.bbox)
  useEffect(() => {
    map.resize()
    moveTo(map, { bbox })
  }, [map, bbox])
  useEffect(() => {
    let created: MapLibreMap
    try {
      const style = basemapStyle({ theme, labels, version, outline })
      const { lng, lat } = map.getCenter()
      created = createMap({
        container: box.current!,
        style,
        camera: { center: [lng, lat], zoom: map.getZoom() },
        title,
      })
    } catch {
      setHasFailed(true)
      return
    }
    created.once('style.load', () => setSecond(created))
    created.once('webglcontextlost', () => setHasFailed(true))
    const stop = moveTogether(map, created)
    return () => {
      stop()
      setSecond(undefined)
      created.remove()
    }
  }, [map, theme, labels, version, outline, title])
  useEffect(() => {
    if (!second) return
    const live = new LiveLayers(second)
    const sync = () => live.sync(contentsWith(layers), theme, hidden)
    sync()
    return asked.subscribe(sync)
  }, [second, layers, theme, hidden])
  return (
    <>
      <div ref={box} className={styles.twin} dir="ltr" />
      <p className={styles.title} dir="ltr">
        {titles[0]}
      </p>
      <p className={styles.title} dir="ltr" data-second>
        {titles[1]}
        {hasFailed && ` : ${m.twinFailed}`}
      </p>
    </>
  )
}

/** What is on the first map, with other layers in the place of those that have the same id. */
function contentsWith(layers: readonly MapLayer[]) {
  const own = new Map(layers.map((layer) => [layer.id, layer]))
  return [...asked.layers.values()].map((content) => ({
    ...content,
    layers: content.layers.map((layer) => own.get(layer.id) ?? layer),
  }))
}
