import type { Way } from '@borne/api/contracts/ways'
import { useEffect, useMemo, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { wayExtent } from './way-extent.ts'
import { otherLines, wayLines, wayPoints } from './way-layers.ts'

interface WayOnMapProps {
  /** As it was answered. */
  answer: Way | undefined
  /** The same with the taken way in its place. */
  way: Way | undefined
  taken: number | undefined
  onTake(other: number | undefined): void
  isStale: boolean
  /** A stop is under the hand: the map stands still. */
  isMoving: boolean
}

/** Puts the way on the map and brings it into view. Renders no DOM: the map owns the canvas. */
export function WayOnMap({ answer, way, taken, onTake, isStale, isMoving }: WayOnMapProps) {
  const camera = useMapCamera()
  const take = useRef(onTake)
  useEffect(() => {
    take.current = onTake
  })
  const lines = useMemo(() => {
    if (!answer || !way) return []
    return [...otherLines(answer, taken, (other) => take.current(other)), ...wayLines(way, isStale)]
  }, [answer, way, taken, isStale])
  const points = useMemo(() => (way ? wayPoints(way) : []), [way])
  useMapLayers('ways', lines)
  useMapLayers('selection', points)
  useEffect(() => {
    if (answer && !isStale && !isMoving) camera.show({ bbox: wayExtent(answer) })
  }, [camera, answer, isStale, isMoving])
  return null
}
