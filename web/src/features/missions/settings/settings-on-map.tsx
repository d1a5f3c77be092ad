import type { MissionSettings } from '@borne/api/contracts/missions'
import type { Feature } from 'geojson'
import { useMemo } from 'react'
import { BOLD } from '../../../map/fonts.ts'
import { type LayerDraw, type MapLayer, useMapLayers } from '../../../map/layers.ts'
import type { MapTheme } from '../../../map/theme.ts'

interface SettingsOnMapProps {
  settings: MissionSettings
  /** It is being drawn anew. */
  openId: string | null
}

/** The places and areas in use. Renders no DOM: the map owns the canvas. */
export function SettingsOnMap({ settings: { places, areas }, openId }: SettingsOnMapProps) {
  const layers = useMemo((): MapLayer[] => {
    const shown = (row: { id: string; isArchived: boolean }) => !row.isArchived && row.id !== openId
    const areaFeatures = areas
      .filter(shown)
      .map(({ name, polygon }): Feature => ({ type: 'Feature', geometry: polygon, properties: { name } }))
    const placeFeatures = places.filter(shown).map(
      ({ name, position }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: position },
        properties: { name },
      }),
    )
    return [
      {
        id: 'mission-areas',
        data: { type: 'FeatureCollection', features: areaFeatures },
        draw: [FILL, RIM, NAME],
      },
      {
        id: 'mission-places',
        data: { type: 'FeatureCollection', features: placeFeatures },
        draw: [PLACE, PLACE_NAME],
      },
    ]
  }, [places, areas, openId])
  useMapLayers('selection', layers)
  return null
}

const INK: Record<MapTheme, { ink: string; surface: string; accent: string }> = {
  day: { ink: '#1c2733', surface: '#ffffff', accent: '#0f5c8c' },
  night: { ink: '#e9e5db', surface: '#1a222b', accent: '#74bbe9' },
}

const FILL: LayerDraw = {
  type: 'fill',
  paintFor: (theme) => ({ 'fill-color': INK[theme].ink, 'fill-opacity': 0.12 }),
}
const RIM: LayerDraw = {
  type: 'line',
  paintFor: (theme) => ({ 'line-color': INK[theme].ink, 'line-width': 2, 'line-dasharray': [2, 1.5] }),
}
const namePaint = (theme: MapTheme) => ({
  'text-color': INK[theme].ink,
  'text-halo-color': INK[theme].surface,
  'text-halo-width': 1.5,
})
const NAME: LayerDraw = {
  type: 'symbol',
  layout: { 'text-field': ['get', 'name'], 'text-font': [BOLD], 'text-size': 13 },
  paintFor: namePaint,
}
const PLACE: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 7,
    'circle-color': INK[theme].surface,
    'circle-stroke-color': INK[theme].accent,
    'circle-stroke-width': 3,
  }),
}
const PLACE_NAME: LayerDraw = {
  type: 'symbol',
  layout: {
    'text-field': ['get', 'name'],
    'text-font': [BOLD],
    'text-size': 13,
    'text-anchor': 'top',
    'text-offset': [0, 0.8],
    'text-optional': true,
  },
  paintFor: namePaint,
}
