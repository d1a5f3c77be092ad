import type { DrawnBorder } from '@borne/geodata/coverage/draw-border'
import type { Position } from '@borne/geodata/geometry/position'
import { expect, test } from 'vitest'
import {
  alongCourse,
  borderCourse,
  boundsOfSpan,
  positionAt,
  sliceCourse,
  spansWithin,
  spotAlong,
  spotNear,
} from './border-course.ts'

/** Two segments on the 15th parallel: of 0.2° in two drawn pieces, and of 0.1°; lengths as if measured. */
const course = borderCourse({
  segments: [
    { segmentId: 'west', lengthMetres: 20_000 },
    { segmentId: 'east', lengthMetres: 10_000 },
  ],
  border: drawn([
    ['west', 0, 10_000, [-12.3, 15], [-12.2, 15]],
    ['west', 10_000, 20_000, [-12.2, 15], [-12.1, 15]],
    ['east', 0, 10_000, [-12.1, 15], [-12, 15]],
  ]),
})

type Part = readonly [segmentId: string, fromMetres: number, toMetres: number, ...Position[]]

function drawn(parts: readonly Part[]): DrawnBorder {
  return {
    type: 'FeatureCollection',
    features: parts.map(([segmentId, fromMetres, toMetres, ...coordinates]) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { segmentId, inReach: true, band: 60, fromMetres, toMetres },
    })),
  }
}

test('lays the segments one after another, stretched to their measured lengths', () => {
  expect(course.map(({ startMetres }) => startMetres)).toEqual([0, 20_000])
  expect(course[0]!.line).toHaveLength(3)
  expect(course[0]!.at.map(Math.round)).toEqual([0, 10_000, 20_000])
})

test('leaves out a segment that is not drawn', () => {
  const segments = [{ segmentId: 'lost', lengthMetres: 5 }]
  expect(borderCourse({ segments, border: drawn([]) })).toEqual([])
})

test('finds a position by its place, and the place by the position', () => {
  const [lon, lat] = positionAt(course[0]!, 5000)
  expect([lon, lat]).toEqual([expect.closeTo(-12.25, 9), 15])
  const spot = spotNear(course, [-12.25, 15.01])!
  expect(spot.segmentId).toBe('west')
  expect(spot.metres).toBeCloseTo(5000, 3)
})

test('finds no place farther than asked', () => {
  expect(spotNear(course, [-12.25, 15.1], 1000)).toBeNull()
})

test('clamps a place to its segment', () => {
  expect(positionAt(course[1]!, -5)).toEqual([-12.1, 15])
  expect(positionAt(course[1]!, 99_999)).toEqual([-12, 15])
})

test('cuts a line between two places, corners included', () => {
  const line = sliceCourse(course[0]!, 5000, 15_000)
  expect(line.map(([lon]) => Number(lon.toFixed(6)))).toEqual([-12.25, -12.2, -12.15])
})

test('goes from a place of a segment to one of the whole border and back', () => {
  const spot = spotAlong(course, 23_000)!
  expect(spot).toEqual({ segmentId: 'east', metres: 3000 })
  expect(alongCourse(course, spot)).toBe(23_000)
  expect(alongCourse(course, { segmentId: 'lost', metres: 1 })).toBeNull()
  expect(spotAlong(course, 31_000)).toEqual({ segmentId: 'east', metres: 10_000 })
})

test('tells what a map shows, segments joined', () => {
  expect(spansWithin(course, [-12.21, 14, -11, 16])).toEqual([
    [expect.closeTo(10_000, 3), expect.closeTo(30_000, 3)],
  ])
  expect(spansWithin(course, [0, 0, 1, 1])).toEqual([])
})

test('tells what holds a part of the border', () => {
  const [west, , east] = boundsOfSpan(course, [15_000, 25_000])
  expect([west, east]).toEqual([expect.closeTo(-12.15, 9), expect.closeTo(-12.05, 9)])
})
