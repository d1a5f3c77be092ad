import type { Catchments, Isochrones } from '@borne/api/contracts/roads'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import { sequentialColours } from '../../ui/sequential-scale.ts'

const STALE_OPACITY = 0.35
const INK = { day: '#1c2733', night: '#e9e5db' } satisfies Record<MapTheme, string>

/** Eight colours that are told apart side by side (after Okabe and Ito), without the vermilion of alarms. */
const POST_COLOURS: Record<MapTheme, readonly string[]> = {
  day: ['#0072b2', '#009e73', '#8a5aa8', '#b8860b', '#3b3b3b', '#c2528b', '#4a8fd0', '#6b7a1f'],
  night: ['#5fb0e6', '#35c79a', '#c19ae0', '#e3bb4a', '#d0d0d0', '#f090c0', '#9cc9f5', '#b6c65a'],
}

/** The colour of the post in its place among the shown ones. */
export function postColour(place: number, theme: MapTheme): string {
  const colours = POST_COLOURS[theme]
  return colours[place % colours.length]!
}

/** Areas by their minutes, the widest at the bottom, and the point that they start from. */
export function isochroneLayers(
  { areas }: Isochrones,
  start: readonly [number, number],
  isStale: boolean,
): MapLayer[] {
  const minutes = areas.features.map(({ properties }) => properties.minutes).toSorted((a, b) => a - b)
  const opacity = isStale ? STALE_OPACITY : 1
  const colourFor = (theme: MapTheme) => {
    const colours = sequentialColours(minutes.length, theme)
    if (minutes.length < 2) return colours[0]
    return [
      'match',
      ['get', 'minutes'],
      ...minutes.slice(0, -1).flatMap((one, place) => [one, colours[place]]),
      colours.at(-1),
    ]
  }
  return [
    {
      id: 'isochrones',
      data: areas as FeatureCollection,
      draw: [
        {
          type: 'fill',
          paintFor: (theme) => ({ 'fill-color': colourFor(theme), 'fill-opacity': 0.4 * opacity }),
        },
        {
          type: 'line',
          paintFor: (theme) => ({
            'line-color': colourFor(theme),
            'line-width': 1.5,
            'line-opacity': opacity,
          }),
        },
      ],
    },
    { id: 'isochrone-start', data: collection([point(start)]), draw: [RING] },
  ]
}

/** Roads in the colour of the post that is nearest in time; what is not mapped is dashed. */
export function catchmentLayers({ posts, roads }: Catchments, isStale: boolean): MapLayer[] {
  const used = posts.filter(({ isUsed }) => isUsed)
  const colourFor = (theme: MapTheme) =>
    used.length === 0
      ? INK[theme]
      : [
          'match',
          ['get', 'postId'],
          ...used.flatMap(({ postId }, place) => [postId, postColour(place, theme)]),
          INK[theme],
        ]
  const line = (isMapped: boolean): LayerDraw => ({
    type: 'line',
    filter: [isMapped ? '==' : '!=', ['get', 'grade'], 'mapped'],
    layout: { 'line-cap': isMapped ? 'round' : 'butt', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': colourFor(theme),
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 2, 12, 4, 16, 7],
      'line-opacity': isStale ? STALE_OPACITY : 1,
      ...(isMapped ? {} : { 'line-dasharray': [3, 1.6] }),
    }),
  })
  return [
    { id: 'catchments', data: roads as FeatureCollection, draw: [line(false), line(true)] },
    {
      id: 'catchment-posts',
      data: collection(
        used.flatMap(({ position, postId }) => (position ? [point(position, { postId })] : [])),
      ),
      draw: [
        {
          type: 'circle',
          paintFor: (theme) => ({ 'circle-radius': 14, 'circle-color': colourFor(theme) }),
        },
      ],
    },
  ]
}

const RING: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 8,
    'circle-color': theme === 'day' ? '#ffffff' : '#12181f',
    'circle-stroke-color': INK[theme],
    'circle-stroke-width': 3,
  }),
}

function point(coordinates: readonly [number, number], properties: Record<string, unknown> = {}): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...coordinates] }, properties }
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
