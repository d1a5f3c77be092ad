import type { TimedDay } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import { courseParts, daySpan, whereAt } from './day-course.ts'

const day = {
  startPlaceId: 'a',
  endPlaceId: 'a',
  sunrise: '2026-12-01T06:50:00Z',
  sunset: '2026-12-01T18:10:00Z',
  legs: [
    {
      fromPlaceId: 'a',
      toPlaceId: 'b',
      departsAt: '2026-12-01T08:00:00Z',
      arrivesAt: '2026-12-01T09:00:00Z',
      arrivesP90At: '2026-12-01T09:20:00Z',
    },
    {
      fromPlaceId: 'b',
      toPlaceId: 'a',
      departsAt: '2026-12-01T11:00:00Z',
      arrivesAt: '2026-12-01T12:00:00Z',
      arrivesP90At: '2026-12-01T12:30:00Z',
    },
  ],
  visits: [
    {
      visitId: 'v',
      arrivesAt: '2026-12-01T09:00:00Z',
      beginsAt: '2026-12-01T10:00:00Z',
      endsAt: '2026-12-01T11:00:00Z',
    },
  ],
} as unknown as TimedDay
const places = { places: [place('a', [0, 0]), place('b', [1, 0])] }
const at = (time: string) => Date.parse(`2026-12-01T${time}:00Z`)

function place(id: string, position: [number, number]) {
  return { id, name: id, position, allowsNight: true, sellsFuel: false }
}

test('a day is drives, waits and visits, in a row', () => {
  expect(courseParts(day).map(({ kind, from, until }) => [kind, (until - from) / 60_000])).toEqual([
    ['drive', 60],
    ['wait', 60],
    ['visit', 60],
    ['drive', 60],
  ])
})

test('the span is whole hours around daylight and driving', () => {
  expect(daySpan([day])).toEqual([at('06:00'), at('19:00')])
})

test('a team is at its start, along its line, at its stop, at its end', () => {
  const lines = [
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ] as [number, number][],
    null,
  ]
  const where = (time: string) => whereAt(places, day, lines, at(time))
  expect(where('07:00')).toEqual({ position: [0, 0], placeId: 'a', isDriving: false })
  expect(where('08:30').position.map((each) => Math.round(each * 100) / 100)).toEqual([0.5, 1])
  expect(where('09:30')).toEqual({ position: [1, 0], placeId: 'b', isDriving: false })
  expect(where('11:30').position).toEqual([0.5, 0])
  expect(where('20:00')).toEqual({ position: [0, 0], placeId: 'a', isDriving: false })
})
