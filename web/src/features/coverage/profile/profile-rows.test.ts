import { expect, test } from 'vitest'
import type { CourseSegment } from '../border-course.ts'
import { kilometreTicks, minutesScale, profileRows, tickWords, zoomSpan } from './profile-rows.ts'

const course: CourseSegment[] = [segmentOf('a', 0, 500), segmentOf('b', 500, 500)]

function segmentOf(segmentId: string, startMetres: number, lengthMetres: number): CourseSegment {
  return { segmentId, startMetres, lengthMetres, line: [], at: [] }
}

function profileOf(segmentId: string, minutes: readonly (number | null)[]) {
  const seconds = minutes.map((each) => (each === null ? null : each * 60))
  return {
    segmentId,
    atMetres: minutes.map((_, index) => 25 + 50 * index),
    p50Seconds: seconds,
    p90Seconds: seconds.map((each) => each && each * 2),
    postIndexes: minutes.map((each) => (each === null ? null : 1)),
  }
}

const profiles = [
  profileOf('a', [10, 11, 12, 13, null, 15, 16, 17, 18, 19]),
  profileOf('b', [20, 21, 22, 23, 24, 25, 26, 27, 28, 29]),
]

test('lays the profiles of the segments one after another', () => {
  const rows = profileRows(profiles, course, [0, 1000], 100)
  expect(rows).toHaveLength(20)
  expect(rows[0]).toEqual({
    metres: 25,
    segmentId: 'a',
    atMetres: 25,
    p50: 10,
    p90: 20,
    band: [10, 20],
    postIndex: 1,
  })
  expect(rows[10]).toMatchObject({ metres: 525, segmentId: 'b', atMetres: 25, p50: 20 })
})

test('a piece that nobody comes to breaks the curve', () => {
  expect(profileRows(profiles, course, [0, 1000], 100)[4]).toMatchObject({ p50: null, band: null })
})

test('takes one in so many, never more than there is room for', () => {
  const rows = profileRows(profiles, course, [0, 1000], 7)
  expect(rows.map(({ metres }) => metres)).toEqual([25, 175, 325, 475, 625, 775, 925])
})

test('takes only what lies within the span', () => {
  const rows = profileRows(profiles, course, [400, 620], 100)
  expect(rows.map(({ metres }) => metres)).toEqual([425, 475, 525, 575])
  expect(profileRows(profiles, course, [2000, 3000], 100)).toEqual([])
})

test('the scale holds the times, has room over the asked ones, and stops at six hours', () => {
  expect(minutesScale(profiles, 60)).toEqual({ top: 75, ticks: [0, 15, 30, 45, 60, 75] })
  expect(minutesScale([profileOf('a', [900])], 60).top).toBe(360)
  expect(minutesScale([profileOf('a', [900])], 360).top).toBe(480)
})

test('marks round kilometres', () => {
  expect(kilometreTicks([0, 262_000], 8)).toEqual([0, 50_000, 100_000, 150_000, 200_000, 250_000])
  expect(kilometreTicks([10_300, 14_100], 8)).toEqual([11_000, 12_000, 13_000, 14_000])
})

test('zooms about a place and stays within the whole', () => {
  expect(zoomSpan([0, 100_000], 100_000, 25_000, 0.5)).toEqual([12_500, 62_500])
  expect(zoomSpan([0, 50_000], 100_000, 0, 4)).toEqual([0, 100_000])
  expect(zoomSpan([0, 3000], 100_000, 1500, 0.1)).toEqual([500, 2500])
})

test('writes a time in as few signs as can be', () => {
  expect([0, 45, 60, 90, 120].map(tickWords)).toEqual([
    '0\u202fmin',
    '45\u202fmin',
    '1\u202fh',
    '1\u202fh\u202f30',
    '2\u202fh',
  ])
})
