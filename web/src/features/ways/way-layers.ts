import type { Way } from '@borne/api/contracts/ways'
import type { Feature, FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import { LEVEL_COLOURS, LEVEL_DASHES } from '../../ui/level-scale.ts'

const COLOURS = {
  day: {
    way: '#0f5c8c',
    other: '#6b8ea6',
    abroad: '#d55e00',
    casing: '#ffffff',
    ink: '#1c2733',
    surface: '#ffffff',
  },
  night: {
    way: '#74bbe9',
    other: '#5f7f95',
    abroad: '#f07b24',
    casing: '#12181f',
    ink: '#e9e5db',
    surface: '#1a222b',
  },
} satisfies Record<MapTheme, Record<string, string>>

/** Within the dark line by day, the bright one by night. */
const LEVEL_LINE = { day: LEVEL_COLOURS.night, night: LEVEL_COLOURS.day }

const GRADES = ['mapped', 'documented', 'presumed'] as const
type Grade = (typeof GRADES)[number]
const STALE_OPACITY = 0.35

/** The dashes of each grade, in line widths: solid is known, dashed is schematic, dotted is a guess. */
export const GRADE_DASHES = { mapped: null, documented: [3, 1.6], presumed: [0.1, 1.8] } satisfies Record<
  Grade,
  number[] | null
>

/** The bits off the road and the way itself with its bad stretches, drawn under the names of the basemap. */
export function wayLines(way: Way, isStale: boolean): MapLayer[] {
  const opacity = isStale ? STALE_OPACITY : 1
  return [
    { id: 'way-off-road', data: collection(offRoadLines(way)), draw: [offRoadLine()] },
    {
      id: 'way-pieces',
      data: way.pieces as FeatureCollection,
      draw: [
        casing(opacity),
        ...GRADES.map((grade) => gradeLine(grade, opacity)),
        levelLine('slow', opacity),
        levelLine('four-wheel-drive', opacity),
      ],
    },
  ]
}

/**
 * The ways that are not taken, thin: a click takes one. And the one by pirogue.
 *
 * @param answer As it was answered: the proposed way and its others.
 * @param taken Counted from 1; undefined: the proposed way.
 */
export function otherLines(
  answer: Way,
  taken: number | undefined,
  onTake: (other: number | undefined) => void,
): MapLayer[] {
  const others = [answer.pieces, ...answer.alternatives.map(({ pieces }) => pieces)].flatMap(
    ({ features }, other) =>
      other === (taken ?? 0)
        ? []
        : features.map(({ geometry }, index): Feature => {
            return { type: 'Feature', id: `${other} ${index}`, geometry, properties: { other } }
          }),
  )
  const byPirogue = (answer.byPirogue?.stages ?? []).flatMap(({ vehicle, pieces }) =>
    pieces.features.map(({ geometry }) => feature(geometry, { vehicle })),
  )
  return [
    { id: 'way-by-pirogue', data: collection(byPirogue), draw: [pirogueLine()] },
    {
      id: 'way-others',
      data: collection(others),
      draw: [otherLine(1.7, 'casing'), otherLine(1, 'other')],
      onClick: ({ properties }) => onTake(properties?.other === 0 ? undefined : properties?.other),
    },
  ]
}

/** The crossings and the gaps, drawn above everything but the stops. */
export function wayPoints(way: Way): MapLayer[] {
  return [
    { id: 'way-crossings', data: collection(crossingPoints(way)), draw: [crossingDot()] },
    { id: 'way-closed', data: collection(closedPoints(way)), draw: [gapEnds()] },
    { id: 'way-gaps', data: collection(gapLines(way)), draw: [gapLine(), gapEnds()] },
  ]
}

const width = (scale: number) =>
  ['interpolate', ['linear'], ['zoom'], 7, 3 * scale, 12, 5.5 * scale, 16, 9 * scale] as never

function casing(opacity: number): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    filter: ['==', ['get', 'grade'], 'mapped'],
    paintFor: (theme) => ({
      'line-color': COLOURS[theme].casing,
      'line-width': width(1.7),
      'line-opacity': opacity,
    }),
  }
}

function gradeLine(grade: Grade, opacity: number): LayerDraw {
  const dashes = GRADE_DASHES[grade]
  return {
    type: 'line',
    layout: { 'line-cap': grade === 'documented' ? 'butt' : 'round', 'line-join': 'round' },
    filter: ['==', ['get', 'grade'], grade],
    paintFor: (theme) => ({
      'line-color': ['case', ['get', 'isAbroad'], COLOURS[theme].abroad, COLOURS[theme].way],
      'line-width': width(grade === 'mapped' ? 1 : 0.9),
      'line-opacity': opacity,
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    }),
  }
}

/** A narrow line in the way's own, as the day's state of roads is drawn. */
function levelLine(level: 'slow' | 'four-wheel-drive', opacity: number): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    filter: ['==', ['get', 'level'], level],
    paintFor: (theme) => ({
      'line-color': LEVEL_LINE[theme][level],
      'line-width': width(0.5),
      'line-opacity': opacity,
      'line-dasharray': [...(LEVEL_DASHES[level] ?? [1, 0])],
    }),
  }
}

function otherLine(scale: number, colour: 'casing' | 'other'): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': COLOURS[theme][colour],
      'line-width': width(0.6 * scale),
      'line-opacity': 0.85,
    }),
  }
}

function pirogueLine(): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': COLOURS[theme].ink,
      'line-width': width(0.55),
      'line-dasharray': [1.6, 1.2],
    }),
  }
}

/** The stretch between a stop and the road: no road at all, so its dashes are unlike those of any road. */
function offRoadLine(): LayerDraw {
  return {
    type: 'line',
    paintFor: (theme) => ({
      'line-color': COLOURS[theme].ink,
      'line-width': 2.5,
      'line-dasharray': [1, 1.5],
    }),
  }
}

function crossingDot(): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 6,
      'circle-color': COLOURS[theme].abroad,
      'circle-stroke-color': COLOURS[theme].casing,
      'circle-stroke-width': 2,
    }),
  }
}

function gapLine(): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'round' },
    paintFor: (theme) => ({
      'line-color': COLOURS[theme].abroad,
      'line-width': 4,
      'line-dasharray': [...GRADE_DASHES.presumed],
    }),
  }
}

/** Rings at both ends, so that a hole of a few metres is seen from afar. */
function gapEnds(): LayerDraw {
  return {
    type: 'circle',
    paintFor: (theme) => ({
      'circle-radius': 8,
      'circle-color': COLOURS[theme].surface,
      'circle-opacity': 0.5,
      'circle-stroke-color': COLOURS[theme].abroad,
      'circle-stroke-width': 2.5,
    }),
  }
}

function offRoadLines({ stops }: Way): Feature[] {
  return stops.flatMap((stop) =>
    stop.snappedPosition && stop.connector
      ? [feature({ type: 'LineString', coordinates: [stop.position, stop.snappedPosition] }, {})]
      : [],
  )
}

function crossingPoints({ legs }: Way): Feature[] {
  return legs.flatMap((leg) =>
    leg.crossings.map(({ position }) => feature({ type: 'Point', coordinates: position }, {})),
  )
}

function closedPoints({ legs }: Way): Feature[] {
  return legs.flatMap(({ noWay }) =>
    (noWay?.closedBy ?? []).map(({ position }) => feature({ type: 'Point', coordinates: position }, {})),
  )
}

function gapLines({ legs }: Way): Feature[] {
  return legs.flatMap(({ noWay }) =>
    noWay?.smallestGap ? [feature({ type: 'LineString', coordinates: noWay.smallestGap.line }, {})] : [],
  )
}

function feature(geometry: Feature['geometry'], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties }
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
