import type { Position } from '@borne/geodata/geometry/position'
import type { Itinerary, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { Feature, FeatureCollection } from 'geojson'
import { BOLD } from '../../map/fonts.ts'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import type { MapTheme } from '../../map/theme.ts'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { dayColour, teamDashes } from '../../ui/day-colours.ts'
import { drawnLegs } from './leg-ways.ts'

export interface ItineraryLook {
  readonly timed: Pick<TimedPlan, 'itinerary' | 'lines'>
  readonly question: MissionQuestion
  /** Drawn in full; the others faded. Null: all. */
  readonly day: string | null
  readonly isStale: boolean
  readonly theme: MapTheme
}

const FADED = 0.25

/** The ways of all days, each in its colour, each team in its dashes. A leg without a known course is a thin straight line. */
export function itineraryLines({ timed, question, day, isStale, theme }: ItineraryLook): MapLayer[] {
  const features = drawnLegs(question, timed).map(
    ({ leg, line, isKnown, timed: { hasWay } }): Feature => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
      properties: {
        team: question.teams.findIndex(({ id }) => id === leg.teamId),
        colour: dayColour(question.dates.indexOf(leg.date), theme),
        opacity: (day === null || day === leg.date ? 1 : FADED) * (isStale ? 0.45 : 1),
        kind: isKnown ? 'road' : hasWay ? 'schematic' : 'no-way',
      },
    }),
  )
  const data: FeatureCollection = { type: 'FeatureCollection', features }
  return [
    {
      id: 'mission-lines',
      data,
      draw: [
        CASING,
        ...question.teams.map((_, team) => roadLine(team)),
        straight('schematic', [2, 2]),
        straight('no-way', [0.6, 1.6]),
      ],
    },
  ]
}

/** The stops with their day and place in it, «2.3», and the nights. */
export function itineraryStops(
  { timed, question, day, theme }: Omit<ItineraryLook, 'isStale'>,
  dropped: readonly string[],
): MapLayer[] {
  const at = (placeId: string) => question.places.find(({ id }) => id === placeId)?.position
  const visits = timed.itinerary.days.flatMap((each) =>
    each.visits.flatMap(({ visitId }, index): Feature[] => {
      const position = at(question.visits.find(({ id }) => id === visitId)?.placeId ?? '')
      const label = stopLabel(question, each.teamId, each.date, index)
      return position
        ? [
            point(position, {
              label,
              colour: dayColour(question.dates.indexOf(each.date), theme),
              opacity: day === null || day === each.date ? 1 : FADED,
            }),
          ]
        : []
    }),
  )
  const left = dropped.flatMap((visitId): Feature[] => {
    const position = at(question.visits.find(({ id }) => id === visitId)?.placeId ?? '')
    return position ? [point(position, {})] : []
  })
  const ends = endPlaces(question, timed.itinerary).flatMap((placeId): Feature[] => {
    const position = at(placeId)
    return position ? [point(position, {})] : []
  })
  return [
    { id: 'mission-ends', data: collection(ends), draw: [END_BOX] },
    { id: 'mission-dropped', data: collection(left), draw: [DROPPED] },
    { id: 'mission-stops', data: collection(visits), draw: [STOP, STOP_LABEL] },
  ]
}

/** «2.3», with the letter of the team where there are several: «B2.3». */
export function stopLabel(question: MissionQuestion, teamId: string, date: string, index: number): string {
  const team = question.teams.findIndex(({ id }) => id === teamId)
  const letter = question.teams.length > 1 ? String.fromCharCode(65 + team) : ''
  return `${letter}${question.dates.indexOf(date) + 1}.${index + 1}`
}

/** Where vehicles are at an instant. */
export function vehicleDots(positions: readonly { readonly position: Position; readonly label: string }[]) {
  const features = positions.map(({ position, label }) => point(position, { label }))
  return [{ id: 'mission-vehicles', data: collection(features), draw: [VEHICLE, VEHICLE_LABEL] }]
}

function endPlaces({ startPlaceId, endPlaceId }: MissionQuestion, { days }: Itinerary): string[] {
  return [...new Set([startPlaceId, endPlaceId, ...days.map((day) => day.endPlaceId)])]
}

function point(position: Position, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties }
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

const width = (scale: number) =>
  ['interpolate', ['linear'], ['zoom'], 7, 3 * scale, 12, 5.5 * scale, 16, 9 * scale] as never

/** Each way on its right-hand side, so that there and back lie beside each other. */
const OFFSET = ['interpolate', ['linear'], ['zoom'], 7, 2, 12, 4, 16, 7] as never

const SURFACE: Record<MapTheme, { surface: string; ink: string }> = {
  day: { surface: '#ffffff', ink: '#1c2733' },
  night: { surface: '#12181f', ink: '#e9e5db' },
}

const CASING: LayerDraw = {
  type: 'line',
  filter: ['==', ['get', 'kind'], 'road'],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paintFor: (theme) => ({
    'line-color': SURFACE[theme].surface,
    'line-offset': OFFSET,
    'line-width': width(1.4),
    'line-opacity': ['get', 'opacity'],
  }),
}

function roadLine(team: number): LayerDraw {
  const dashes = teamDashes(team)
  return {
    type: 'line',
    filter: ['all', ['==', ['get', 'kind'], 'road'], ['==', ['get', 'team'], team]],
    layout: { 'line-cap': dashes ? 'butt' : 'round', 'line-join': 'round' },
    paintFor: () => ({
      'line-color': ['get', 'colour'],
      'line-offset': OFFSET,
      'line-width': width(0.8),
      'line-opacity': ['get', 'opacity'],
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    }),
  }
}

function straight(kind: string, dashes: readonly number[]): LayerDraw {
  return {
    type: 'line',
    filter: ['==', ['get', 'kind'], kind],
    paintFor: () => ({
      'line-color': ['get', 'colour'],
      'line-width': width(0.6),
      'line-opacity': ['get', 'opacity'],
      'line-dasharray': [...dashes],
    }),
  }
}

const STOP: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 14,
    'circle-color': SURFACE[theme].surface,
    'circle-stroke-color': ['get', 'colour'],
    'circle-stroke-width': 3,
    'circle-opacity': ['get', 'opacity'],
    'circle-stroke-opacity': ['get', 'opacity'],
  }),
}

const LABEL_LAYOUT = {
  'text-field': ['get', 'label'],
  'text-font': [BOLD],
  'text-size': 12,
  'text-allow-overlap': true,
  'text-ignore-placement': true,
} as never

const STOP_LABEL: LayerDraw = {
  type: 'symbol',
  layout: LABEL_LAYOUT,
  paintFor: (theme) => ({ 'text-color': SURFACE[theme].ink, 'text-opacity': ['get', 'opacity'] }),
}

const DROPPED: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 12,
    'circle-color': SURFACE[theme].surface,
    'circle-opacity': 0.4,
    'circle-stroke-color': SURFACE[theme].ink,
    'circle-stroke-width': 1.5,
    'circle-stroke-opacity': 0.6,
  }),
}

const END_BOX: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 7,
    'circle-color': SURFACE[theme].ink,
    'circle-stroke-color': SURFACE[theme].surface,
    'circle-stroke-width': 2.5,
  }),
}

const VEHICLE: LayerDraw = {
  type: 'circle',
  paintFor: (theme) => ({
    'circle-radius': 9,
    'circle-color': SURFACE[theme].ink,
    'circle-stroke-color': SURFACE[theme].surface,
    'circle-stroke-width': 3,
  }),
}

const VEHICLE_LABEL: LayerDraw = {
  type: 'symbol',
  layout: LABEL_LAYOUT,
  paintFor: (theme) => ({ 'text-color': SURFACE[theme].surface }),
}
