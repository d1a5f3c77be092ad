import { LEVEL_COLOURS } from '../ui/level-scale.ts'
import type { LayerDraw } from './layers.ts'
import { PALETTE } from './palette.ts'
import type { MapTheme } from './theme.ts'

const IS_SELECTED = ['boolean', ['feature-state', 'selected'], false]

function colourFor(theme: MapTheme) {
  const { cut, slow, 'four-wheel-drive': fourByFour } = LEVEL_COLOURS[theme]
  return ['match', ['get', 'effect'], 'cut', cut, 'slow', slow, fourByFour]
}

const isArea = ['==', ['geometry-type'], 'Polygon'] as never
const isLine = ['==', ['geometry-type'], 'LineString'] as never
const scaled = ['*', ['get', 'strength'], 0.28]

const AREA: LayerDraw = {
  type: 'fill',
  filter: isArea,
  paintFor: (theme) => ({
    'fill-color': colourFor(theme),
    'fill-opacity': ['case', IS_SELECTED, 0.35, scaled],
  }),
}
const OUTLINE: LayerDraw = {
  type: 'line',
  filter: isArea,
  paintFor: (theme) => ({
    'line-color': colourFor(theme),
    'line-width': 2,
    'line-dasharray': [3, 2],
    'line-opacity': ['get', 'strength'],
  }),
}
const LINE: LayerDraw = {
  type: 'line',
  filter: isLine,
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paintFor: (theme) => ({
    'line-color': colourFor(theme),
    'line-width': ['interpolate', ['linear'], ['zoom'], 7, 5, 13, 11],
    'line-opacity': ['*', ['get', 'strength'], 0.6],
  }),
}
const RING: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 17,
    'circle-color': theme === 'day' ? '#0f5c8c' : '#74bbe9',
    'circle-opacity': ['case', IS_SELECTED, 0.35, 0],
  }),
}
const DOT: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 4,
    'circle-color': colourFor(theme),
    'circle-opacity': ['get', 'strength'],
    'circle-stroke-color': PALETTE[theme].halo,
    'circle-stroke-width': 1.5,
  }),
}
/** Above its place, so that a post there is seen too. */
const SIGN: LayerDraw = {
  type: 'symbol',
  layout: {
    'icon-offset': [0, -19],
    'icon-image': ['concat', 'closure-', ['get', 'effect']],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['get', 'strength'],
  },
  paint: { 'icon-opacity': ['get', 'strength'] },
}

/** Lines and areas of closures, by their `effect`, paler the less `strength` (0–1) they have. */
export const CLOSURE_SHAPE_DRAW: readonly LayerDraw[] = [AREA, OUTLINE, LINE]
/** The sign of a closure at its middle. */
export const CLOSURE_SIGN_DRAW: readonly LayerDraw[] = [RING, DOT, SIGN]
