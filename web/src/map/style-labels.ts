import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { BOLD, ITALIC, REGULAR } from './fonts.ts'
import { byZoom, IS_HOME, isOneOf, nameIn, type StyleInput, spaced, tiled } from './style-parts.ts'

const RANK: ExpressionSpecification = ['get', 'rank']

/** Names of water, from the small to the large. */
export function waterLabels({ colours, labels }: StyleInput): LayerSpecification[] {
  const paint = { 'text-color': colours.waterText, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 }
  return [
    tiled('wadi-name-point', 'symbol', {
      from: 'spot',
      group: 'water',
      filter: isOneOf('kind', 'wadi', 'marsh'),
      zooms: [11.5],
      layout: {
        'text-field': ['get', 'name_fr'],
        'text-font': [ITALIC],
        'text-size': 10.5,
        'text-max-width': 7,
      },
      paint: { ...paint, 'text-opacity': 0.85 },
    }),
    tiled('waterway-name', 'symbol', {
      from: 'waterway',
      group: 'water',
      filter: ['any', ['has', 'name_fr'], ['has', 'name_ar']],
      zooms: [8],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 280,
        'text-field': nameIn(labels),
        'text-font': [ITALIC],
        'text-size': byZoom([8, 10.5], [13, 13]),
        'text-letter-spacing': spaced(labels, 0.06),
        'text-max-angle': 50,
        'text-padding': 12,
      },
      paint,
    }),
  ]
}

/** Wells, hills, health, airfields, fords: small marks that come late. */
export function spotLayers({ colours, labels }: StyleInput): LayerSpecification[] {
  const kinds: ExpressionSpecification = [
    'match',
    ['get', 'kind'],
    'well',
    colours.waterLine,
    'health',
    colours.health,
    colours.spot,
  ]
  const marked = isOneOf('kind', 'well', 'hill', 'pass', 'health', 'airport')
  return [
    tiled('ford', 'circle', {
      from: 'ford',
      group: 'tracks',
      zooms: [11],
      paint: {
        'circle-radius': byZoom([11, 1.8], [14, 3.2]),
        'circle-color': colours.land,
        'circle-stroke-color': colours.ferry,
        'circle-stroke-width': 1.3,
      },
    }),
    tiled('spot', 'symbol', {
      from: 'spot',
      group: 'spots',
      filter: marked,
      zooms: [8],
      layout: {
        'icon-image': ['concat', 'spot-', ['get', 'kind']],
        'icon-allow-overlap': ['step', ['zoom'], false, 13, true] as never,
        'icon-padding': 1,
        'text-field': byZoomText(labels),
        'text-font': [REGULAR],
        'text-size': 10,
        'text-offset': [0, 0.7],
        'text-anchor': 'top',
        'text-max-width': 8,
        'text-optional': true,
      },
      paint: {
        'icon-color': kinds,
        'text-color': kinds,
        'text-halo-color': colours.halo,
        'text-halo-width': 1.3,
      },
    }),
  ]
}

function byZoomText(labels: StyleInput['labels']): ExpressionSpecification {
  const named: ExpressionSpecification = ['match', ['get', 'kind'], 'health', '', nameIn(labels)]
  return ['step', ['zoom'], '', 12, named, 14, nameIn(labels)]
}

/** Settlements by rank; those of Guidimakha in full ink. */
export function placeLayers({ colours, labels }: StyleInput): LayerSpecification[] {
  const ink: ExpressionSpecification = [
    'case',
    IS_HOME,
    ['step', RANK, colours.ink, 5, colours.inkSoft],
    colours.inkAway,
  ]
  const dot = (...sizes: number[]): ExpressionSpecification =>
    ['match', RANK, 1, sizes[0], 2, sizes[1], 3, sizes[2], 4, sizes[3], sizes[4]] as ExpressionSpecification
  return [
    tiled('place-dot', 'circle', {
      from: 'place',
      group: 'settlements',
      paint: {
        'circle-radius': byZoom(
          [6, dot(2.6, 1.8, 1.2, 0.9, 0.7)],
          [10, dot(4, 3.2, 2.4, 1.8, 1.3)],
          [14, dot(5, 4.2, 3.4, 2.8, 2.2)],
        ),
        'circle-color': ['case', ['<=', RANK, 2], colours.land, ink],
        'circle-stroke-color': ink,
        'circle-stroke-width': ['case', ['<=', RANK, 2], 1.6, 0],
      },
    }),
    tiled('place-name', 'symbol', {
      from: 'place',
      group: 'settlements',
      layout: {
        'text-field': nameIn(labels),
        'text-font': ['case', ['<=', RANK, 2], ['literal', [BOLD]], ['literal', [REGULAR]]] as never,
        'text-size': byZoom(
          [7, ['match', RANK, 1, 13.5, 2, 11.5, 3, 10.5, 10]],
          [11, ['match', RANK, 1, 18, 2, 15, 3, 13, 4, 12, 10.5]],
          [14, ['match', RANK, 1, 22, 2, 18, 3, 16, 4, 14, 12]],
        ),
        'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left'],
        'text-radial-offset': 0.55,
        'text-justify': 'auto',
        'text-max-width': 8,
        'text-padding': byZoom([7, 6], [11, 2]),
        'symbol-sort-key': ['+', RANK, ['case', IS_HOME, 0, 1.5]],
      },
      paint: { 'text-color': ink, 'text-halo-color': colours.halo, 'text-halo-width': 1.5 },
    }),
  ]
}

/** Moughataas and wilayas: wide capitals that lie under the names of places. */
export function unitLabels({ colours, labels }: StyleInput): LayerSpecification[] {
  const layer = (id: string, level: number, zooms: [number, number], size: ExpressionSpecification) =>
    tiled(id, 'symbol', {
      from: 'unit',
      group: 'limits',
      zooms,
      filter: ['==', ['get', 'level'], level],
      layout: {
        'text-field': ['upcase', nameIn(labels)],
        'text-font': [REGULAR],
        'text-size': size,
        'text-letter-spacing': spaced(labels, 0.22),
        'text-max-width': 7,
        'text-padding': 8,
        'symbol-sort-key': ['case', IS_HOME, 0, 1],
      },
      paint: {
        'text-color': colours.unit,
        'text-opacity': ['case', IS_HOME, 0.95, 0.65],
        'text-halo-color': colours.halo,
        'text-halo-width': 1.2,
      },
    })
  return [
    layer('unit-moughataa', 2, [8, 11.5], byZoom([8, 10.5], [11, 15])),
    layer('unit-wilaya', 1, [5.5, 8], byZoom([5.5, 9.5], [8, 13])),
  ]
}

/** Mauritania, Mali, Senegal: once from afar, once beside the region, then along the border itself. */
export function countryLabels({ colours, labels }: StyleInput): LayerSpecification[] {
  const field: ExpressionSpecification = ['upcase', nameIn(labels)]
  const paint = { 'text-color': colours.country, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 }
  const layer = (id: string, size: string, zooms: [number, number], textSize: ExpressionSpecification) =>
    tiled(id, 'symbol', {
      from: 'country',
      zooms,
      filter: ['==', ['get', 'size'], size],
      layout: {
        'text-field': field,
        'text-font': [BOLD],
        'text-size': textSize,
        'text-letter-spacing': spaced(labels, 0.3),
        'text-max-width': 12,
        'text-padding': 4,
      },
      paint,
    })
  return [
    layer('country-far', 'far', [4, 6.8], byZoom([4, 11], [7, 20])),
    layer('country-near', 'near', [6.8, 10], byZoom([6.8, 12], [10, 18])),
    tiled('country-side', 'symbol', {
      from: 'country',
      zooms: [10],
      filter: ['==', ['get', 'size'], 'side'],
      layout: {
        'text-field': field,
        'text-font': [REGULAR],
        'text-size': byZoom([10, 9.5], [13, 11.5]),
        'text-letter-spacing': spaced(labels, 0.24),
        'text-rotate': ['get', 'angle'],
        'text-rotation-alignment': 'map',
        'text-padding': 6,
      },
      paint: { ...paint, 'text-opacity': 0.85 },
    }),
  ]
}
