import type { MapState } from '@borne/api/contracts/briefings'
import { circleAround } from '@borne/geodata/geometry/circle-around'
import type { Feature, FeatureCollection } from 'geojson'
import { bandColour, borderDraws, gapDraws } from '../../../map/border-draws.ts'
import { CLOSURE_SHAPE_DRAW, CLOSURE_SIGN_DRAW } from '../../../map/closure-draws.ts'
import { BOLD } from '../../../map/fonts.ts'
import type { LayerDraw, LayerSlot, MapLayer } from '../../../map/layers.ts'
import { POST_DRAW, type PostMark, postIcon, postRank, UNCERTAINTY_DRAW } from '../../../map/post-draws.ts'
import { shapeCentre } from '../../../map/shape.ts'
import type { MapTheme } from '../../../map/theme.ts'
import { dayColour } from '../../../ui/day-colours.ts'

export interface SlotLayers {
  readonly slot: LayerSlot
  readonly layers: readonly MapLayer[]
}

/** A post that stands out: the one that is told of, or where the tour has come. */
export type SpotId = string | null

/** All that a state draws over the basemap. */
export function slideLayers(state: MapState, spotId: SpotId): SlotLayers[] {
  return [
    { slot: 'coverage', layers: coverageLayers(state) },
    { slot: 'network', layers: [closureShapes(state)] },
    { slot: 'ways', layers: missionLines(state) },
    { slot: 'posts', layers: postLayers(state, spotId) },
    { slot: 'selection', layers: [closureSigns(state), missionStops(state), plaqueMarks(state)] },
  ]
}

function coverageLayers({ border, bands, gaps }: MapState): MapLayer[] {
  const lines = border.map(({ geometry, band }) =>
    feature(geometry, { band: bands === null || band === null ? -1 : (bands[band] ?? -1) }),
  )
  const gapLines = gaps.map(({ coordinates }) => feature({ type: 'LineString', coordinates }, {}))
  const colourFor = (theme: MapTheme) => bandColour(bands ?? [], theme)
  return [
    { id: 'show-gaps', data: collection(gapLines), draw: gapDraws(1) },
    {
      id: 'show-border',
      data: collection(lines),
      draw: bands === null ? PLAIN_BORDER : borderDraws(colourFor, 1),
    },
  ]
}

const PLAIN_BORDER: readonly LayerDraw[] = [
  {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': theme === 'day' ? '#4b3a55' : '#c3aed1',
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 2.6, 12, 5],
    }),
  },
]

/** The words of the contract, and those by which the map knows the effects. */
const EFFECTS = { cut: 'cut', slow: 'slow', 'four-by-four': 'four-wheel-drive' } as const

function closureShapes({ closures }: MapState): MapLayer {
  const features = closures
    .filter(({ geometry }) => geometry.type !== 'Point')
    .map(({ kind, geometry }) => feature(geometry, { effect: EFFECTS[kind], strength: 1 }))
  return { id: 'show-closure-shapes', data: collection(features), draw: CLOSURE_SHAPE_DRAW }
}

function closureSigns({ closures }: MapState): MapLayer {
  const features = closures.flatMap(({ kind, geometry }) => {
    const centre = shapeCentre(geometry)
    return centre ? [point(centre, { effect: EFFECTS[kind], strength: 1 })] : []
  })
  return { id: 'show-closure-signs', data: collection(features), draw: CLOSURE_SIGN_DRAW }
}

function missionLines({ mission }: MapState): MapLayer[] {
  const features = (mission?.days ?? []).flatMap(({ lines }, day) =>
    lines.map((coordinates) => feature({ type: 'LineString', coordinates }, { day })),
  )
  return [{ id: 'show-mission-days', data: collection(features), draw: [wayLine(true), wayLine(false)] }]
}

/** Days beyond the seventh come round again, as their colours do. */
function dayColours(theme: MapTheme): unknown {
  const places = [0, 1, 2, 3, 4, 5]
  const matched = places.flatMap((place) => [place, dayColour(place, theme)])
  return ['match', ['%', ['get', 'day'], 7], ...matched, dayColour(6, theme)]
}

function wayLine(isCasing: boolean): LayerDraw {
  const scale = isCasing ? 1.6 : 1
  return {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': isCasing ? GROUND[theme] : dayColours(theme),
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 3 * scale, 12, 5.5 * scale, 16, 9 * scale],
      // Each way on its right-hand side, so that there and back lie beside each other.
      'line-offset': ['interpolate', ['linear'], ['zoom'], 7, 2, 12, 4, 16, 7],
    }),
  }
}

function missionStops({ mission }: MapState): MapLayer {
  const features = (mission?.stops ?? []).map(({ number, name, position }) =>
    point(position, { label: String(number), name }),
  )
  return { id: 'show-mission-stops', data: collection(features), draw: STOP_DRAW }
}

const GROUND: Record<MapTheme, string> = { day: '#ffffff', night: '#12181f' }
const INK: Record<MapTheme, string> = { day: '#1c2733', night: '#f3efe6' }

const STOP_DRAW: readonly LayerDraw[] = [
  {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 13,
      'circle-color': GROUND[theme],
      'circle-stroke-color': INK[theme],
      'circle-stroke-width': 2.5,
    }),
  },
  {
    type: 'symbol',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [BOLD],
      'text-size': 14,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paintFor: (theme) => ({ 'text-color': INK[theme] }),
  },
  {
    type: 'symbol',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [BOLD],
      'text-size': 14,
      'text-variable-anchor': ['right', 'bottom', 'top', 'left'],
      'text-radial-offset': 1.3,
      'text-justify': 'auto',
    },
    paintFor: (theme) => ({
      'text-color': INK[theme],
      'text-halo-color': GROUND[theme],
      'text-halo-width': 1.8,
    }),
  },
]

function postLayers({ posts, selectedPostId }: MapState, spotId: SpotId): MapLayer[] {
  const placed = posts.flatMap((post) => (post.position ? [{ ...post, position: post.position }] : []))
  const circles = placed
    .filter(({ precisionMetres }) => precisionMetres > 0)
    .map(({ id, position, precisionMetres }) => feature(circleAround(position, precisionMetres), { id }, id))
  const marks = placed.map(({ id, name, status, progressPercent, position }) => {
    const properties: PostMark = {
      id,
      icon: postIcon(status, progressPercent),
      label: name,
      isUnconfirmed: false,
      rank: postRank(status),
    }
    return point(position, properties, id)
  })
  const selectedId = spotId ?? selectedPostId
  return [
    { id: 'show-circles', data: collection(circles), draw: UNCERTAINTY_DRAW, selectedId },
    { id: 'show-posts', data: collection(marks), draw: SHOWN_POSTS, selectedId },
  ]
}

/** As on the map of the house, larger: they are read from afar. */
const SHOWN_POSTS: readonly LayerDraw[] = POST_DRAW.map((draw) => {
  if (draw.type === 'circle') return draw
  const isName = 'text-field' in (draw.layout ?? {})
  const size = isName
    ? { 'text-size': ['interpolate', ['linear'], ['zoom'], 7, 14.5, 11, 17], 'text-radial-offset': 1.1 }
    : { 'icon-size': 1.15 }
  return { ...draw, layout: { ...draw.layout, ...size } } as LayerDraw
})

function plaqueMarks({ plaques, posts }: MapState): MapLayer {
  const features = plaques.flatMap(({ postId, state }) => {
    const position = posts.find(({ id }) => id === postId)?.position
    return position ? [point(position, { icon: `plaque-${state}` })] : []
  })
  return { id: 'show-plaques', data: collection(features), draw: [PLAQUE] }
}

const PLAQUE: LayerDraw = {
  type: 'symbol',
  layout: {
    'icon-image': ['get', 'icon'],
    'icon-offset': [13, -13],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  },
}

function feature(geometry: Feature['geometry'], properties: Record<string, unknown>, id?: string): Feature {
  return { type: 'Feature', geometry, properties, ...(id === undefined ? {} : { id }) }
}

function point(coordinates: readonly [number, number], properties: object, id?: string): Feature {
  return feature({ type: 'Point', coordinates: [...coordinates] }, { ...properties }, id)
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
