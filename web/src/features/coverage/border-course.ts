import type { CoveredSegment } from '@borne/geodata/coverage/coverage-types'
import type { DrawnBorder } from '@borne/geodata/coverage/draw-border'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import { metresPerDegree } from '@borne/geodata/geometry/distance'
import type { Bbox, Position } from '@borne/geodata/geometry/position'

/** A segment of the border as it is drawn, with the place of each corner along it. */
export interface CourseSegment {
  readonly segmentId: string
  /** Where it begins when the segments are laid one after another. */
  readonly startMetres: number
  readonly lengthMetres: number
  readonly line: readonly Position[]
  /** Along the segment; the last is its measured length. */
  readonly at: readonly number[]
}

/** A place on the border. */
export interface BorderSpot {
  readonly segmentId: string
  /** Along the segment from its start. */
  readonly metres: number
}

interface CourseSource {
  readonly segments: readonly Pick<CoveredSegment, 'segmentId' | 'lengthMetres'>[]
  readonly border: DrawnBorder
}

/**
 * The segments one after another. A drawn line is a little shorter than the measured one: places along it are stretched to
 * the measured length.
 */
export function borderCourse({ segments, border }: CourseSource): CourseSegment[] {
  const parts = Map.groupBy(border.features, ({ properties }) => properties.segmentId)
  let startMetres = 0
  return segments.flatMap(({ segmentId, lengthMetres }): CourseSegment[] => {
    const { line, at } = joined(parts.get(segmentId) ?? [])
    if (line.length < 2) return []
    const course = { segmentId, startMetres, lengthMetres, line, at }
    startMetres += lengthMetres
    return [course]
  })
}

function joined(parts: DrawnBorder['features']): { line: Position[]; at: number[] } {
  const line: Position[] = []
  const at: number[] = []
  for (const { geometry, properties } of parts) {
    const corners = geometry.coordinates as Position[]
    const places = placesAlong(corners, properties.fromMetres, properties.toMetres)
    const first = line.length === 0 ? 0 : 1
    line.push(...corners.slice(first))
    at.push(...places.slice(first))
  }
  return { line, at }
}

function placesAlong(line: readonly Position[], fromMetres: number, toMetres: number): number[] {
  const flat = [0]
  for (let i = 1; i < line.length; i++) flat.push(flat[i - 1]! + flatMetres(line[i - 1]!, line[i]!))
  const whole = flat.at(-1)!
  return flat.map((metres) => fromMetres + (whole > 0 ? metres / whole : 0) * (toMetres - fromMetres))
}

/** The position of a place; clamped to the segment. */
export function positionAt({ line, at }: CourseSegment, metres: number): Position {
  const after = cornerAfter(at, metres)
  const [from, to] = [at[after - 1]!, at[after]!]
  const share = to > from ? Math.min(1, Math.max(0, (metres - from) / (to - from))) : 0
  const [a, b] = [line[after - 1]!, line[after]!]
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

/** The line between two places of a segment. */
export function sliceCourse(segment: CourseSegment, fromMetres: number, toMetres: number): Position[] {
  const { line, at } = segment
  const inner = line.slice(cornerAfter(at, fromMetres), cornerAfter(at, toMetres))
  return [positionAt(segment, fromMetres), ...inner, positionAt(segment, toMetres)]
}

/** Index of the first corner past a place, 1 to the last. */
function cornerAfter(at: readonly number[], metres: number): number {
  let [low, high] = [1, at.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle]! > metres) high = middle
    else low = middle + 1
  }
  return low
}

/** The place of the border nearest to a position; null where none is within `mostMetres`. */
export function spotNear(
  course: readonly CourseSegment[],
  position: Position,
  mostMetres = Number.POSITIVE_INFINITY,
): BorderSpot | null {
  let best: BorderSpot | null = null
  let least = mostMetres
  for (const { segmentId, line, at } of course) {
    for (let i = 1; i < line.length; i++) {
      const { share, metres } = nearest(position, line[i - 1]!, line[i]!)
      if (metres >= least) continue
      least = metres
      best = { segmentId, metres: at[i - 1]! + share * (at[i]! - at[i - 1]!) }
    }
  }
  return best
}

/** The place of a segment among the segments laid one after another. */
export function spanOf({ startMetres, lengthMetres }: CourseSegment): readonly [number, number] {
  return [startMetres, startMetres + lengthMetres]
}

/** What holds a part of the border, along the segments laid one after another. */
export function boundsOfSpan(course: readonly CourseSegment[], [from, to]: readonly [number, number]): Bbox {
  const lines = course
    .filter(({ startMetres, lengthMetres }) => startMetres < to && startMetres + lengthMetres > from)
    .map((segment) => {
      const within = (metres: number) =>
        Math.min(segment.lengthMetres, Math.max(0, metres - segment.startMetres))
      return sliceCourse(segment, within(from), within(to))
    })
  return bboxOf(lines.flat())
}

/** Where a spot stands when the segments are laid one after another. */
export function alongCourse(course: readonly CourseSegment[], spot: BorderSpot): number | null {
  const segment = course.find(({ segmentId }) => segmentId === spot.segmentId)
  return segment ? segment.startMetres + spot.metres : null
}

/** The spot at a place of the segments laid one after another. */
export function spotAlong(course: readonly CourseSegment[], metres: number): BorderSpot | null {
  const segment =
    course.find(({ startMetres, lengthMetres }) => metres < startMetres + lengthMetres) ?? course.at(-1)
  if (!segment) return null
  const within = Math.min(segment.lengthMetres, Math.max(0, metres - segment.startMetres))
  return { segmentId: segment.segmentId, metres: within }
}

function nearest(position: Position, a: Position, b: Position): { share: number; metres: number } {
  const [perLon, perLat] = metresPerDegree(position[1])
  const ax = (a[0] - position[0]) * perLon
  const ay = (a[1] - position[1]) * perLat
  const dx = (b[0] - a[0]) * perLon
  const dy = (b[1] - a[1]) * perLat
  const square = dx * dx + dy * dy
  const share = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0
  return { share, metres: Math.hypot(ax + share * dx, ay + share * dy) }
}

function flatMetres(a: Position, b: Position): number {
  const [perLon, perLat] = metresPerDegree((a[1] + b[1]) / 2)
  return Math.hypot((b[0] - a[0]) * perLon, (b[1] - a[1]) * perLat)
}

/** The parts of the border within a bbox, along the segments laid one after another. */
export function spansWithin(
  course: readonly CourseSegment[],
  [west, south, east, north]: Bbox,
): [fromMetres: number, toMetres: number][] {
  const spans: [number, number][] = []
  for (const { startMetres, line, at } of course) {
    for (let i = 1; i < line.length; i++) {
      const lon = (line[i - 1]![0] + line[i]![0]) / 2
      const lat = (line[i - 1]![1] + line[i]![1]) / 2
      if (lon < west || lon > east || lat < south || lat > north) continue
      const [from, to] = [startMetres + at[i - 1]!, startMetres + at[i]!]
      const last = spans.at(-1)
      if (last && from - last[1] < 1) last[1] = to
      else spans.push([from, to])
    }
  }
  return spans
}
