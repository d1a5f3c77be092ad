import type { Feature, FeatureCollection } from 'geojson'
import { BOLD } from '../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import { PALETTE } from '../../map/palette.ts'
import type { ShapePoint } from '../../map/shape.ts'
import { NETWORK_CHANGE_COLOURS, type NetworkChange } from '../../ui/network-change-scale.ts'
import type { SnappedPoint } from './snap-point.ts'

export interface Drawing {
  readonly change: NetworkChange
  readonly line: readonly ShapePoint[]
  readonly points: readonly SnappedPoint[]
  /** Where the next click would set a point. */
  readonly next: SnappedPoint | null
  /** Written beside the next point, or the last one. */
  readonly label: string
}

/** The road that is being drawn, with the piece that the next click would add. */
export function drawingLayers(drawing: Drawing): MapLayer[] {
  const colourFor = (theme: 'day' | 'night') => NETWORK_CHANGE_COLOURS[theme][drawing.change]
  return [
    {
      id: 'road-edit-drawing',
      data: drawnFeatures(drawing),
      draw: [lineCasing, line(colourFor), nextLine(colourFor), snapRing(colourFor), dot(colourFor), label],
    },
  ]
}

export function drawnFeatures({ change, line, points, next, label }: Drawing): FeatureCollection {
  const last = points.at(-1)
  const labelled = next ?? last
  const features = [
    ...(line.length > 1 ? [lineFeature(line, 'line')] : []),
    ...(next && last && change === 'added' ? [lineFeature([last.at, next.at], 'next')] : []),
    ...points.map((point) => pointFeature(point, 'point')),
    ...(next ? [pointFeature(next, 'next')] : []),
    ...(labelled && label ? [pointFeature(labelled, 'label', label)] : []),
  ]
  return { type: 'FeatureCollection', features }
}

type Part = 'line' | 'next' | 'point' | 'label'

function lineFeature(positions: readonly ShapePoint[], part: Part): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [...positions] },
    properties: { part },
  }
}

function pointFeature({ at, to }: SnappedPoint, part: Part, text = ''): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at },
    properties: { part, isSnapped: to !== null, label: text },
  }
}

type ColourFor = (theme: 'day' | 'night') => string
const round = { 'line-cap': 'round', 'line-join': 'round' } as const
const isLine = ['==', ['geometry-type'], 'LineString']
const isPart = (part: Part) => ['==', ['get', 'part'], part]
const isDot = ['all', ['==', ['geometry-type'], 'Point'], ['!=', ['get', 'part'], 'label']]

const lineCasing: LayerDraw = {
  type: 'line',
  filter: ['all', isLine, isPart('line')] as never,
  layout: round,
  paintFor: (theme) => ({ 'line-color': PALETTE[theme].halo, 'line-width': 8, 'line-opacity': 0.8 }),
}

function line(colourFor: ColourFor): LayerDraw {
  return {
    type: 'line',
    filter: ['all', isLine, isPart('line')] as never,
    layout: round,
    paintFor: (theme) => ({ 'line-color': colourFor(theme), 'line-width': 4 }),
  }
}

function nextLine(colourFor: ColourFor): LayerDraw {
  return {
    type: 'line',
    filter: ['all', isLine, isPart('next')] as never,
    paintFor: (theme) => ({ 'line-color': colourFor(theme), 'line-width': 2.5, 'line-dasharray': [2, 1.5] }),
  }
}

/** A wide ring: this point is on the road. */
function snapRing(colourFor: ColourFor): LayerDraw {
  return {
    type: 'circle',
    filter: ['all', isDot, ['get', 'isSnapped']] as never,
    paintFor: (theme) => ({
      'circle-radius': 11,
      'circle-color': colourFor(theme),
      'circle-opacity': 0.18,
      'circle-stroke-color': colourFor(theme),
      'circle-stroke-width': 2,
    }),
  }
}

function dot(colourFor: ColourFor): LayerDraw {
  return {
    type: 'circle',
    filter: isDot as never,
    paintFor: (theme) => ({
      'circle-radius': ['case', isPart('next'), 4, 5],
      'circle-color': ['case', ['get', 'isSnapped'], colourFor(theme), PALETTE[theme].halo],
      'circle-stroke-color': ['case', ['get', 'isSnapped'], PALETTE[theme].halo, colourFor(theme)],
      'circle-stroke-width': 2,
    }),
  }
}

const label: LayerDraw = {
  type: 'symbol',
  filter: isPart('label') as never,
  layout: {
    'text-field': ['get', 'label'],
    'text-font': [BOLD],
    'text-size': 12.5,
    'text-offset': [0, -1.8],
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paintFor: (theme) => ({
    'text-color': PALETTE[theme].ink,
    'text-halo-color': PALETTE[theme].halo,
    'text-halo-width': 2.5,
  }),
}
