import type { LayerSpecification } from 'maplibre-gl'
import { byZoom, IS_HOME, isOneOf, type StyleInput, tiled } from './style-parts.ts'

/** Land, water, built-up ground. */
export function groundLayers({ colours }: StyleInput): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    tiled('land', 'fill', {
      from: 'land',
      source: 'far',
      paint: { 'fill-color': colours.land, 'fill-antialias': false },
    }),
    tiled('built', 'fill', {
      from: 'built',
      group: 'settlements',
      paint: { 'fill-color': colours.built, 'fill-opacity': byZoom([9, 0.4], [12, 0.8], [14, 0.55]) },
    }),
    tiled('water-seasonal', 'fill', {
      from: 'water',
      group: 'water',
      filter: ['==', ['get', 'intermittent'], 1],
      paint: { 'fill-color': colours.water, 'fill-opacity': 0.45 },
    }),
    tiled('water', 'fill', {
      from: 'water',
      group: 'water',
      filter: ['!=', ['get', 'intermittent'], 1],
      paint: { 'fill-color': colours.water },
    }),
    ...waterwayLayers(colours),
  ]
}

function waterwayLayers(colours: StyleInput['colours']): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  const width = byZoom(
    [6, ['match', ['get', 'class'], 'river', 0.8, 0.3]],
    [9, ['match', ['get', 'class'], 'river', 1.6, 0.7]],
    [13, ['match', ['get', 'class'], 'river', 3, 1.4]],
  )
  return [
    tiled('wadi', 'line', {
      from: 'waterway',
      group: 'water',
      filter: ['==', ['get', 'intermittent'], 1],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.wadi,
        'line-width': width,
        'line-dasharray': [5, 2],
        'line-opacity': byZoom([8, 0.7], [11, 1]),
      },
    }),
    tiled('river', 'line', {
      from: 'waterway',
      group: 'water',
      filter: [
        'all',
        ['!=', ['get', 'intermittent'], 1],
        isOneOf('class', 'river', 'stream', 'canal'),
      ] as never,
      layout: round,
      paint: { 'line-color': colours.waterLine, 'line-width': width },
    }),
    tiled('drain', 'line', {
      from: 'waterway',
      group: 'water',
      filter: isOneOf('class', 'drain', 'ditch'),
      paint: { 'line-color': colours.waterLine, 'line-width': 0.6 },
    }),
  ]
}

/** Limits of wilayas, moughataas, communes. */
export function limitLayers({ colours }: StyleInput): LayerSpecification[] {
  const level = (value: number) => ['==', ['get', 'level'], value] as never
  return [
    tiled('far-limit', 'line', {
      from: 'far_limit',
      source: 'far',
      group: 'limits',
      zooms: [4, 8],
      paint: {
        'line-color': colours.limit1,
        'line-width': 0.7,
        'line-dasharray': [4, 3],
        'line-opacity': 0.6,
      },
    }),
    tiled('limit-commune', 'line', {
      from: 'limit',
      group: 'limits',
      filter: level(3),
      zooms: [9],
      paint: { 'line-color': colours.limit3, 'line-width': 0.9, 'line-dasharray': [2, 3] },
    }),
    tiled('limit-moughataa', 'line', {
      from: 'limit',
      group: 'limits',
      filter: level(2),
      zooms: [7],
      paint: {
        'line-color': colours.limit2,
        'line-width': byZoom([7, 0.8], [11, 1.6]),
        'line-dasharray': [5, 2.5],
      },
    }),
    tiled('limit-wilaya', 'line', {
      from: 'limit',
      group: 'limits',
      filter: level(1),
      zooms: [8],
      paint: {
        'line-color': colours.limit1,
        'line-width': byZoom([7, 1.2], [11, 2.2]),
        'line-dasharray': [6, 2, 1.5, 2],
      },
    }),
  ]
}

/** The surroundings of Guidimakha, muted. Everything below it is seen through it. */
export function veilLayer({ colours }: StyleInput): LayerSpecification {
  return {
    id: 'veil',
    type: 'fill',
    source: 'veil',
    paint: {
      'fill-color': colours.veil,
      'fill-opacity': byZoom([6, 0.2], [8, colours.veilOpacity], [12, colours.veilOpacity], [14, 0.35]),
      'fill-antialias': false,
    },
  }
}

/** A band to see from afar and a double line to read from near; the strongest around Guidimakha. */
export function borderLayers({ colours }: StyleInput): LayerSpecification[] {
  const home = (strong: number, plain: number) => ['case', IS_HOME, strong, plain] as never
  const joined = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    tiled('far-border', 'line', {
      from: 'far_border',
      source: 'far',
      layout: joined,
      paint: {
        'line-color': colours.border,
        'line-width': byZoom([4, 0.8], [7, 1.4], [12, 3]),
        'line-opacity': byZoom([4, 0.75], [9, 0.5]),
      },
    }),
    tiled('border-band', 'line', {
      from: 'border',
      zooms: [7],
      layout: joined,
      paint: {
        'line-color': colours.borderBand,
        'line-width': byZoom([7, home(6, 4)], [12, home(16, 10)]),
        'line-opacity': home(0.34, 0.2),
        'line-blur': byZoom([7, 1], [12, 3]),
      },
    }),
    tiled('border-line', 'line', {
      from: 'border',
      zooms: [5],
      layout: joined,
      paint: {
        'line-color': colours.border,
        'line-width': byZoom([5, 0.6], [7, home(1, 0.7)], [12, home(1.5, 1)]),
        'line-gap-width': byZoom([5, 0], [7, home(1.2, 0.8)], [12, home(2.6, 1.8)]),
        'line-opacity': home(1, 0.6),
      },
    }),
  ]
}
