import type { Reach } from '@borne/api/contracts/coverage'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import { sequentialColours } from '../../ui/sequential-scale.ts'

/** Outside the scale of times, so that the border is never taken for a road. */
export const BORDER_COLOURS = {
  day: { inReach: '#b0287a', out: '#8b8474', casing: '#ffffff', mute: '#f5f0e4', ink: '#1c2733' },
  night: { inReach: '#f08cc6', out: '#76828f', casing: '#12181f', mute: '#1a222b', ink: '#e9e5db' },
} satisfies Record<MapTheme, Record<string, string>>
const STALE_OPACITY = 0.35

/** The border out of reach and in reach, the reached roads by class of time, a ring round the starting posts. */
export function reachLayers(reach: Reach, isStale: boolean): MapLayer[] {
  const opacity = isStale ? STALE_OPACITY : 1
  return [
    {
      id: 'reach-border',
      data: reach.border as FeatureCollection,
      draw: [false, true].flatMap((isInReach) => [
        borderCasing(isInReach, opacity),
        borderLine(isInReach, opacity),
      ]),
    },
    {
      id: 'reach-roads',
      data: reach.roads as FeatureCollection,
      draw: [roadLine(reach.bands, true, opacity), roadLine(reach.bands, false, opacity)],
    },
    { id: 'reach-starts', data: startPoints(reach), draw: [startRing()] },
  ]
}

function roadLine(bands: readonly number[], isMapped: boolean, opacity: number): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': isMapped ? 'round' : 'butt', 'line-join': 'round' },
    filter: [isMapped ? '==' : '!=', ['get', 'grade'], 'mapped'],
    paintFor: (theme) => ({
      'line-color': bandColour(bands, theme),
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.6, 12, 3.5, 16, 7],
      'line-opacity': opacity,
      ...(isMapped ? {} : { 'line-dasharray': [3, 1.6] }),
    }),
  }
}

/** An expression: the colour of the class that a road's `band` names. */
function bandColour(bands: readonly number[], theme: MapTheme): unknown {
  const colours = sequentialColours(bands.length, theme)
  if (bands.length < 2) return colours[0]
  return [
    'match',
    ['get', 'band'],
    ...bands.slice(0, -1).flatMap((band, i) => [band, colours[i]]),
    colours.at(-1),
  ]
}

/** Out of reach, it mutes the strong border of the basemap; in reach, it sets the line off. */
function borderCasing(isInReach: boolean, opacity: number): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': isInReach ? 'round' : 'butt', 'line-join': 'round' },
    filter: ['==', ['get', 'inReach'], isInReach],
    paintFor: (theme) => ({
      'line-color': BORDER_COLOURS[theme][isInReach ? 'casing' : 'mute'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, isInReach ? 8 : 5, 12, isInReach ? 13 : 10],
      'line-opacity': 0.85 * opacity,
    }),
  }
}

function borderLine(isInReach: boolean, opacity: number): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': isInReach ? 'round' : 'butt', 'line-join': 'round' },
    filter: ['==', ['get', 'inReach'], isInReach],
    paintFor: (theme) => ({
      'line-color': BORDER_COLOURS[theme][isInReach ? 'inReach' : 'out'],
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, isInReach ? 5 : 1.5, 12, isInReach ? 8 : 3],
      'line-opacity': opacity,
      ...(isInReach ? {} : { 'line-dasharray': [3, 2] }),
    }),
  }
}

function startRing(): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 13,
      'circle-color': BORDER_COLOURS[theme].casing,
      'circle-stroke-color': BORDER_COLOURS[theme].ink,
      'circle-stroke-width': 2.5,
    }),
  }
}

function startPoints({ posts }: Reach): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: posts.flatMap(({ isUsed, position, name }): Feature[] =>
      isUsed && position
        ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: position }, properties: { name } }]
        : [],
    ),
  }
}
