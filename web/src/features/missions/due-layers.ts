import type { DueVisit } from '@borne/api/contracts/missions'
import type { Feature } from 'geojson'
import { BOLD } from '../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'

const INK: Record<MapTheme, { accent: string; surface: string; onAccent: string }> = {
  day: { accent: '#0f5c8c', surface: '#ffffff', onAccent: '#ffffff' },
  night: { accent: '#74bbe9', surface: '#1a222b', onAccent: '#0b1620' },
}

/** Discs with the rank of what is due: filled when it is chosen, hollow when it is not. */
export function dueLayers(
  items: readonly DueVisit[],
  chosen: ReadonlySet<string>,
  hoveredId: string | null,
  onToggle: (postId: string) => void,
): MapLayer[] {
  const features = items.flatMap(({ postId, position }, index): Feature[] =>
    position
      ? [
          {
            type: 'Feature',
            id: postId,
            geometry: { type: 'Point', coordinates: [...position] },
            properties: { id: postId, rank: String(index + 1), isChosen: chosen.has(postId) },
          },
        ]
      : [],
  )
  return [
    {
      id: 'missions-due',
      data: { type: 'FeatureCollection', features },
      draw: [DISC, RANK],
      hoveredId,
      onClick: ({ properties }) => onToggle(String(properties?.id)),
    },
  ]
}

const DISC: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': ['case', ['boolean', ['feature-state', 'hover'], false], 14, 11],
    'circle-color': ['case', ['get', 'isChosen'], INK[theme].accent, INK[theme].surface],
    'circle-stroke-color': INK[theme].accent,
    'circle-stroke-width': 2.5,
  }),
}

const RANK: LayerDraw = {
  type: 'symbol',
  layout: {
    'text-field': ['get', 'rank'],
    'text-font': [BOLD],
    'text-size': 12,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paintFor: (theme) => ({
    'text-color': ['case', ['get', 'isChosen'], INK[theme].onAccent, INK[theme].accent],
  }),
}
