import type { DueVisit } from '@borne/api/contracts/missions'
import { useEffect, useMemo, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { dueLayers } from './due-layers.ts'

interface DueOnMapProps {
  items: readonly DueVisit[]
  chosen: ReadonlySet<string>
  hoveredId: string | null
  onToggle(due: DueVisit, isChosen: boolean): void
}

/** What is due, with its rank; what is chosen is filled. A click chooses. Renders no DOM: the map owns the canvas. */
export function DueOnMap({ items, chosen, hoveredId, onToggle }: DueOnMapProps) {
  const toggle = useRef(onToggle)
  useEffect(() => {
    toggle.current = onToggle
  })
  const layers = useMemo(
    () =>
      dueLayers(items, chosen, hoveredId, (postId) => {
        const due = items.find((each) => each.postId === postId)
        if (due) toggle.current(due, !chosen.has(postId))
      }),
    [items, chosen, hoveredId],
  )
  useMapLayers('selection', layers)
  const { show } = useMapCamera()
  useEffect(() => {
    const places = items.flatMap(({ position }) => (position ? [position] : []))
    if (places.length < 2) return
    const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
    show({ bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] })
  }, [items, show])
  return null
}
