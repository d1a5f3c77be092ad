import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import type { Feature, FeatureCollection } from 'geojson'
import { BOLD } from '../../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../../map/layers.ts'
import { PALETTE } from '../../../map/palette.ts'
import { NETWORK_CHANGE_COLOURS } from '../../../ui/network-change-scale.ts'

export interface PlacedChange {
  readonly change: CoverageChange
  readonly label: string
  /** Of a post, works or a closure; the change itself tells the others. */
  readonly positions: readonly (readonly [number, number])[]
}

/** What a scenario changes, where it does: new roads as lines, the rest as marks with their words. */
export function changeLayers(placed: readonly PlacedChange[]): MapLayer[] {
  return [{ id: 'scenario-changes', data: changeFeatures(placed), draw: [casing, line, ring, sign, label] }]
}

/** Each by a sign of its own, so that it is told without its colour. */
const SIGNS: Record<CoverageChange['kind'], string> = {
  'post-opens': '+',
  'works-done': '+',
  'place-opens': '+',
  'closure-lifted': '+',
  'post-closes': '−',
  'road-cut': '×',
  'road-built': '+',
}

export function changeFeatures(placed: readonly PlacedChange[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: placed.flatMap(({ change, label, positions }): Feature[] => {
      const properties = { label, sign: SIGNS[change.kind], isLoss: SIGNS[change.kind] !== '+' }
      if (change.kind === 'road-built')
        return [
          {
            type: 'Feature',
            geometry: { type: 'LineString', coordinates: change.coordinates.map((at) => [...at]) },
            properties,
          },
        ]
      const own = 'position' in change ? [change.position] : positions
      return own.map((at) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...at] },
        properties,
      }))
    }),
  }
}

const IS_LINE = ['==', ['geometry-type'], 'LineString'] as never
const IS_POINT = ['==', ['geometry-type'], 'Point'] as never
const round = { 'line-cap': 'round', 'line-join': 'round' } as const
const colourOf = (theme: 'day' | 'night') => [
  'case',
  ['get', 'isLoss'],
  NETWORK_CHANGE_COLOURS[theme].removed,
  NETWORK_CHANGE_COLOURS[theme].added,
]

const casing: LayerDraw = {
  type: 'line',
  filter: IS_LINE,
  layout: round,
  paintFor: (theme) => ({ 'line-color': PALETTE[theme].halo, 'line-width': 8, 'line-opacity': 0.8 }),
}
const line: LayerDraw = {
  type: 'line',
  filter: IS_LINE,
  layout: round,
  paintFor: (theme) => ({ 'line-color': colourOf(theme), 'line-width': 4 }),
}
const ring: LayerDraw = {
  type: 'circle',
  filter: IS_POINT,
  paintFor: (theme) => ({
    'circle-radius': 10,
    'circle-color': PALETTE[theme].halo,
    'circle-stroke-color': colourOf(theme),
    'circle-stroke-width': 3,
  }),
}
const sign: LayerDraw = {
  type: 'symbol',
  filter: IS_POINT,
  layout: {
    'text-field': ['get', 'sign'],
    'text-font': [BOLD],
    'text-size': 16,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paintFor: (theme) => ({ 'text-color': colourOf(theme) }),
}
const label: LayerDraw = {
  type: 'symbol',
  layout: {
    'text-field': ['get', 'label'],
    'text-font': [BOLD],
    'text-size': 12.5,
    'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
    'text-radial-offset': 1.2,
    'text-optional': true,
  },
  paintFor: (theme) => ({
    'text-color': PALETTE[theme].ink,
    'text-halo-color': PALETTE[theme].halo,
    'text-halo-width': 2,
  }),
}
