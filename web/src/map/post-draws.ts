import type { MarkStatus } from '../ui/status-mark.tsx'
import { BOLD } from './fonts.ts'
import type { LayerDraw } from './layers.ts'
import type { MapTheme } from './theme.ts'

/** Properties of the point of a post, as `POST_DRAW` reads them. */
export interface PostMark {
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

/** Under works, the mark shows the progress in tenths as an arc. */
export function postIcon(status: MarkStatus, progressPercent: number | null): string {
  if (status !== 'under-works' || progressPercent === null) return `post-${status}`
  return `post-under-works-${Math.round(progressPercent / 10) * 10}`
}

/** What works before what is planned. */
export function postRank(status: MarkStatus): number {
  return status === 'operational' ? 0 : status === 'under-works' ? 1 : 2
}

/** The circle in which a position may lie. */
export const UNCERTAINTY_DRAW: readonly LayerDraw[] = [
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

/** A post: the ring of the selected one, its ground, its mark, its name. */
export const POST_DRAW: readonly LayerDraw[] = [
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
