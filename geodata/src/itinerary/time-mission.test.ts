import { expect, test } from 'vitest'
import { checkMission } from './check-mission.ts'
import { BASE, dayPlan, minutesBetween, noLines, place, question, rule, visit } from './mission.fixture.ts'
import type { Itinerary, MissionQuestion, MissionRule, VisitHours } from './mission-types.ts'
import { timeMission } from './time-mission.ts'

/** Base, a and b in a row, an hour and a half an hour apart. */
const ROW = minutesBetween([
  [0, 60, 90],
  [60, 0, 30],
  [90, 30, 0],
])
const opens = (from: string, until: string): VisitHours[] => [
  { weekdays: null, date: null, opens: from, closes: until },
]

function asked(more: Partial<MissionQuestion> = {}): MissionQuestion {
  return question({
    places: [
      place('base', BASE, { allowsNight: true }),
      place('a', [BASE[0] + 0.1, BASE[1]]),
      place('b', [BASE[0] + 0.2, BASE[1]]),
    ],
    visits: [visit('a'), visit('b')],
    ...more,
  })
}

function timed(of: MissionQuestion, visitIds: string[]): Itinerary['days'][number] {
  return timeMission(of, ROW, dayPlan(of, visitIds)).days[0]!
}

const clock = (instant: string) => instant.slice(11, 16)
const clocks = ({ legs, visits }: Itinerary['days'][number]) => ({
  legs: legs.map(({ departsAt, arrivesAt }) => `${clock(departsAt)}–${clock(arrivesAt)}`),
  visits: visits.map(({ beginsAt, endsAt }) => `${clock(beginsAt)}–${clock(endsAt)}`),
})

test('a team leaves in time for the first hours, not before', () => {
  const day = timed(asked({ visits: [visit('a', { hours: opens('10:00', '12:00') }), visit('b')] }), [
    'a',
    'b',
  ])
  expect(clocks(day)).toEqual({
    legs: ['09:00–10:00', '11:00–11:30', '12:30–14:00'],
    visits: ['10:00–11:00', '11:30–12:30'],
  })
  expect(day).toMatchObject({
    driveSeconds: 10_800,
    waitSeconds: 0,
    visitSeconds: 7200,
    metres: 180_000,
    litres: 18,
  })
})

test('without hours it leaves at sunrise', () => {
  const day = timed(asked(), ['a', 'b'])
  expect(day.legs[0]!.departsAt).toBe(day.sunrise)
  expect(day.visits.map(({ marginSeconds }) => marginSeconds)).toEqual([null, null])
})

test('hours before sunrise are kept where nothing forbids the road, and missed where daylight does', () => {
  const early = asked({ visits: [visit('a', { hours: opens('05:00', '07:00') })] })
  expect(clocks(timed(early, ['a'])).legs[0]).toBe('05:00–06:00')
  const light = rule('light', { kind: 'daylight', afterSunriseMinutes: 0, beforeSunsetMinutes: 0 })
  const bound = { ...early, rules: [light] }
  expect(timed(bound, ['a']).legs[0]!.departsAt).toBe(timed(bound, ['a']).sunrise)
  const itinerary = timeMission(bound, ROW, dayPlan(bound, ['a']))
  expect(checkMission(bound, itinerary, noLines)).toMatchObject([
    { kind: 'hours', visitId: 'a', unit: 'minutes' },
  ])
})

test('a rule that warns is kept where nothing comes late for it', () => {
  const light: MissionRule = rule(
    'light',
    { kind: 'daylight', afterSunriseMinutes: 90, beforeSunsetMinutes: 0 },
    { level: 'warn' },
  )
  const relaxed = timed(asked({ rules: [light] }), ['a'])
  expect(Date.parse(relaxed.legs[0]!.departsAt) - Date.parse(relaxed.sunrise)).toBe(90 * 60_000)
  const hurried = asked({ rules: [light], visits: [visit('a', { hours: opens('08:00', '09:05') })] })
  expect(clocks(timed(hurried, ['a'])).visits).toEqual(['08:00–09:00'])
  const itinerary = timeMission(hurried, ROW, dayPlan(hurried, ['a']))
  expect(checkMission(hurried, itinerary, noLines)).toMatchObject([
    { ruleId: 'light', level: 'warn', leg: 0 },
  ])
})

test('rests are taken where a stretch is full, unless a stop was long enough', () => {
  const stretch = rule('rest', { kind: 'driving-stretch', hours: 1, restMinutes: 30 })
  const long = timed(asked({ rules: [stretch], visits: [visit('a'), visit('b')] }), ['a', 'b'])
  expect(long.legs.map(({ restSeconds }) => restSeconds)).toEqual([0, 0, 1800])
  const short = asked({
    rules: [stretch],
    visits: [visit('a', { minutes: 10 }), visit('b', { minutes: 10 })],
  })
  expect(timed(short, ['a', 'b']).legs.map(({ restSeconds }) => restSeconds)).toEqual([0, 1800, 1800])
  const itinerary = timeMission(short, ROW, dayPlan(short, ['a', 'b']))
  expect(checkMission(short, itinerary, noLines)).toEqual([])
})

test('nobody drives during the prayer of Friday: the team waits on the road, or where it is', () => {
  const prayer = rule('prayer', { kind: 'no-driving', weekdays: [5], opens: '12:30', closes: '14:00' })
  const friday = asked({
    dates: ['2026-11-20'],
    rules: [prayer],
    visits: [visit('a', { hours: opens('11:00', '13:00') }), visit('b', { hours: opens('14:30', '18:00') })],
  })
  const day = timed(friday, ['a', 'b'])
  expect(clocks(day)).toEqual({
    legs: ['10:48–11:48', '14:00–14:30', '15:30–17:00'],
    visits: ['11:48–12:48', '14:30–15:30'],
  })
  const hours = opens('11:15', '12:15')
  const onTheRoad = timed({ ...friday, visits: [visit('a', { hours }), visit('b')] }, ['a', 'b'])
  expect(clocks(onTheRoad).legs).toEqual(['10:03–11:03', '12:15–14:15', '15:15–16:45'])
  expect(onTheRoad.legs[1]).toMatchObject({ driveSeconds: 1800, restSeconds: 5400 })
})

test('delays add up as if independent, and waiting takes them away', () => {
  const day = timed(asked({ visits: [visit('a'), visit('b')] }), ['a', 'b'])
  const late = day.legs.map(
    ({ arrivesAt, arrivesP90At }) => (Date.parse(arrivesP90At) - Date.parse(arrivesAt)) / 60_000,
  )
  expect(late[0]).toBeCloseTo(12, 3)
  expect(late[1]).toBeCloseTo(Math.hypot(12, 6), 3)
  expect(late[2]).toBeCloseTo(Math.hypot(12, 6, 18), 3)
  const waits = timed(asked({ visits: [visit('a'), visit('b', { hours: opens('12:00', '18:00') })] }), [
    'a',
    'b',
  ])
  expect(waits.visits[1]!.waitSeconds).toBe(0)
})

test('the margin of a visit ends with its own hours or with those that come after it', () => {
  const day = timed(
    asked({
      visits: [
        visit('a', { hours: opens('08:00', '12:00') }),
        visit('b', { hours: opens('09:00', '11:45') }),
      ],
    }),
    ['a', 'b'],
  )
  expect(clocks(day).visits).toEqual(['08:00–09:00', '09:30–10:30'])
  expect(day.visits.map(({ marginSeconds }) => marginSeconds)).toEqual([75 * 60, 75 * 60])
})

test('hours over midnight hold on both sides of it', () => {
  const night = asked({
    dates: ['2026-11-16', '2026-11-17'],
    visits: [visit('a', { hours: [{ ...opens('22:00', '02:00')[0]!, date: '2026-11-16' }] })],
  })
  const days = [
    { teamId: 'A', date: '2026-11-16', visitIds: [] as string[], endPlaceId: 'base' },
    { teamId: 'A', date: '2026-11-17', visitIds: ['a'], endPlaceId: 'base' },
  ]
  const itinerary = timeMission(night, ROW, { days, droppedVisitIds: [] })
  expect(clock(itinerary.days[1]!.visits[0]!.beginsAt)).toBe('01:00')
  expect(checkMission(night, itinerary, noLines)).toEqual([])
})

test('a place that nothing reaches has no way, and that is told', () => {
  const nowhere = minutesBetween([
    [0, Infinity, 90],
    [Infinity, 0, Infinity],
    [90, Infinity, 0],
  ])
  const of = asked()
  const itinerary = timeMission(of, nowhere, dayPlan(of, ['a']))
  expect(itinerary.days[0]!.legs).toMatchObject([
    { hasWay: false, driveSeconds: 0, metres: 0 },
    { hasWay: false, driveSeconds: 0, metres: 0 },
  ])
  expect(checkMission(of, itinerary, noLines).map(({ kind, leg }) => [kind, leg])).toEqual([
    ['no-way', 0],
    ['no-way', 1],
  ])
})

test('what the question lacks is named', () => {
  const of = asked()
  expect(() => timeMission(of, ROW, dayPlan(of, ['x']))).toThrow('no visit x')
  const plan = dayPlan(of, [])
  expect(() => timeMission(of, ROW, { ...plan, days: [{ ...plan.days[0]!, teamId: 'Z' }] })).toThrow(
    'no team Z',
  )
})
