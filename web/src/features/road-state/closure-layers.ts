import type { Closure } from '@borne/api/contracts/road-state'
import type { Feature } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import { PALETTE } from '../../map/palette.ts'
import { shapeCentre } from '../../map/shape.ts'
import type { MapTheme } from '../../map/theme.ts'
import { LEVEL_COLOURS } from '../../ui/level-scale.ts'

interface DrawnClosures {
  closures: readonly Closure[]
  selectedId: string | null
  onOpen?(closureId: string): void
}

const IS_SELECTED = ['boolean', ['feature-state', 'selected'], false]

/** Lines and areas of closures, under the names of the map. */
export function closureShapes({ closures, selectedId }: DrawnClosures): MapLayer[] {
  const features = closures
    .filter(({ geometry }) => geometry.type !== 'Point')
    .map((closure) => featureOf(closure, closure.geometry))
  return [
    {
      id: 'closure-shapes',
      data: { type: 'FeatureCollection', features },
      draw: [AREA, OUTLINE, LINE],
      selectedId,
    },
  ]
}

/** The sign of each closure, paler the less it is believed; above everything. */
export function closureSigns({ closures, selectedId, onOpen }: DrawnClosures): MapLayer[] {
  const features = closures.flatMap((closure) => {
    const centre = shapeCentre(closure.geometry)
    return centre ? [featureOf(closure, { type: 'Point', coordinates: centre })] : []
  })
  return [
    {
      id: 'closure-signs',
      data: { type: 'FeatureCollection', features },
      draw: [RING, DOT, SIGN],
      selectedId,
      ...(onOpen ? { onClick: (feature) => onOpen(String(feature.id)) } : {}),
    },
  ]
}

function featureOf(closure: Closure, geometry: Feature['geometry']): Feature {
  const { id, effect, isActing, confidence } = closure
  const strength = isActing ? 0.45 + 0.55 * confidence : 0.35
  return { type: 'Feature', id, geometry, properties: { effect, isActing, strength } }
}

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
