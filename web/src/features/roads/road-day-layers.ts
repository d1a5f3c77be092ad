import type { RoadDay } from '@borne/api/contracts/roads'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import {
  CHANGE_COLOURS,
  CHANGE_DASHES,
  LEVEL_COLOURS,
  LEVEL_DASHES,
  ROAD_CHANGES,
} from '../../ui/level-scale.ts'
import { WORSE_LEVELS } from '../../ui/road-words.ts'
import { fateOf } from './rank-posts.ts'

const CASING: Record<MapTheme, string> = { day: '#ffffff', night: '#12181f' }
const STALE_OPACITY = 0.35

interface DrawnRoads {
  day: RoadDay
  shows: 'state' | 'difference'
  isStale: boolean
  /** Place of the chosen stretch among the drawn ones. */
  chosen: number | null
  onChoose?: ((index: number) => void) | undefined
}

/** What the day makes of the roads, or how it differs from the other day. */
export function roadDayLayers({ day, shows, isStale, chosen, onChoose }: DrawnRoads): MapLayer[] {
  const opacity = isStale ? STALE_OPACITY : 1
  if (shows === 'difference') {
    const draw = ROAD_CHANGES.toReversed().flatMap((change) =>
      lineDraws({
        key: 'change',
        value: change,
        colourFor: (theme) => CHANGE_COLOURS[theme][change],
        dashes: CHANGE_DASHES[change],
        isStrong: change === 'closes' || change === 'opens',
        opacity,
      }),
    )
    return [{ id: 'road-difference', data: day.difference as FeatureCollection, draw }]
  }
  const draw = WORSE_LEVELS.toReversed().flatMap((level) =>
    lineDraws({
      key: 'level',
      value: level,
      colourFor: (theme) => LEVEL_COLOURS[theme][level],
      dashes: LEVEL_DASHES[level],
      isStrong: level === 'cut',
      opacity,
    }),
  )
  return [
    {
      id: 'road-day',
      data: day.roads as FeatureCollection,
      draw: [chosenDraw(), ...draw],
      selectedId: chosen,
      ...(onChoose ? { onClick: (feature) => onChoose(day.roads.features.indexOf(feature as never)) } : {}),
    },
  ]
}

/** The start, and rings of alarm round the posts that no longer have a way. */
export function postRings(day: RoadDay): MapLayer[] {
  const rings: Feature[] = [
    point(day.start.position, { kind: 'start' }),
    ...day.posts
      .filter((post) => fateOf(post) === 'cut-off')
      .map(({ position }) => point(position, { kind: 'cut-off' })),
  ]
  return [
    {
      id: 'road-day-posts',
      data: { type: 'FeatureCollection', features: rings },
      draw: [
        {
          type: 'circle',
          paintFor: (theme) => ({
            'circle-radius': 15,
            'circle-opacity': 0,
            'circle-stroke-width': 3,
            'circle-stroke-color': [
              'match',
              ['get', 'kind'],
              'cut-off',
              LEVEL_COLOURS[theme].cut,
              theme === 'day' ? '#0f5c8c' : '#74bbe9',
            ],
          }),
        },
      ],
    },
  ]
}

interface LineLook {
  key: 'level' | 'change'
  value: string
  colourFor(theme: MapTheme): string
  dashes: readonly [number, number] | null
  isStrong: boolean
  opacity: number
}

function lineDraws({ key, value, colourFor, dashes, isStrong, opacity }: LineLook): LayerDraw[] {
  const filter = ['==', ['get', key], value] as never
  const line: LayerDraw = {
    type: 'line',
    filter,
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': colourFor(theme),
      'line-width': width(isStrong ? 1 : 0.75),
      'line-opacity': opacity,
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    }),
  }
  const casing: LayerDraw = {
    type: 'line',
    filter,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': CASING[theme],
      'line-width': width(isStrong ? 1.7 : 1.3),
      'line-opacity': 0.8 * opacity,
    }),
  }
  return [casing, line]
}

function chosenDraw(): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': theme === 'day' ? '#0f5c8c' : '#74bbe9',
      'line-width': width(3.4),
      'line-opacity': ['case', ['boolean', ['feature-state', 'selected'], false], 0.55, 0],
    }),
  }
}

function width(scale: number) {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    7,
    2 * scale,
    10,
    3.2 * scale,
    13,
    5.5 * scale,
    16,
    9 * scale,
  ] as never
}

function point(coordinates: readonly [number, number], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...coordinates] }, properties }
}
