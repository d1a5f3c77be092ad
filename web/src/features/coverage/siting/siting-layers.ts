import type { SitingAnswer } from '@borne/api/contracts/coverage'
import type { Feature, FeatureCollection } from 'geojson'
import { BOLD } from '../../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../../map/layers.ts'
import { PALETTE } from '../../../map/palette.ts'
import type { AddedPoint } from './siting-form.ts'

const ACCENT = { day: '#0f5c8c', night: '#74bbe9' } as const
const ON_ACCENT = { day: '#ffffff', night: '#0b1620' } as const
const STALE_OPACITY = 0.35

interface SitingDrawing {
  readonly places: SitingAnswer['places']
  /** Of the next best answer, where it is not proposed. */
  readonly others: readonly { name: string; position: readonly [number, number] }[]
  readonly points: readonly AddedPoint[]
  readonly isStale: boolean
}

/** The proposed places with their ranks, those of the next best answer as rings, the added points as dots. */
export function sitingLayers({ places, others, points, isStale }: SitingDrawing): MapLayer[] {
  const opacity = isStale ? STALE_OPACITY : 1
  return [
    { id: 'siting-points', data: collection(points.map(pointOf)), draw: [DOT] },
    { id: 'siting-others', data: collection(others.map(pointOf)), draw: [ring(opacity), name(opacity, 12)] },
    {
      id: 'siting-places',
      data: collection(
        places.map((place, index) => {
          const feature = pointOf(place)
          return { ...feature, properties: { ...feature.properties, rank: String(index + 1) } }
        }),
      ),
      draw: [disc(opacity), rank(opacity), name(opacity, 13)],
    },
  ]
}

function pointOf({ name, position }: { name: string; position: readonly [number, number] }): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: { name } }
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

const DOT: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 5,
    'circle-color': PALETTE[theme].halo,
    'circle-stroke-color': ACCENT[theme],
    'circle-stroke-width': 2,
  }),
}

function disc(opacity: number): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 13,
      'circle-color': ACCENT[theme],
      'circle-opacity': opacity,
      'circle-stroke-color': PALETTE[theme].halo,
      'circle-stroke-width': 2.5,
      'circle-stroke-opacity': opacity,
    }),
  }
}

function rank(opacity: number): LayerDraw {
  return {
    type: 'symbol',
    layout: {
      'text-field': ['get', 'rank'],
      'text-font': [BOLD],
      'text-size': 14,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paintFor: (theme) => ({ 'text-color': ON_ACCENT[theme], 'text-opacity': opacity }),
  }
}

function ring(opacity: number): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 9,
      'circle-opacity': 0,
      'circle-stroke-color': ACCENT[theme],
      'circle-stroke-width': 2,
      'circle-stroke-opacity': 0.8 * opacity,
    }),
  }
}

function name(opacity: number, size: number): LayerDraw {
  return {
    type: 'symbol',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [BOLD],
      'text-size': size,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.2,
      'text-justify': 'auto',
    },
    paintFor: (theme) => ({
      'text-color': PALETTE[theme].ink,
      'text-halo-color': PALETTE[theme].halo,
      'text-halo-width': 2,
      'text-opacity': opacity,
    }),
  }
}
