import type { CoverageWithoutRoads, ReachedRoads } from '@borne/api/contracts/coverage'
import type { BorderProfile, CoverageGap } from '@borne/geodata/coverage/coverage-types'
import type { Position } from '@borne/geodata/geometry/position'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { bandColour, borderDraws, gapDraws } from '../../map/border-draws.ts'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import { postColour } from './area-layers.ts'
import { borderRunLines } from './border-bands.ts'
import type { CourseSegment } from './border-course.ts'

const GROUND = { day: '#ffffff', night: '#12181f' } satisfies Record<MapTheme, string>
const INK = { day: '#1c2733', night: '#e9e5db' } satisfies Record<MapTheme, string>
const STALE_OPACITY = 0.35

export type BorderColour = 'minutes' | 'posts'

interface CoverageDrawing {
  readonly coverage: CoverageWithoutRoads
  /** null: not yet known. */
  readonly roads: ReachedRoads['roads'] | null
  readonly course: readonly CourseSegment[]
  readonly colour: BorderColour
  readonly isStale: boolean
  /** The roads are those of other minutes. */
  readonly areRoadsStale: boolean
  /** A place of the border was clicked. */
  onPick?(at: Position): void
  /** The pointer is over the border there; null: it has left. */
  onPoint?(at: Position | null): void
}

/** The reached roads, the border by class of time or by post, its gaps loud, a ring round the posts. */
export function coverageLayers(drawing: CoverageDrawing): MapLayer[] {
  const { coverage, roads, course, colour, isStale, areRoadsStale } = drawing
  const opacity = isStale ? STALE_OPACITY : 1
  const roadOpacity = isStale || areRoadsStale ? STALE_OPACITY : 1
  const { bands } = coverage
  const answer = answerOf(drawing)
  return [
    {
      id: 'coverage-roads',
      data: (roads ?? points([])) as FeatureCollection,
      draw: [roadLine(bands, true, roadOpacity), roadLine(bands, false, roadOpacity)],
    },
    { id: 'coverage-gaps', data: gapLines(coverage.gaps), draw: gapDraws(opacity), ...answer },
    {
      id: 'coverage-border',
      data: borderRunLines(course, coverage.profiles as BorderProfile[], bands),
      draw: borderDraws(colour === 'posts' ? indexColour : (theme) => bandColour(bands, theme), opacity),
      ...answer,
    },
    { id: 'coverage-starts', data: startPoints(coverage), draw: [START_RING] },
  ]
}

function answerOf({ onPick, onPoint }: CoverageDrawing): Partial<MapLayer> {
  return {
    ...(onPick ? { onClick: (_, at) => onPick(at) } : {}),
    ...(onPoint
      ? {
          onPoint: (_, at) => onPoint(at),
          onHover: (feature) => {
            if (!feature) onPoint(null)
          },
        }
      : {}),
  }
}

/** An expression: the colour of the post whose place `postIndex` names. */
function indexColour(theme: MapTheme): unknown {
  const places = [0, 1, 2, 3, 4, 5, 6, 7]
  const matched = places.flatMap((place) => [place, postColour(place, theme)])
  return ['match', ['%', ['get', 'postIndex'], places.length], ...matched, INK[theme]]
}

function roadLine(bands: readonly number[], isMapped: boolean, opacity: number): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': isMapped ? 'round' : 'butt', 'line-join': 'round' },
    filter: [isMapped ? '==' : '!=', ['get', 'grade'], 'mapped'],
    paintFor: (theme) => ({
      'line-color': bandColour(bands, theme),
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.2, 12, 2.6, 16, 6],
      'line-opacity': 0.75 * opacity,
      ...(isMapped ? {} : { 'line-dasharray': [3, 1.6] }),
    }),
  }
}

const START_RING: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 13,
    'circle-color': GROUND[theme],
    'circle-stroke-color': INK[theme],
    'circle-stroke-width': 2.5,
  }),
}

/** The chosen place of the border, and the one under the pointer on the chart. */
export function spotLayers(chosen: Position | null, pointed: Position | null): MapLayer[] {
  return [
    { id: 'coverage-pointed', data: points([pointed]), draw: [spotMark(7)] },
    { id: 'coverage-spot', data: points([chosen]), draw: [spotMark(10)] },
  ]
}

function spotMark(radius: number): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': radius,
      'circle-color': GROUND[theme],
      'circle-stroke-color': theme === 'day' ? '#0f5c8c' : '#74bbe9',
      'circle-stroke-width': 4,
    }),
  }
}

/**
 * The way by which one comes to a place of the border.
 *
 * @param road Its lines on the road.
 * @param offRoad The straight stretch from there to the border.
 */
export function approachLayers(road: readonly Geometry[], offRoad: readonly Position[]): MapLayer[] {
  const straight: Geometry = { type: 'LineString', coordinates: offRoad.map((each) => [...each]) }
  const feature = (geometry: Geometry, isOffRoad: boolean): Feature => ({
    type: 'Feature',
    geometry,
    properties: { isOffRoad },
  })
  const data: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...road.map((line) => feature(line, false)), feature(straight, true)],
  }
  const draw = (isOffRoad: boolean, isCasing: boolean): LayerDraw => ({
    type: 'line',
    filter: ['==', ['get', 'isOffRoad'], isOffRoad],
    layout: { 'line-cap': isOffRoad ? 'butt' : 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': isCasing ? GROUND[theme] : INK[theme],
      'line-width': isCasing ? 7 : 3.5,
      ...(isOffRoad && !isCasing ? { 'line-dasharray': [1.5, 1] } : {}),
    }),
  })
  return [
    {
      id: 'coverage-approach',
      data,
      draw: [draw(false, true), draw(true, true), draw(false, false), draw(true, false)],
    },
  ]
}

function gapLines(gaps: readonly Pick<CoverageGap, 'coordinates'>[]): FeatureCollection {
  const features = gaps.map(
    ({ coordinates }): Feature => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: {},
    }),
  )
  return { type: 'FeatureCollection', features }
}

function startPoints({ posts }: CoverageWithoutRoads): FeatureCollection {
  return points(posts.map(({ isUsed, position }) => (isUsed ? position : null)))
}

function points(positions: readonly (Position | null)[]): FeatureCollection {
  const features = positions.flatMap((position): Feature[] =>
    position
      ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: {} }]
      : [],
  )
  return { type: 'FeatureCollection', features }
}
