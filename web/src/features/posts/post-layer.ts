import { circleAround } from '@borne/geodata/geometry/circle-around'
import type { FeatureCollection, Point, Polygon } from 'geojson'
import { BOLD } from '../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import type { PostRow } from './post-row.ts'

export interface PostLayersInput {
  readonly marks: FeatureCollection<Point, PostMark>
  readonly circles: FeatureCollection<Polygon, { id: string }>
  readonly hoveredId: string | null
  readonly selectedId: string | null
  onOpen?(postId: string): void
  onHover?(postId: string | null): void
}

interface PostMark {
  id: string
  icon: string
  label: string
  isUnconfirmed: boolean
  /** Lower is drawn first and gives way last: what works before what is planned. */
  rank: number
}

const INK: Record<MapTheme, { text: string; muted: string; halo: string; accent: string }> = {
  day: { text: '#1c2733', muted: '#5b6775', halo: '#ffffff', accent: '#0f5c8c' },
  night: { text: '#f3efe6', muted: '#b4bec9', halo: '#12181f', accent: '#74bbe9' },
}

const IS_MARKED = [
  'any',
  ['boolean', ['feature-state', 'selected'], false],
  ['boolean', ['feature-state', 'hover'], false],
]

/** The posts as marks with their names, and under them the circles in which an unconfirmed one may lie. */
export function postLayers({
  marks,
  circles,
  hoveredId,
  selectedId,
  onOpen,
  onHover,
}: PostLayersInput): MapLayer[] {
  const state = { hoveredId, selectedId }
  return [
    { id: 'post-uncertainty', data: circles, draw: UNCERTAINTY_DRAW, ...state },
    {
      id: 'posts',
      data: marks,
      draw: POST_DRAW,
      ...state,
      onClick: (feature) => onOpen?.(String(feature.properties?.id)),
      onHover: (feature) => onHover?.(feature ? String(feature.properties?.id) : null),
    },
  ]
}

/** One point for every post that has a position. */
export function postMarks(
  posts: readonly PostRow[],
  labels: 'fr' | 'ar',
): FeatureCollection<Point, PostMark> {
  return {
    type: 'FeatureCollection',
    features: posts.flatMap((post) => {
      if (!post.position) return []
      const properties: PostMark = {
        id: post.id,
        icon: iconOf(post),
        label: labelOf(post, labels),
        isUnconfirmed: post.positionConfidence === 'unconfirmed',
        rank: post.physicalStatus === 'operational' ? 0 : post.physicalStatus === 'under-works' ? 1 : 2,
      }
      return [
        { type: 'Feature', id: post.id, geometry: { type: 'Point', coordinates: post.position }, properties },
      ]
    }),
  }
}

/** The circle of each unconfirmed position, as wide as its stated uncertainty. */
export function uncertaintyCircles(posts: readonly PostRow[]): FeatureCollection<Polygon, { id: string }> {
  return {
    type: 'FeatureCollection',
    features: posts.flatMap((post) => {
      const { id, position, uncertaintyMetres } = post
      if (!position || !uncertaintyMetres || post.positionConfidence !== 'unconfirmed') return []
      const geometry = circleAround(position, uncertaintyMetres)
      return [{ type: 'Feature', id, geometry, properties: { id } }]
    }),
  }
}

/** One circle of uncertainty by itself: while a position is being edited. */
export function uncertaintyLayer(id: string, position: [number, number], radiusMetres: number): MapLayer {
  return { id, data: circleAround(position, radiusMetres), draw: UNCERTAINTY_DRAW }
}

/** Under works, the mark shows the progress in tenths as an arc. */
function iconOf({ physicalStatus, progressPercent }: PostRow): string {
  if (physicalStatus !== 'under-works' || progressPercent === null) return `post-${physicalStatus}`
  return `post-under-works-${Math.round(progressPercent / 10) * 10}`
}

function labelOf(post: PostRow, labels: 'fr' | 'ar'): string {
  const name = (labels === 'ar' ? post.nameAr : null) ?? post.name
  if (post.positionConfidence !== 'unconfirmed') return name
  return labels === 'ar' && post.nameAr ? `${name} ؟` : `${name} ?`
}

const UNCERTAINTY_DRAW: readonly LayerDraw[] = [
  {
    type: 'fill',
    paintFor: (theme) => ({
      'fill-color': INK[theme].muted,
      'fill-opacity': ['case', IS_MARKED, 0.1, 0.05],
    }),
  },
  {
    type: 'line',
    paintFor: (theme) => ({
      'line-color': INK[theme].muted,
      'line-width': ['case', IS_MARKED, 2, 1],
      'line-dasharray': [4, 3],
    }),
  },
]

const POST_DRAW: readonly LayerDraw[] = [
  {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': ['case', ['boolean', ['feature-state', 'selected'], false], 17, 15],
      'circle-color': INK[theme].accent,
      'circle-opacity': ['case', IS_MARKED, 0.22, 0],
      'circle-stroke-color': INK[theme].accent,
      'circle-stroke-width': ['case', ['boolean', ['feature-state', 'selected'], false], 2.5, 0],
    }),
  },
  {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 10,
      'circle-color': INK[theme].halo,
      'circle-opacity': ['case', ['get', 'isUnconfirmed'], 0.55, 0.95],
    }),
  },
  {
    type: 'symbol',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['-', 3, ['get', 'rank']],
    },
    paint: { 'icon-opacity': ['case', ['get', 'isUnconfirmed'], 0.6, 1] },
  },
  {
    type: 'symbol',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [BOLD],
      'text-size': ['interpolate', ['linear'], ['zoom'], 7, 12, 11, 14],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.05,
      'text-justify': 'auto',
      'text-optional': true,
      'symbol-sort-key': ['get', 'rank'],
    },
    paintFor: (theme) => ({
      'text-color': ['case', ['get', 'isUnconfirmed'], INK[theme].muted, INK[theme].text],
      'text-halo-color': INK[theme].halo,
      'text-halo-width': 1.6,
    }),
  },
]
