import type { Position } from '@borne/geodata/geometry/position'
import { tellKilometres } from './french-words.ts'
import type { MapGround } from './map-ground.ts'
import { type MapView, scaleBar } from './map-view.ts'
import { typstText } from './typst.ts'
import { label, type Place, stroke } from './typst-drawing.ts'

export const MAP_COLOURS = {
  land: '#FBF8F1',
  river: '#7FB2D6',
  wadi: '#B7D3E6',
  main: '#9A8F7C',
  road: '#CFC6B6',
  border: '#8A3FA0',
  ink: '#1C2733',
  muted: '#5B6775',
} as const
const MOST_NAMES = 28

export interface MapSize {
  readonly width: number
  readonly height: number
  /** Of letters and lines: 1 on paper. */
  readonly scale: number
}

/** Waters, roads and borders, to be drawn under all else. */
export function drawGround(ground: MapGround, view: MapView, scale: number): string[] {
  const line = (coordinates: readonly Position[], colour: string, thickness: number, isDashed = false) =>
    stroke(coordinates.map(view.place), colour, thickness * scale, isDashed)
  return [
    ...ground.waterways.map((way) =>
      line(way.coordinates, way.isRiver ? MAP_COLOURS.river : MAP_COLOURS.wadi, way.isRiver ? 2 : 0.7),
    ),
    ...ground.roads
      .toReversed()
      .map((road) =>
        line(road.coordinates, road.isMain ? MAP_COLOURS.main : MAP_COLOURS.road, road.isMain ? 1.4 : 0.6),
      ),
    ...ground.borders.map((border) => line(border.coordinates, MAP_COLOURS.border, 1.1, true)),
  ]
}

/** A box of the size with all that is drawn, as Typst markup; scale and north come on top. */
export function frameMap(drawn: readonly string[], view: MapView, size: MapSize): string {
  const { width, height, scale } = size
  const markup = [...drawn, bar(view, size), northArrow(width, scale)].filter(Boolean).join('\n')
  return `#box(width: ${width}pt, height: ${height}pt, clip: true, fill: rgb("${MAP_COLOURS.land}"), stroke: ${0.6 * scale}pt + rgb("${MAP_COLOURS.muted}"))[${markup}]`
}

/** How a name is written. */
interface Naming extends Omit<MapSize, 'height'> {
  readonly isStrong: boolean
}

/** A name beside its place: left of it where the right edge is near; left out where another name stands. */
export function nameBeside(
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
  const colour = isStrong ? MAP_COLOURS.ink : MAP_COLOURS.muted
  return `#place(dx: ${from.toFixed(1)}pt, dy: ${(y - size * 0.62).toFixed(1)}pt, box(fill: rgb("#FBF8F1CC"), inset: (x: ${1.5 * scale}pt, y: ${0.8 * scale}pt), text(size: ${size}pt, ${weight}fill: rgb("${colour}"), ${typstText(name)})))`
}

/** Names of towns and villages, as many as there is room for. */
export function settlementNames(
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
      `#place(dx: ${(x - radius).toFixed(1)}pt, dy: ${(y - radius).toFixed(1)}pt, circle(radius: ${radius}pt, fill: rgb("${MAP_COLOURS.muted}")))${text}`,
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
${stroke(ends, MAP_COLOURS.ink, 1.2 * scale)}${label(tellKilometres(metres), { x, y: y - 14 * scale, width: points, align: 'center' })}`
}

function northArrow(width: number, scale: number): string {
  const [x, y] = [width - 20 * scale, 10 * scale]
  const tip = `(${x}pt, ${y}pt)`
  const points = [
    [x - 7 * scale, y + 20 * scale],
    [x, y + 15 * scale],
    [x + 7 * scale, y + 20 * scale],
  ].map(([px, py]) => `curve.line((${px}pt, ${py}pt))`)
  return `#place(curve(fill: rgb("${MAP_COLOURS.ink}"), curve.move(${tip}), ${points.join(', ')}, curve.close()))${label('N', { x: x - 10 * scale, y: y + 22 * scale, width: 20 * scale, align: 'center' })}`
}
