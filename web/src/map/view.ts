import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useSyncExternalStore } from 'react'
import type { Bbox } from './asked.ts'
import { type Camera, parseCamera } from './camera-address.ts'

/** Of the region, where no map has told of itself yet. */
const FIRST_CAMERA: Camera = { center: [-12.17, 15.385], zoom: 8.4 }

let bounds: Bbox | null = null
let camera: Camera | null = null
const listeners = new Set<() => void>()

/** What the map shows, as it stands after each move; null before there is a map. */
export function useMapBounds(): Bbox | null {
  return useSyncExternalStore(subscribe, () => bounds)
}

/** Where the map stands; before there is a map, where the address says that it will. */
export function currentCamera(at: string | undefined): Camera {
  return camera ?? parseCamera(at) ?? FIRST_CAMERA
}

/** Tells what the map shows for as long as it lives. */
export function useTellBounds(map: MapLibreMap | undefined): void {
  useEffect(() => {
    if (!map) return
    const tellBounds = () => {
      const [[west, south], [east, north]] = map.getBounds().toArray() as [[number, number], [number, number]]
      const { lng, lat } = map.getCenter()
      camera = { center: [lng, lat], zoom: map.getZoom() }
      tell([west, south, east, north])
    }
    tellBounds()
    map.on('moveend', tellBounds)
    return () => {
      map.off('moveend', tellBounds)
      camera = null
      tell(null)
    }
  }, [map])
}

function tell(next: Bbox | null): void {
  bounds = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
