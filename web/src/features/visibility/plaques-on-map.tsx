import type { VisibilityItem } from '@borne/api/contracts/visibility'
import { useEffect, useMemo, useRef } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { plaqueLayers } from './plaque-layers.ts'

interface PlaquesOnMapProps {
  items: readonly VisibilityItem[]
  onOpen(postId: string): void
}

/** Plaques at their posts. Renders no DOM: the map owns the canvas. */
export function PlaquesOnMap({ items, onOpen }: PlaquesOnMapProps) {
  const open = useRef(onOpen)
  useEffect(() => {
    open.current = onOpen
  })
  const layers = useMemo(() => plaqueLayers(items, (postId) => open.current(postId)), [items])
  useMapLayers('selection', layers)
  return null
}
