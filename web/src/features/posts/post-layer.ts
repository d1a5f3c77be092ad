import { circleAround } from '@borne/geodata/geometry/circle-around'
import type { FeatureCollection, Point, Polygon } from 'geojson'
import type { MapLayer } from '../../map/layers.ts'
import { POST_DRAW, type PostMark, postIcon, postRank, UNCERTAINTY_DRAW } from '../../map/post-draws.ts'
import type { PostRow } from './post-row.ts'

export interface PostLayersInput {
  readonly marks: FeatureCollection<Point, PostMark>
  readonly circles: FeatureCollection<Polygon, { id: string }>
  readonly hoveredId: string | null
  readonly selectedId: string | null
  onOpen?(postId: string): void
  onHover?(postId: string | null): void
}

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
        icon: postIcon(post.physicalStatus, post.progressPercent),
        label: labelOf(post, labels),
        isUnconfirmed: post.positionConfidence === 'unconfirmed',
        rank: postRank(post.physicalStatus),
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

function labelOf(post: PostRow, labels: 'fr' | 'ar'): string {
  const name = (labels === 'ar' ? post.nameAr : null) ?? post.name
  if (post.positionConfidence !== 'unconfirmed') return name
  return labels === 'ar' && post.nameAr ? `${name} ؟` : `${name} ?`
}
