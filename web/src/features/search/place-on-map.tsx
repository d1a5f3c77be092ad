import { useMemo } from 'react'
import { type MapLayer, useMapLayers } from '../../map/layers.ts'
import type { PlaceMark } from './place-mark.ts'

const RING = { day: '#0f5c8c', night: '#74bbe9' }
const HALO = { day: '#ffffff', night: '#12181f' }

/** Marks the place that was searched for. Renders no DOM: the map owns the canvas. */
export function PlaceOnMap({ mark }: { mark: PlaceMark | undefined }) {
  const layers = useMemo(() => (mark ? [placeLayer(mark)] : []), [mark])
  useMapLayers('selection', layers)
  return null
}

/** A ring that lets the place be seen through it, with its name above. */
export function placeLayer({ position, name }: PlaceMark): MapLayer {
  return {
    id: 'found-place',
    data: {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: position },
      properties: { name },
    },
    draw: [
      {
        type: 'circle',
        paint: { 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-width': 7 },
        paintFor: (theme) => ({ 'circle-stroke-color': HALO[theme] }),
      },
      {
        type: 'circle',
        paint: { 'circle-radius': 14.5, 'circle-opacity': 0, 'circle-stroke-width': 3.5 },
        paintFor: (theme) => ({ 'circle-stroke-color': RING[theme] }),
      },
      {
        type: 'symbol',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Noto Sans Bold'],
          'text-size': 14,
          'text-anchor': 'bottom',
          'text-offset': [0, -1.5],
          'text-allow-overlap': true,
        },
        paint: { 'text-halo-width': 2 },
        paintFor: (theme) => ({ 'text-color': RING[theme], 'text-halo-color': HALO[theme] }),
      },
    ],
  }
}
