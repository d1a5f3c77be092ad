import type { TrackDetail } from '@borne/api/contracts/tracks'
import type { FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import { PALETTE } from '../../map/palette.ts'
import type { MapTheme } from '../../map/theme.ts'
import { NETWORK_CHANGE_COLOURS } from '../../ui/network-change-scale.ts'
import type { Theme } from '../../ui/theme.ts'

export type TrackPart = TrackDetail['lines']['features'][number]['properties']['part']

/** What runs off every road is of the colour of the roads that it proposes. */
export const PART_COLOURS: Record<Theme, Record<TrackPart, string>> = {
  day: { recorded: '#5b6775', matched: '#0f5c8c', unmatched: NETWORK_CHANGE_COLOURS.day.added },
  night: { recorded: '#a5b0bc', matched: '#74bbe9', unmatched: NETWORK_CHANGE_COLOURS.night.added },
}
/** In widths of the line: the matched part is solid, the other dotted, the recording as such a thin dash. */
export const PART_DASHES: Record<TrackPart, readonly number[] | null> = {
  recorded: [0.6, 0.6],
  matched: null,
  unmatched: [0.1, 1.6],
}

/** The course of a track: solid where it follows a road, dotted where it follows none, and thin as it was recorded. */
export function trackLayers(lines: TrackDetail['lines']): MapLayer[] {
  return [
    {
      id: 'track-lines',
      data: lines as FeatureCollection,
      draw: [casing(), line('matched', 1), line('unmatched', 1.15), recorded()],
    },
  ]
}

const isPart = (part: TrackPart) => ['==', ['get', 'part'], part]

function width(scale: number) {
  return ['interpolate', ['linear'], ['zoom'], 7, 2.6 * scale, 10, 3.6 * scale, 14, 6 * scale] as never
}

function casing(): LayerDraw {
  return {
    type: 'line',
    filter: ['!', isPart('recorded')] as never,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme: MapTheme) => ({
      'line-color': PALETTE[theme].halo,
      'line-width': width(1.9),
      'line-opacity': 0.85,
    }),
  }
}

function line(part: TrackPart, scale: number): LayerDraw {
  const dashes = PART_DASHES[part]
  return {
    type: 'line',
    filter: isPart(part) as never,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme: MapTheme) => ({
      'line-color': PART_COLOURS[theme][part],
      'line-width': width(scale),
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    }),
  }
}

function recorded(): LayerDraw {
  return {
    type: 'line',
    minzoom: 9,
    filter: isPart('recorded') as never,
    paintFor: (theme: MapTheme) => ({
      'line-color': PART_COLOURS[theme].recorded,
      'line-width': 1.2,
      'line-dasharray': [3, 2],
    }),
  }
}
