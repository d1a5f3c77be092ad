import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useSyncExternalStore } from 'react'
import type { Bbox } from './asked.ts'

let bounds: Bbox | null = null
const listeners = new Set<() => void>()

/** What the map shows, as it stands after each move; null before there is a map. */
export function useMapBounds(): Bbox | null {
  return useSyncExternalStore(subscribe, () => bounds)
}

/** Tells what the map shows for as long as it lives. */
export function useTellBounds(map: MapLibreMap | undefined): void {
  useEffect(() => {
    if (!map) return
    const tellBounds = () => {
      const [[west, south], [east, north]] = map.getBounds().toArray() as [[number, number], [number, number]]
      tell([west, south, east, north])
    }
    tellBounds()
    map.on('moveend', tellBounds)
    return () => {
      map.off('moveend', tellBounds)
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
