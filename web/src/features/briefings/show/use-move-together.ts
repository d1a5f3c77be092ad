import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { moveTogether } from '../../../map/move-together.ts'

export function useMoveTogether(one: MapLibreMap | undefined, other: MapLibreMap | undefined): void {
  useEffect(() => {
    if (one && other) return moveTogether(one, other)
  }, [one, other])
}
