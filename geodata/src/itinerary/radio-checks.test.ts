import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import type { TimedDay, TimedLeg } from './mission-types.ts'
import { radioChecks } from './radio-checks.ts'

const leg = (from: string, to: string, departs: string, arrives: string, metres: number): TimedLeg => ({
  fromPlaceId: from,
  toPlaceId: to,
  hasWay: true,
  ignoresAreas: false,
  departsAt: `2026-12-07T${departs}:00.000Z`,
  arrivesAt: `2026-12-07T${arrives}:00.000Z`,
  arrivesP90At: `2026-12-07T${arrives}:00.000Z`,
  driveSeconds: 0,
  restSeconds: 0,
  metres,
  litres: 0,
})
const day = (...legs: TimedLeg[]): TimedDay => ({
  teamId: 'A',
  date: '2026-12-07',
  startPlaceId: 'base',
  endPlaceId: 'base',
  sunrise: '',
  sunset: '',
  legs,
  visits: [],
  driveSeconds: 0,
  waitSeconds: 0,
  visitSeconds: 0,
  metres: 0,
  litres: 0,
})
const LINE: Position[] = [
  [-12, 15],
  [-12, 15.2],
]

test('on leaving, every hour, and on arriving, each where the team should be', () => {
  const checks = radioChecks(
    day(leg('base', 'post', '07:30', '10:00', 100_000)),
    () => 60,
    () => ({ coordinates: LINE }),
  )
  expect(checks.map(({ at, kind, metres }) => [at.slice(11, 16), kind, Math.round(metres)])).toEqual([
    ['07:30', 'departure', 0],
    ['08:30', 'on-the-way', 40_000],
    ['09:30', 'on-the-way', 80_000],
    ['10:00', 'arrival', 100_000],
  ])
  expect(checks[1]!.position![1]).toBeCloseTo(15.08, 6)
  expect([checks[0]!.position, checks[3]!.position]).toEqual([LINE[0], LINE[1]])
})

test('a check that would fall on the arrival is the arrival', () => {
  const checks = radioChecks(
    day(leg('base', 'post', '07:00', '09:00', 50_000)),
    () => 60,
    () => null,
  )
  expect(checks.map(({ at, position }) => [at.slice(11, 16), position])).toEqual([
    ['07:00', null],
    ['08:00', null],
    ['09:00', null],
  ])
})

test('without a rule on leaving and arriving alone; no check where nobody drives', () => {
  const checks = radioChecks(
    day(leg('base', 'base', '07:00', '07:00', 0), leg('base', 'post', '08:00', '12:00', 9)),
    () => null,
    () => null,
  )
  expect(checks.map(({ leg, kind }) => [leg, kind])).toEqual([
    [1, 'departure'],
    [1, 'arrival'],
  ])
})
