import type { Feature, GeoJSON } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { asked } from './asked.ts'
import type { MapTheme } from './theme.ts'

/** Bottom to top, above the basemap: the only statement of draw order. */
export const LAYER_SLOTS = ['border', 'coverage', 'network', 'ways', 'posts', 'selection', 'drawing'] as const
export type LayerSlot = (typeof LAYER_SLOTS)[number]

type DrawOf<Spec> = Spec extends { source: unknown } ? Omit<Spec, 'id' | 'source' | 'source-layer'> : never
/** A MapLibre layer without id and source. `paintFor` gives the paint that depends on the day or night theme. */
export type LayerDraw = DrawOf<LayerSpecification> & {
  paintFor?(theme: MapTheme): Record<string, unknown>
}

/**
 * One GeoJSON source and how it is drawn. A feature whose `id` equals `hoveredId` or `selectedId` has the
 * feature-state `hover` or `selected`, for `['feature-state', 'hover']` in an expression.
 */
export interface MapLayer {
  id: string
  data: GeoJSON
  draw: readonly LayerDraw[]
  onClick?(feature: Feature, at: [number, number]): void
  onHover?(feature: Feature | null): void
  /** Where a pointer that hovers is over a feature, and how much of the ground one pixel there is. */
  onPoint?(feature: Feature, at: [number, number], metresPerPixel: number): void
  hoveredId?: string | number | null
  selectedId?: string | number | null
}

/**
 * Puts layers into a named slot for as long as the component lives. Keep `layers` stable (useMemo):
 * a new array is compared layer by layer, and a new `data` object is sent to the map again.
 */
export function useMapLayers(slot: LayerSlot, layers: readonly MapLayer[]): void {
  const [owner] = useState(() => Symbol(slot))
  useEffect(() => {
    asked.put(asked.layers, owner, { slot, layers })
  }, [owner, slot, layers])
  useEffect(() => () => asked.put(asked.layers, owner, null), [owner])
}
