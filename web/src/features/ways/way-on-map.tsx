import type { Way } from '@borne/api/contracts/ways'
import { useEffect, useMemo } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { wayExtent } from './way-extent.ts'
import { wayLayers } from './way-layers.ts'

interface WayOnMapProps {
  way: Way | undefined
  /** The letter of each stop, in one text so that it compares. */
  letters: string
  isStale: boolean
}

/** Puts the way on the map and brings it into view. Renders no DOM: the map owns the canvas. */
export function WayOnMap({ way, letters, isStale }: WayOnMapProps) {
  const camera = useMapCamera()
  const layers = useMemo(() => (way ? wayLayers(way, [...letters], isStale) : []), [way, letters, isStale])
  useMapLayers('ways', layers)
  useEffect(() => {
    const bbox = way && !isStale ? wayExtent(way) : null
    if (bbox) camera.show({ bbox })
  }, [camera, way, isStale])
  return null
}
