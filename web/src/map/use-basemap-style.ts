import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { basemapStyle } from './basemap-style.ts'
import { redrawIcons } from './create-map.ts'
import { applyLayer } from './live-layers.ts'

/** Theme, labels and hidden groups change the style in place: tiles are not asked for again. */
export function useBasemapStyle(
  map: MapLibreMap | undefined,
  { theme, labels, version, outline }: Parameters<typeof basemapStyle>[0],
  hidden: ReadonlySet<string>,
): void {
  const shown = useRef<{ map: MapLibreMap; layers: Map<string, LayerSpecification> }>(undefined)
  useEffect(() => {
    if (!map) return
    const { layers } = basemapStyle({ theme, labels, version, outline })
    const before =
      shown.current?.map === map
        ? shown.current.layers
        : new Map(map.getStyle().layers.map((spec) => [spec.id, spec]))
    const now = new Map(layers.map((spec) => [spec.id, withVisibility(spec, hidden)]))
    for (const spec of now.values()) applyLayer(map, before.get(spec.id), spec)
    shown.current = { map, layers: now }
  }, [map, theme, labels, version, outline, hidden])
  useEffect(() => {
    if (map && theme) redrawIcons(map)
  }, [map, theme])
}

function withVisibility(spec: LayerSpecification, hidden: ReadonlySet<string>): LayerSpecification {
  const { group } = (spec.metadata ?? {}) as { group?: string }
  const visibility = group && hidden.has(group) ? 'none' : 'visible'
  return { ...spec, layout: { ...spec.layout, visibility } } as LayerSpecification
}
