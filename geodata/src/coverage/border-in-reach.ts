import Flatbush from 'flatbush'
import { between } from '../geometry/along-line.ts'
import { bboxAround, bboxOf } from '../geometry/bbox.ts'
import { metresPerDegree } from '../geometry/distance.ts'
import { geodesicMetres } from '../geometry/geodesic.ts'
import type { Bbox, Position } from '../geometry/position.ts'

/** The border is judged in pieces no longer than this. */
const SAMPLE_METRES = 50

export interface BorderLine {
  id: string
  coordinates: readonly Position[]
}

/** Consecutive part of a segment that is all in reach or all out of it. */
export interface BorderPiece {
  inReach: boolean
  lengthMetres: number
  coordinates: Position[]
}

export interface SegmentInReach {
  id: string
  /** Geodesic, on the ellipsoid. */
  lengthMetres: number
  reachedMetres: number
  pieces: BorderPiece[]
}

export interface BorderInReach {
  lengthMetres: number
  reachedMetres: number
  segments: SegmentInReach[]
}

/**
 * How much of the border lies near a reached road.
 *
 * Each segment is cut into pieces of at most 50 m; a piece is in reach when its middle is within `offRoadMetres`
 * of a reached road, measured straight. So an end of a reached stretch is right to 25 m. Neither the time off the
 * road nor what lies between (a river) is counted.
 *
 * @param segments Lines of at least two positions.
 * @param reached Reached stretches of road (`findReachedEdges`).
 * @param offRoadMetres Not negative.
 * @returns Lengths are geodesic and sum exactly to the segment's length; segments in the order given.
 */
export function measureBorderInReach(
  segments: readonly BorderLine[],
  reached: readonly { coordinates: readonly Position[] }[],
  offRoadMetres: number,
): BorderInReach {
  const isNear = nearTo(segments, reached, offRoadMetres)
  const measured = segments.map((segment) => measureSegment(segment, isNear))
  return {
    lengthMetres: measured.reduce((sum, segment) => sum + segment.lengthMetres, 0),
    reachedMetres: measured.reduce((sum, segment) => sum + segment.reachedMetres, 0),
    segments: measured,
  }
}

/** A piece of the border that is judged by its middle. */
interface Sample {
  start: Position
  middle: Position
  end: Position
  metres: number
}

const kept = new WeakMap<readonly Position[], readonly Sample[]>()

/** The pieces of a line; kept with it, since a border is measured again and again. */
function samplesOf(line: readonly Position[]): readonly Sample[] {
  const found = kept.get(line)
  if (found) return found
  const samples: Sample[] = []
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!
    const b = line[i]!
    const metres = geodesicMetres(a, b)
    const count = Math.max(1, Math.ceil(metres / SAMPLE_METRES))
    for (let k = 0; k < count; k++) {
      samples.push({
        start: between(a, b, k / count),
        middle: between(a, b, (k + 0.5) / count),
        end: k + 1 === count ? b : between(a, b, (k + 1) / count),
        metres: metres / count,
      })
    }
  }
  kept.set(line, samples)
  return samples
}

function measureSegment(segment: BorderLine, isNear: (position: Position) => boolean): SegmentInReach {
  const pieces: BorderPiece[] = []
  for (const { start, middle, end, metres } of samplesOf(segment.coordinates)) {
    append(pieces, start, end, metres, isNear(middle))
  }
  const sum = (parts: readonly BorderPiece[]) => parts.reduce((total, part) => total + part.lengthMetres, 0)
  return {
    id: segment.id,
    lengthMetres: sum(pieces),
    reachedMetres: sum(pieces.filter((piece) => piece.inReach)),
    pieces,
  }
}

function append(
  pieces: BorderPiece[],
  start: Position,
  end: Position,
  metres: number,
  inReach: boolean,
): void {
  const last = pieces[pieces.length - 1]
  if (last?.inReach === inReach) {
    last.lengthMetres += metres
    last.coordinates.push(end)
  } else {
    pieces.push({ inReach, lengthMetres: metres, coordinates: [start, end] })
  }
}

/** Test of nearness to the reached roads, over an index of those that can matter. */
function nearTo(
  segments: readonly BorderLine[],
  reached: readonly { coordinates: readonly Position[] }[],
  offRoadMetres: number,
): (position: Position) => boolean {
  const border = segments.flatMap((segment) => segment.coordinates)
  if (border.length === 0) return () => false
  const wide = widen(bboxOf(border), offRoadMetres)
  const roads = reached
    .flatMap(({ coordinates }) => coordinates.slice(1).map((b, i) => [coordinates[i]!, b] as const))
    .filter(([a, b]) => meets(wide, a, b))
  if (roads.length === 0) return () => false
  const index = new Flatbush(roads.length)
  for (const [a, b] of roads) index.add(...bboxOf([a, b]))
  index.finish()
  return (position) => {
    const isClose = (item: number) => metresTo(position, ...roads[item]!) <= offRoadMetres
    return index.collides(...bboxAround(position, offRoadMetres), isClose)
  }
}

function widen([west, south, east, north]: Bbox, metres: number): Bbox {
  const [, perLat] = metresPerDegree(0)
  const [perLon] = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)))
  return [west - metres / perLon, south - metres / perLat, east + metres / perLon, north + metres / perLat]
}

function meets([west, south, east, north]: Bbox, a: Position, b: Position): boolean {
  return (
    Math.max(a[0], b[0]) >= west &&
    Math.min(a[0], b[0]) <= east &&
    Math.max(a[1], b[1]) >= south &&
    Math.min(a[1], b[1]) <= north
  )
}

/** Distance of a position from a straight piece, on the plane around the position. */
function metresTo(position: Position, a: Position, b: Position): number {
  const [perLon, perLat] = metresPerDegree(position[1])
  const ax = (a[0] - position[0]) * perLon
  const ay = (a[1] - position[1]) * perLat
  const dx = (b[0] - a[0]) * perLon
  const dy = (b[1] - a[1]) * perLat
  const square = dx * dx + dy * dy
  const t = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0
  return Math.hypot(ax + t * dx, ay + t * dy)
}
