import type { Way } from '@borne/api/contracts/ways'
import { useEffect, useMemo } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { wayExtent } from './way-extent.ts'
import { wayLines, wayPoints } from './way-layers.ts'

interface WayOnMapProps {
  way: Way | undefined
  /** The letter of each stop, in one text so that it compares. */
  letters: string
  isStale: boolean
}

/** Puts the way on the map and brings it into view. Renders no DOM: the map owns the canvas. */
export function WayOnMap({ way, letters, isStale }: WayOnMapProps) {
  const camera = useMapCamera()
  const lines = useMemo(() => (way ? wayLines(way, isStale) : []), [way, isStale])
  const points = useMemo(() => (way ? wayPoints(way, [...letters]) : []), [way, letters])
  useMapLayers('ways', lines)
  useMapLayers('selection', points)
  useEffect(() => {
    if (way && !isStale) camera.show({ bbox: wayExtent(way) })
  }, [camera, way, isStale])
  return null
}
