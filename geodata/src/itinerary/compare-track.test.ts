import { expect, test } from 'vitest'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { compareTrack, type RecordedCourse } from './compare-track.ts'
import type { TimedDay, TimedLeg } from './mission-types.ts'

const PLACES: Record<string, Position> = {
  base: [-12.2, 15.1],
  north: [-12.2, 15.3],
  east: [-12.0, 15.3],
}
const positionOf = (id: string) => PLACES[id]
const DAY = Date.parse('2026-12-07T00:00:00Z')

function dayOver(...stops: string[]): Pick<TimedDay, 'date' | 'legs'> {
  const legs = stops.slice(1).map((to, index) => ({ fromPlaceId: stops[index]!, toPlaceId: to }) as TimedLeg)
  return { date: '2026-12-07', legs }
}

/** Stands at each of the positions and drives straight between them: [hours, position]. */
function recorded(...known: [hour: number, position: Position][]): RecordedCourse {
  const steps = known.flatMap(([hour, position], index): [number, Position][] => {
    const before = known[index - 1]
    if (!before) return [[hour, position]]
    return Array.from({ length: 60 }, (_, step) => {
      const share = (step + 1) / 60
      const [lon, lat] = before[1]
      return [
        before[0] + share * (hour - before[0]),
        [lon + share * (position[0] - lon), lat + share * (position[1] - lat)],
      ]
    })
  })
  return {
    positions: steps.map(([, position]) => position),
    instantsMs: steps.map(([hour]) => DAY + Math.round(hour * 3_600_000)),
  }
}

test('times and metres of the legs as they were driven, halts between them left out', () => {
  const [base, north, east] = [PLACES.base!, PLACES.north!, PLACES.east!]
  const course = recorded(
    [7, base],
    [7.5, base],
    [8.5, north],
    [10, north],
    [11, east],
    [12, east],
    [14, base],
  )
  const legs = compareTrack(dayOver('base', 'north', 'east', 'base'), course, positionOf)
  // One is there 500 m before the place, and leaves 500 m behind it: 2.2 km a minute of the drawn course at most.
  const near = (instant: string | null | undefined, hour: number) =>
    expect(Math.abs(Date.parse(instant!) - DAY - hour * 3_600_000)).toBeLessThan(3 * 60_000)
  near(legs[0]!.departedAt, 7.5)
  near(legs[0]!.arrivedAt, 8.5)
  near(legs[1]!.departedAt, 10)
  near(legs[1]!.arrivedAt, 11)
  near(legs[2]!.departedAt, 12)
  near(legs[2]!.arrivedAt, 14)
  expect(legs[0]!.metres / sphericalMetres(base, north)).toBeCloseTo(1, 1)
  expect(legs[0]!.seconds! / 3600).toBeCloseTo(1, 1)
})

test('a place that was left out has no answer, and the next leg none of its own beginning', () => {
  const course = recorded([8, PLACES.base!], [11, PLACES.east!], [13, PLACES.base!])
  const legs = compareTrack(dayOver('base', 'north', 'east', 'base'), course, positionOf)
  expect(legs[0]).toBeNull()
  expect(legs[1]).toMatchObject({ departedAt: null, seconds: null })
  expect(legs[1]!.metres / sphericalMetres(PLACES.base!, PLACES.east!)).toBeCloseTo(1, 1)
  expect(legs[2]!.seconds! / 3600).toBeCloseTo(2, 1)
})

test('what was recorded on another day says nothing', () => {
  const { positions, instantsMs } = recorded([8, PLACES.base!], [9, PLACES.north!])
  const yesterday = { positions, instantsMs: instantsMs.map((ms) => ms - 86_400_000) }
  expect(compareTrack(dayOver('base', 'north'), yesterday, positionOf)).toEqual([null])
  expect(compareTrack(dayOver('base', 'north'), { positions: [], instantsMs: [] }, positionOf)).toEqual([
    null,
  ])
})

test('a record that begins on the way knows its arrival alone', () => {
  const course = recorded([9, [-12.2, 15.2]], [10, PLACES.north!])
  const [leg] = compareTrack(dayOver('base', 'north'), course, positionOf)
  expect(leg).toMatchObject({ departedAt: null, seconds: null })
  expect(leg!.metres).toBeGreaterThan(10_000)
})
