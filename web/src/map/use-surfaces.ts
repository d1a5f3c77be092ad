import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { asked } from './asked.ts'

/** Draws the surfaces that are asked for; what draws them is loaded with the first one. */
export function useSurfaces(map: MapLibreMap | undefined): void {
  useEffect(() => {
    if (!map) return
    let stop: (() => void) | undefined
    let isGone = false
    const unsubscribe = asked.subscribe(() => {
      if (asked.surfaces.size > 0) void start()
    })
    async function start() {
      unsubscribe()
      const { drawSurfaces } = await import('./draw-surfaces.ts')
      if (!isGone && map) stop = drawSurfaces(map)
    }
    if (asked.surfaces.size > 0) void start()
    return () => {
      isGone = true
      unsubscribe()
      stop?.()
    }
  }, [map])
}
