import type { BasemapDescription } from '@borne/api/contracts/basemap'
import type { MapState } from '@borne/api/contracts/briefings'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { basemapStyle } from '../../../map/basemap-style.ts'
import type { Camera } from '../../../map/camera-address.ts'
import { createMap } from '../../../map/create-map.ts'
import { LiveLayers } from '../../../map/live-layers.ts'
import { useMapTheme } from '../../../map/theme.ts'
import { useBasemapStyle } from '../../../map/use-basemap-style.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { Ground } from './ground.ts'
import { groundUrl } from './show-ground.ts'
import { type SpotId, slideLayers } from './slide-layers.ts'

export interface ShowMapInput {
  readonly ground: Ground
  readonly description: BasemapDescription
  /** Where it begins; afterwards whoever has the map moves it. */
  readonly camera: Camera
  readonly title: string
  readonly state: MapState
  readonly hide: readonly string[]
  readonly spotId: SpotId
  /** Pixels of the screen in a pixel of the map. */
  readonly pixelRatio: number
  /** `calm`: a page is scrolled over it, and only two fingers or a key move it. */
  readonly touch: 'free' | 'calm' | 'none'
  onFailure(): void
}

/** A map of its own that shows a state; it stays the same map when the state changes. */
export function useShowMap(box: RefObject<HTMLElement | null>, input: ShowMapInput): MapLibreMap | undefined {
  const { ground, description, state, hide, spotId, pixelRatio, onFailure } = input
  const [map, setMap] = useState<MapLibreMap>()
  const theme = useMapTheme()
  const { language: labels } = useLanguage()
  const { version, outline } = description
  const tilesUrl = groundUrl(ground)
  const first = useRef({ ...input, theme, labels })
  const hidden = useMemo(() => new Set(hide), [hide])

  useEffect(() => {
    const { camera, title, touch, ...at } = first.current
    let created: MapLibreMap
    try {
      created = createMap({
        container: box.current!,
        style: basemapStyle({ theme: at.theme, labels: at.labels, version, tilesUrl, outline }),
        camera,
        title,
        more: {
          interactive: touch !== 'none',
          cooperativeGestures: touch === 'calm',
          // Arrows go from slide to slide.
          keyboard: false,
          pixelRatio: at.pixelRatio,
        },
      })
    } catch {
      onFailure()
      return
    }
    created.once('style.load', () => setMap(created))
    created.once('webglcontextlost', onFailure)
    return () => {
      setMap(undefined)
      created.remove()
    }
  }, [box, version, tilesUrl, outline, onFailure])

  useEffect(() => void map?.setPixelRatio(pixelRatio), [map, pixelRatio])
  useBasemapStyle(map, { theme, labels, version, tilesUrl, outline }, hidden)
  const live = useMemo(() => map && new LiveLayers(map), [map])
  useEffect(() => {
    live?.sync(slideLayers(state, spotId), theme, hidden)
  }, [live, state, spotId, theme, hidden])
  return map
}
