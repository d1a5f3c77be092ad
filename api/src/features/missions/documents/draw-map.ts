import type { Position } from '@borne/geodata/geometry/position'
import { typstText } from '../../../platform/documents/typst.ts'
import { label, type Place, stroke } from '../../../platform/documents/typst-drawing.ts'
import type { MapGround } from './map-queries.ts'
import { fitMap, type MapView, mapBox, scaleBar } from './map-view.ts'
import { type MissionSource, placeOf, travelDays } from './mission-source.ts'
import { tellKilometres } from './mission-words.ts'

const COLOURS = {
  land: '#FBF8F1',
  river: '#7FB2D6',
  wadi: '#B7D3E6',
  main: '#9A8F7C',
  road: '#CFC6B6',
  border: '#8A3FA0',
  ink: '#1C2733',
  muted: '#5B6775',
} as const
/** Of the days, as on the screen: they come round again. */
const DAY_COLOURS = ['#0072B2', '#B3468C', '#00795A', '#8A5A00', '#5B3FA8', '#2F6F8F', '#7A3B3B']
const MOST_NAMES = 28

export function dayColour(source: Pick<MissionSource, 'question'>, date: string): string {
  return DAY_COLOURS[Math.max(0, source.question.dates.indexOf(date)) % DAY_COLOURS.length]!
}

export interface MapSize {
  readonly width: number
  readonly height: number
  /** Of letters and lines: 1 on paper. */
  readonly scale: number
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
  const line = (coordinates: readonly Position[], colour: string, thickness: number, isDashed = false) =>
    stroke(coordinates.map(view.place), colour, thickness * scale, isDashed)
  const stops = numberStops(source)
  const groups = groupStops(stops, view, scale)
  const taken: Place[] = []
  const markup = [
    ...ground.waterways.map((way) =>
      line(way.coordinates, way.isRiver ? COLOURS.river : COLOURS.wadi, way.isRiver ? 2 : 0.7),
    ),
    ...ground.roads
      .toReversed()
      .map((road) =>
        line(road.coordinates, road.isMain ? COLOURS.main : COLOURS.road, road.isMain ? 1.4 : 0.6),
      ),
    ...ground.borders.map((border) => line(border.coordinates, COLOURS.border, 1.1, true)),
    ...legLines(source).map(({ coordinates, width: wide }) => line(coordinates, '#FFFFFF', wide + 2)),
    ...legLines(source).map(({ coordinates, colour, width: wide }) => line(coordinates, colour, wide)),
    ...groups.map(({ numbers, place }) => marker(numbers.join(', '), place, scale, taken)),
    ...groups.map(({ name, place }) => nameBeside(name, place, { width, scale, isStrong: true }, taken)),
    ...settlementNames(ground, view, { width, height, scale }, taken),
    bar(view, { width, height, scale }),
    northArrow(width, scale),
  ]
  return {
    markup: `#box(width: ${width}pt, height: ${height}pt, clip: true, fill: rgb("${COLOURS.land}"), stroke: ${0.6 * scale}pt + rgb("${COLOURS.muted}"))[${markup.filter(Boolean).join('\n')}]`,
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
  return `#place(dx: ${(x - width / 2).toFixed(1)}pt, dy: ${(y - height / 2).toFixed(1)}pt, box(width: ${width.toFixed(1)}pt, height: ${height}pt, radius: ${height / 2}pt, fill: rgb("${COLOURS.ink}"), stroke: ${scale}pt + white)[#set align(center + horizon)
#text(size: ${8 * scale}pt, weight: "bold", fill: white, ${typstText(numbers)})])`
}

interface Naming extends Omit<MapSize, 'height'> {
  readonly isStrong: boolean
}

/** Left of its place where the right edge is near; left out where another name stands. */
function nameBeside(
  name: string,
  { x, y }: Place,
  { width, scale, isStrong }: Naming,
  taken: Place[],
): string {
  const size = (isStrong ? 9 : 7) * scale
  const length = name.length * size * 0.55
  const isLeft = x + length + 12 * scale > width
  const from = isLeft ? x - length - 14 * scale : x + 11 * scale
  const marks = Array.from({ length: Math.ceil(length / (8 * scale)) + 1 }, (_, step) => ({
    x: from + step * 8 * scale,
    y,
  }))
  const isFree = marks.every((mark) =>
    taken.every(
      (other) =>
        Math.abs(other.x - mark.x) > 7 * scale ||
        Math.abs(other.y - mark.y) > 10 * scale ||
        (other.x === x && other.y === y),
    ),
  )
  if (!isFree && !isStrong) return ''
  taken.push(...marks)
  const weight = isStrong ? 'weight: "bold", ' : ''
  const colour = isStrong ? COLOURS.ink : COLOURS.muted
  return `#place(dx: ${from.toFixed(1)}pt, dy: ${(y - size * 0.62).toFixed(1)}pt, box(fill: rgb("#FBF8F1CC"), inset: (x: ${1.5 * scale}pt, y: ${0.8 * scale}pt), text(size: ${size}pt, ${weight}fill: rgb("${colour}"), ${typstText(name)})))`
}

function settlementNames(
  { settlements }: MapGround,
  view: MapView,
  { width, height, scale }: MapSize,
  taken: Place[],
): string[] {
  const drawn: string[] = []
  for (const { name, position, isTown } of settlements) {
    const { x, y } = view.place(position)
    const isInside = x > 6 && y > 6 && x < width - 6 && y < height - 30 * scale
    if (!isInside || drawn.length >= MOST_NAMES) continue
    if (taken.some((other) => Math.hypot(other.x - x, other.y - y) < 9 * scale)) continue
    const text = nameBeside(name, { x, y }, { width, scale, isStrong: false }, taken)
    if (text === '') continue
    const radius = (isTown ? 2.2 : 1.4) * scale
    drawn.push(
      `#place(dx: ${(x - radius).toFixed(1)}pt, dy: ${(y - radius).toFixed(1)}pt, circle(radius: ${radius}pt, fill: rgb("${COLOURS.muted}")))${text}`,
    )
  }
  return drawn
}

function bar(view: MapView, { height, scale }: MapSize): string {
  const { metres, points } = scaleBar(view, 130 * scale)
  const [x, y] = [12 * scale, height - 12 * scale]
  const ends = [
    { x, y: y - 4 * scale },
    { x, y },
    { x: x + points, y },
    { x: x + points, y: y - 4 * scale },
  ]
  const plate = `#place(dx: ${6 * scale}pt, dy: ${height - 30 * scale}pt, rect(width: ${points + 12 * scale}pt, height: ${24 * scale}pt, fill: rgb("#FFFFFFDD")))`
  return `${plate}#set text(size: ${8 * scale}pt)
${stroke(ends, COLOURS.ink, 1.2 * scale)}${label(tellKilometres(metres), { x, y: y - 14 * scale, width: points, align: 'center' })}`
}

function northArrow(width: number, scale: number): string {
  const [x, y] = [width - 20 * scale, 10 * scale]
  const tip = `(${x}pt, ${y}pt)`
  const points = [
    [x - 7 * scale, y + 20 * scale],
    [x, y + 15 * scale],
    [x + 7 * scale, y + 20 * scale],
  ].map(([px, py]) => `curve.line((${px}pt, ${py}pt))`)
  return `#place(curve(fill: rgb("${COLOURS.ink}"), curve.move(${tip}), ${points.join(', ')}, curve.close()))${label('N', { x: x - 10 * scale, y: y + 22 * scale, width: 20 * scale, align: 'center' })}`
}
