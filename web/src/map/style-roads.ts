import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { REGULAR } from './fonts.ts'
import type { Palette } from './palette.ts'
import { byZoom, isOneOf, type StyleInput, tiled } from './style-parts.ts'

const MAIN = ['trunk', 'primary', 'secondary', 'tertiary'] as const
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

/** Roads from the thinnest up: paths, tracks, streets, roads, then ferries and what is only documented. */
export function roadLayers({ colours }: StyleInput): LayerSpecification[] {
  return [...minorLayers(colours), ...mainLayers(colours), ...otherLayers(colours)]
}

function minorLayers(colours: Palette): LayerSpecification[] {
  return [
    tiled('street', 'line', {
      from: 'road',
      group: 'roads',
      filter: isOneOf('class', 'residential', 'living_street', 'pedestrian', 'service'),
      zooms: [12],
      layout: round,
      paint: { 'line-color': colours.street, 'line-width': byZoom([12, 0.5], [14, 1.6], [16, 4]) },
    }),
    tiled('path', 'line', {
      from: 'road',
      group: 'tracks',
      filter: ['==', ['get', 'class'], 'path'],
      zooms: [11],
      paint: {
        'line-color': colours.track,
        'line-width': byZoom([11, 0.6], [14, 1]),
        'line-dasharray': [1.5, 2.5],
      },
    }),
    tiled('track', 'line', {
      from: 'road',
      group: 'tracks',
      filter: ['==', ['get', 'class'], 'track'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.track,
        'line-width': byZoom([8, 0.6], [10, 0.9], [13, 1.5], [16, 2.4]),
        'line-dasharray': [4, 2],
      },
    }),
    tiled('road-minor', 'line', {
      from: 'road',
      group: 'roads',
      filter: ['==', ['get', 'class'], 'unclassified'],
      layout: round,
      paint: {
        'line-color': colours.roadMinor,
        'line-width': byZoom([8, 0.6], [10, 0.9], [13, 1.8], [16, 4]),
      },
    }),
  ]
}

function mainLayers(colours: Palette): LayerSpecification[] {
  const byClass = (trunk: number, primary: number, secondary: number, tertiary: number) =>
    [
      'match',
      ['get', 'class'],
      'trunk',
      trunk,
      'primary',
      primary,
      'secondary',
      secondary,
      tertiary,
    ] as ExpressionSpecification
  const filter = isOneOf('class', ...MAIN)
  return [
    tiled('road-casing', 'line', {
      from: 'road',
      group: 'roads',
      filter,
      zooms: [8],
      layout: round,
      paint: {
        'line-color': colours.casing,
        'line-width': byZoom(
          [8, byClass(3.4, 3.2, 2.6, 2.2)],
          [12, byClass(7, 6.4, 5.2, 4.4)],
          [16, byClass(16, 15, 12, 10)],
        ),
      },
    }),
    tiled('road', 'line', {
      from: 'road',
      group: 'roads',
      filter,
      layout: round,
      paint: {
        'line-color': ['match', ['get', 'class'], ['trunk', 'primary'], colours.roadMain, colours.roadMiddle],
        'line-width': byZoom(
          [6, byClass(1, 1, 0.7, 0.5)],
          [8, byClass(1.9, 1.7, 1.2, 0.9)],
          [12, byClass(4.2, 3.8, 2.8, 2.2)],
          [16, byClass(12, 11, 8, 6)],
        ),
      },
    }),
  ]
}

function otherLayers(colours: Palette): LayerSpecification[] {
  return [
    tiled('rail', 'line', {
      from: 'rail',
      group: 'roads',
      zooms: [7],
      paint: { 'line-color': colours.rail, 'line-width': byZoom([7, 0.8], [12, 1.4]) },
    }),
    tiled('rail-sleepers', 'line', {
      from: 'rail',
      group: 'roads',
      zooms: [9],
      paint: {
        'line-color': colours.rail,
        'line-width': byZoom([9, 3], [13, 6]),
        'line-dasharray': [0.25, 3],
      },
    }),
    tiled('ferry', 'line', {
      from: 'road',
      group: 'roads',
      filter: ['==', ['get', 'class'], 'ferry'],
      layout: round,
      paint: {
        'line-color': colours.ferry,
        'line-width': byZoom([8, 1.6], [13, 3]),
        'line-dasharray': [0.1, 1.8],
      },
    }),
    tiled('documented', 'line', {
      from: 'documented_road',
      group: 'documented',
      zooms: [7],
      paint: {
        'line-color': colours.documented,
        'line-width': byZoom([7, 1], [10, 1.6], [13, 2.4]),
        'line-dasharray': [7, 5],
        'line-opacity': 0.85,
      },
    }),
  ]
}

/** What is written on roads: their numbers, and that a documented road has no known course. */
export function roadLabels({ colours, labels }: StyleInput): LayerSpecification[] {
  const schematic = { fr: 'tracé schématique', en: 'schematic course', ar: 'مسار تخطيطي' }[labels]
  const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.6 }
  return [
    tiled('road-ref', 'symbol', {
      from: 'road',
      group: 'roads',
      filter: ['all', ['has', 'ref'], isOneOf('class', ...MAIN)] as never,
      zooms: [8],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'ref'],
        'text-font': [REGULAR],
        'text-size': 10,
        'text-letter-spacing': 0.06,
        'text-rotation-alignment': 'viewport',
      },
      paint: { 'text-color': colours.roadMinor, ...halo, 'text-halo-width': 2.2 },
    }),
    tiled('documented-label', 'symbol', {
      from: 'documented_road',
      group: 'documented',
      zooms: [9],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 360,
        'text-field': schematic,
        'text-font': [REGULAR],
        'text-size': 10.5,
        'text-offset': [0, -0.9],
      },
      paint: { 'text-color': colours.documented, ...halo },
    }),
  ]
}
