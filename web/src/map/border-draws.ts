import { sequentialColours } from '../ui/sequential-scale.ts'
import type { LayerDraw } from './layers.ts'
import type { MapTheme } from './theme.ts'

export const GAP_COLOURS = { day: '#d55e00', night: '#f07b24' } satisfies Record<MapTheme, string>
const GROUND = { day: '#ffffff', night: '#12181f' } satisfies Record<MapTheme, string>

/** An expression: the colour of the class of minutes that `band` names. */
export function bandColour(bands: readonly number[], theme: MapTheme): unknown {
  const colours = sequentialColours(bands.length, theme)
  if (bands.length < 2) return colours[0]
  const matched = bands.slice(0, -1).flatMap((band, i) => [band, colours[i]])
  return ['match', ['get', 'band'], ...matched, colours.at(-1)]
}

/** The border where its `band` is one; what is out of reach has -1. */
export function borderDraws(colourFor: (theme: MapTheme) => unknown, opacity: number): LayerDraw[] {
  const filter: LayerDraw['filter'] = ['>=', ['get', 'band'], 0]
  const layout = { 'line-cap': 'butt', 'line-join': 'round' } as const
  return [
    {
      type: 'line',
      layout,
      filter,
      paintFor: (theme) => ({
        'line-color': GROUND[theme],
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 9, 12, 15],
        'line-opacity': 0.9 * opacity,
      }),
    },
    {
      type: 'line',
      layout,
      filter,
      paintFor: (theme) => ({
        'line-color': colourFor(theme),
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 6, 12, 10],
        'line-opacity': opacity,
      }),
    },
  ]
}

/** A gap is told by its form too: an open band between two edges. */
export function gapDraws(opacity: number): LayerDraw[] {
  const layout = { 'line-cap': 'butt', 'line-join': 'round' } as const
  return [
    {
      type: 'line',
      layout,
      paintFor: (theme) => ({
        'line-color': GAP_COLOURS[theme],
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 8, 12, 14],
        'line-opacity': opacity,
      }),
    },
    {
      type: 'line',
      layout,
      paintFor: (theme) => ({
        'line-color': GROUND[theme],
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 4, 12, 8],
        'line-opacity': opacity,
      }),
    },
  ]
}
