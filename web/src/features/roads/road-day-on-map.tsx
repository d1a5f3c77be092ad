import type { RoadDay } from '@borne/api/contracts/roads'
import { useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { postRings, roadDayLayers } from './road-day-layers.ts'

interface RoadDayOnMapProps {
  day: RoadDay | undefined
  shows: 'state' | 'difference'
  isStale: boolean
  chosen: number | null
  onChoose?(index: number): void
}

/** Puts the state of the roads on the map. Renders no DOM: the map owns the canvas. */
export function RoadDayOnMap({ day, shows, isStale, chosen, onChoose }: RoadDayOnMapProps) {
  const lines = useMemo(
    () => (day ? roadDayLayers({ day, shows, isStale, chosen, onChoose }) : []),
    [day, shows, isStale, chosen, onChoose],
  )
  const rings = useMemo(() => (day ? postRings(day) : []), [day])
  useMapLayers('network', lines)
  useMapLayers('selection', rings)
  return null
}
