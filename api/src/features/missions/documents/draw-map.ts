import type { Position } from '@borne/geodata/geometry/position'
import {
  drawGround,
  frameMap,
  MAP_COLOURS,
  type MapSize,
  nameBeside,
  settlementNames,
} from '../../../platform/documents/draw-ground.ts'
import type { MapGround } from '../../../platform/documents/map-ground.ts'
import { fitMap, type MapView } from '../../../platform/documents/map-view.ts'
import { typstText } from '../../../platform/documents/typst.ts'
import { type Place, stroke } from '../../../platform/documents/typst-drawing.ts'
import { mapBox } from './map-box.ts'
import { type MissionSource, placeOf, travelDays } from './mission-source.ts'

/** Of the days, as on the screen: they come round again. */
const DAY_COLOURS = ['#0072B2', '#B3468C', '#00795A', '#8A5A00', '#5B3FA8', '#2F6F8F', '#7A3B3B']

export function dayColour(source: Pick<MissionSource, 'question'>, date: string): string {
  return DAY_COLOURS[Math.max(0, source.question.dates.indexOf(date)) % DAY_COLOURS.length]!
}

export interface DrawnMap {
  /** A box of the size, as Typst markup. */
  readonly markup: string
  readonly view: MapView
  /** Numbered as on the map, in the order of the visits. */
  readonly stops: readonly { readonly number: number; readonly name: string }[]
}

/** The map of an itinerary: roads, waters, borders and villages, the days in their colours, stops by number. */
export function drawMap(
  source: MissionSource,
  ground: MapGround,
  { width, height, scale }: MapSize,
): DrawnMap {
  const view = fitMap(mapBox(source.question, source.courses), width, height)
  const line = (coordinates: readonly Position[], colour: string, thickness: number) =>
    stroke(coordinates.map(view.place), colour, thickness * scale)
  const stops = numberStops(source)
  const groups = groupStops(stops, view, scale)
  const taken: Place[] = []
  const markup = [
    ...drawGround(ground, view, scale),
    ...legLines(source).map(({ coordinates, width: wide }) => line(coordinates, '#FFFFFF', wide + 2)),
    ...legLines(source).map(({ coordinates, colour, width: wide }) => line(coordinates, colour, wide)),
    ...groups.map(({ numbers, place }) => marker(numbers.join(', '), place, scale, taken)),
    ...groups.map(({ name, place }) => nameBeside(name, place, { width, scale, isStrong: true }, taken)),
    ...settlementNames(ground, view, { width, height, scale }, taken),
  ]
  return {
    markup: frameMap(markup, view, { width, height, scale }),
    view,
    stops: stops.map(({ number, name }) => ({ number, name })),
  }
}

/** Days that take the same way lie inside of each other: later ones are narrower. */
function legLines(
  source: MissionSource,
): { coordinates: readonly Position[]; colour: string; width: number }[] {
  const { dates } = source.question
  return source.itinerary.days.flatMap(({ date, legs }, day) =>
    legs.flatMap((_, leg) => {
      const course = source.courses[day]?.[leg]
      return course
        ? [
            {
              coordinates: course.coordinates,
              colour: dayColour(source, date),
              width: lineWidth(dates.indexOf(date), dates.length),
            },
          ]
        : []
    }),
  )
}

const NARROWEST = 2.2
const WIDEST = 6

function lineWidth(day: number, days: number): number {
  return days < 2 ? 2.6 : WIDEST - ((WIDEST - NARROWEST) * Math.max(0, day)) / (days - 1)
}

interface StopGroup {
  readonly numbers: number[]
  /** Of the first; the others stand in the legend. */
  readonly name: string
  readonly place: Place
}

/** Stops that would lie on each other have one mark. */
function groupStops(stops: readonly Stop[], view: MapView, scale: number): StopGroup[] {
  const groups: StopGroup[] = []
  for (const { number, name, position } of stops) {
    const place = view.place(position)
    const near = groups.find(
      (group) => Math.hypot(group.place.x - place.x, group.place.y - place.y) < 13 * scale,
    )
    if (near) near.numbers.push(number)
    else groups.push({ numbers: [number], name, place })
  }
  return groups
}

interface Stop {
  readonly number: number
  readonly name: string
  readonly position: Position
}

/** Where the mission begins is 1; each place has one number, in the order in which it is first come to. */
export function numberStops(source: MissionSource): Stop[] {
  const order = travelDays(source).flatMap(({ startPlaceId, legs }) => [
    startPlaceId,
    ...legs.map(({ toPlaceId }) => toPlaceId),
  ])
  return [...new Set(order)].flatMap((placeId, index) => {
    const place = placeOf(source, placeId)
    return place ? [{ number: index + 1, name: place.name, position: place.position }] : []
  })
}

function marker(numbers: string, { x, y }: Place, scale: number, taken: Place[]): string {
  const height = 13 * scale
  const width = Math.max(height, (numbers.length * 4.4 + 6) * scale)
  taken.push({ x, y })
  return `#place(dx: ${(x - width / 2).toFixed(1)}pt, dy: ${(y - height / 2).toFixed(1)}pt, box(width: ${width.toFixed(1)}pt, height: ${height}pt, radius: ${height / 2}pt, fill: rgb("${MAP_COLOURS.ink}"), stroke: ${scale}pt + white)[#set align(center + horizon)
#text(size: ${8 * scale}pt, weight: "bold", fill: white, ${typstText(numbers)})])`
}
