import type { Coverage } from '@borne/api/contracts/coverage'
import type { CoverageDifference } from '@borne/geodata/coverage/coverage-types'
import type { Feature, FeatureCollection, LineString } from 'geojson'
import { BOLD } from '../../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../../map/layers.ts'
import { PALETTE } from '../../../map/palette.ts'

type DifferenceKind = 'gained' | 'lost' | 'kept' | 'out'

/** Gain and loss are told apart by their form too: a full band, and an open one. */
export const DIFFERENCE_COLOURS = {
  day: { gained: '#007a5a', lost: '#d55e00', kept: '#6f7f8c', out: '#a79f8f', ground: '#ffffff' },
  night: { gained: '#35c79a', lost: '#f07b24', kept: '#8fa0ae', out: '#5c6773', ground: '#12181f' },
} as const
const STALE_OPACITY = 0.35
/** Shorter stretches carry no figure on the map. */
const LEAST_LABELLED_METRES = 700

interface DifferenceDrawing {
  readonly before: Coverage
  readonly after: Coverage
  readonly difference: CoverageDifference
  readonly isStale: boolean
  tellLength(signedMetres: number): string
}

/** The border by what is gained, lost, kept and still out of reach, with the posts of which only one side has. */
export function differenceLayers(drawing: DifferenceDrawing): MapLayer[] {
  const opacity = drawing.isStale ? STALE_OPACITY : 1
  return [
    {
      id: 'coverage-difference',
      data: differenceFeatures(drawing),
      draw: [
        line('out', 1.6, opacity, [3, 2]),
        line('kept', 3.5, opacity),
        band('lost', 9, opacity),
        ground('lost', 4.5, opacity),
        band('gained', 8, opacity),
        label(opacity),
      ],
    },
    {
      id: 'coverage-difference-posts',
      data: postFeatures(drawing),
      draw: [postRing(opacity)],
    },
  ]
}

export function differenceFeatures({
  after,
  difference,
  tellLength,
}: Pick<DifferenceDrawing, 'after' | 'difference' | 'tellLength'>): FeatureCollection {
  const whole = after.border.features.map(
    ({ geometry, properties }): Feature => ({
      type: 'Feature',
      geometry: geometry as LineString,
      properties: { kind: properties.inReach ? 'kept' : 'out' },
    }),
  )
  const changed = (['gained', 'lost'] as const).flatMap((kind) =>
    difference[kind].flatMap(({ coordinates, lengthMetres }): Feature[] => {
      const drawn: Feature = {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: coordinates.map((at) => [...at]) },
        properties: { kind },
      }
      const middle = coordinates[Math.floor(coordinates.length / 2)]
      if (!middle || lengthMetres < LEAST_LABELLED_METRES) return [drawn]
      const text: Feature = {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...middle] },
        properties: {
          kind,
          label: tellLength(kind === 'lost' ? -lengthMetres : lengthMetres),
          rank: -lengthMetres,
        },
      }
      return [drawn, text]
    }),
  )
  return { type: 'FeatureCollection', features: [...whole, ...changed] }
}

function postFeatures({ before, after }: DifferenceDrawing): FeatureCollection {
  const used = ({ posts }: Coverage) => posts.filter(({ isUsed }) => isUsed)
  const [old, now] = [used(before), used(after)]
  const isIn = (list: typeof old, postId: string) => list.some((post) => post.postId === postId)
  const features = [...now, ...old.filter(({ postId }) => !isIn(now, postId))].flatMap(
    ({ postId, position }): Feature[] => {
      if (!position) return []
      const kind = !isIn(old, postId) ? 'gained' : isIn(now, postId) ? 'kept' : 'lost'
      return [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [...position] },
          properties: { kind },
        },
      ]
    },
  )
  return { type: 'FeatureCollection', features }
}

const round = { 'line-cap': 'round', 'line-join': 'round' } as const
const butt = { 'line-cap': 'butt', 'line-join': 'round' } as const
const isLineOf = (kind: DifferenceKind) =>
  ['all', ['==', ['geometry-type'], 'LineString'], ['==', ['get', 'kind'], kind]] as never
const widthOf = (width: number) => ['interpolate', ['linear'], ['zoom'], 7, width * 0.7, 12, width * 1.2]

function line(
  kind: 'kept' | 'out',
  width: number,
  opacity: number,
  dashes?: readonly [number, number],
): LayerDraw {
  return {
    type: 'line',
    filter: isLineOf(kind),
    layout: dashes ? butt : round,
    paintFor: (theme) => ({
      'line-color': DIFFERENCE_COLOURS[theme][kind],
      'line-width': widthOf(width),
      'line-opacity': opacity,
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    }),
  }
}

function band(kind: 'gained' | 'lost', width: number, opacity: number): LayerDraw {
  return {
    type: 'line',
    filter: isLineOf(kind),
    layout: butt,
    paintFor: (theme) => ({
      'line-color': DIFFERENCE_COLOURS[theme][kind],
      'line-width': widthOf(width),
      'line-opacity': opacity,
    }),
  }
}

function ground(kind: 'lost', width: number, opacity: number): LayerDraw {
  return {
    type: 'line',
    filter: isLineOf(kind),
    layout: butt,
    paintFor: (theme) => ({
      'line-color': DIFFERENCE_COLOURS[theme].ground,
      'line-width': widthOf(width),
      'line-opacity': opacity,
    }),
  }
}

function label(opacity: number): LayerDraw {
  return {
    type: 'symbol',
    filter: ['==', ['geometry-type'], 'Point'] as never,
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [BOLD],
      'text-size': 12.5,
      'text-variable-anchor': ['right', 'left', 'top', 'bottom'],
      'text-radial-offset': 1,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-opacity': opacity },
    paintFor: (theme) => ({
      'text-color': [
        'match',
        ['get', 'kind'],
        'gained',
        DIFFERENCE_COLOURS[theme].gained,
        DIFFERENCE_COLOURS[theme].lost,
      ],
      'text-halo-color': PALETTE[theme].halo,
      'text-halo-width': 2,
    }),
  }
}

function postRing(opacity: number): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': ['case', ['==', ['get', 'kind'], 'kept'], 11, 14],
      'circle-color': DIFFERENCE_COLOURS[theme].ground,
      'circle-opacity': 0,
      'circle-stroke-color': [
        'match',
        ['get', 'kind'],
        'gained',
        DIFFERENCE_COLOURS[theme].gained,
        'lost',
        DIFFERENCE_COLOURS[theme].lost,
        DIFFERENCE_COLOURS[theme].kept,
      ],
      'circle-stroke-width': ['case', ['==', ['get', 'kind'], 'kept'], 1.5, 3.5],
      'circle-stroke-opacity': opacity,
    }),
  }
}
