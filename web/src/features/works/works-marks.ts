import type { BorderPosts } from '@borne/api/contracts/posts'
import type { WorksProgress } from '@borne/api/contracts/works'
import type { FeatureCollection, Point } from 'geojson'
import { BOLD } from '../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import { STAGE_MARKS } from './stage-marks.ts'

export interface WorksMark {
  id: string
  icon: string
  label: string
  hasWorks: boolean
  isHovered: boolean
}

export interface WorksMarksInput {
  readonly posts: BorderPosts
  readonly progress: WorksProgress
  /** `YYYY-MM`; absent: the last month. */
  readonly month: string | undefined
  /** The posts of the contracts that the filters leave; those of others are drawn faded. */
  readonly shownPosts: ReadonlySet<string>
  readonly hoveredPosts: readonly string[]
}

/** Which month of the replay the address asks for: the last one when it names none, or one that is not there. */
export function monthIndex({ months }: WorksProgress, month: string | undefined): number {
  const at = months.findIndex((day) => day.slice(0, 7) === month)
  return at === -1 ? months.length - 1 : at
}

/** Every post with a position: those with works in the shape and with the ring of that month, the others faded. */
export function worksMarks({
  posts,
  progress,
  month,
  shownPosts,
  hoveredPosts,
}: WorksMarksInput): FeatureCollection<Point, WorksMark> {
  const at = monthIndex(progress, month)
  const byPost = new Map(progress.posts.map((post) => [post.postId, post]))
  return {
    type: 'FeatureCollection',
    features: posts.features.flatMap(({ id, geometry, properties }) => {
      if (geometry?.type !== 'Point') return []
      const postId = String(id)
      const works = shownPosts.has(postId) ? byPost.get(postId) : undefined
      const stage = works?.stages[at]
      const mark: WorksMark = {
        id: postId,
        icon: stage ? iconOf(STAGE_MARKS[stage], works?.percents[at]) : `post-${properties.physicalStatus}`,
        label: ringLabel(properties.name, works?.percents[at]),
        hasWorks: works !== undefined,
        isHovered: hoveredPosts.includes(postId),
      }
      const coordinates = geometry.coordinates.slice(0, 2)
      return [{ type: 'Feature', id: postId, geometry: { type: 'Point', coordinates }, properties: mark }]
    }),
  }
}

/** The ring is drawn in tenths: an icon for each percent would be a hundred pictures. */
function iconOf(mark: string, percent: number | null | undefined): string {
  if (mark !== 'under-works' || percent === null || percent === undefined) return `post-${mark}`
  return `post-under-works-${Math.round(percent / 10) * 10}`
}

function ringLabel(name: string, percent: number | null | undefined): string {
  return percent === null || percent === undefined ? name : `${name}\n${Math.round(percent)}\u202f%`
}

const INK: Record<MapTheme, { text: string; halo: string; accent: string }> = {
  day: { text: '#1c2733', halo: '#ffffff', accent: '#0f5c8c' },
  night: { text: '#f3efe6', halo: '#12181f', accent: '#74bbe9' },
}

const DRAW: readonly LayerDraw[] = [
  {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 17,
      'circle-color': INK[theme].accent,
      'circle-opacity': ['case', ['get', 'isHovered'], 0.22, 0],
      'circle-stroke-color': INK[theme].accent,
      'circle-stroke-width': ['case', ['get', 'isHovered'], 2.5, 0],
    }),
  },
  {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': ['case', ['get', 'hasWorks'], 13, 8],
      'circle-color': INK[theme].halo,
      'circle-opacity': ['case', ['get', 'hasWorks'], 0.95, 0.6],
    }),
  },
  {
    type: 'symbol',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ['case', ['get', 'hasWorks'], 1.25, 0.75],
      'icon-allow-overlap': true,
    },
    paint: { 'icon-opacity': ['case', ['get', 'hasWorks'], 1, 0.45] },
  },
  {
    type: 'symbol',
    filter: ['get', 'hasWorks'],
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [BOLD],
      'text-size': ['interpolate', ['linear'], ['zoom'], 7, 12, 11, 14],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.2,
      'text-justify': 'auto',
      'text-optional': true,
    },
    paintFor: (theme) => ({
      'text-color': INK[theme].text,
      'text-halo-color': INK[theme].halo,
      'text-halo-width': 1.6,
    }),
  },
]

export function worksLayer(
  data: FeatureCollection<Point, WorksMark>,
  onOpen: (postId: string) => void,
): MapLayer {
  return {
    id: 'works',
    data,
    draw: DRAW,
    onClick: ({ properties }) => onOpen(String(properties?.id)),
    // So that the pointer shows that a mark answers.
    onHover: () => {},
  }
}
