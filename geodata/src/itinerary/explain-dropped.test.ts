import { expect, test } from 'vitest'
import { checkMission } from './check-mission.ts'
import { explainDropped } from './explain-dropped.ts'
import { findConflict } from './find-conflict.ts'
import { fuelStop } from './fuel-stop.ts'
import {
  area,
  BASE,
  minutesBetween,
  place,
  question,
  rule,
  straightLines,
  straightTravel,
  team,
  visit,
} from './mission.fixture.ts'
import type { MissionQuestion, MissionVisit, TravelOf } from './mission-types.ts'
import { planMission } from './plan-mission.ts'
import { timeMission } from './time-mission.ts'

/** East of the base by so many tenths of a degree, 18 minutes each. */
const east = (tenths: number): [number, number] => [BASE[0] + tenths / 10, BASE[1]]
const steps = (count: number) => (done: number) => done / count

function asked(more: Partial<MissionQuestion> = {}): MissionQuestion {
  return question({
    places: [
      place('base', BASE, { allowsNight: true, sellsFuel: true }),
      place('near', east(2)),
      place('far', east(8)),
      place('west', east(-8)),
      place('abroad', [BASE[0], 14.9]),
    ],
    areas: [area('zone', east(8), 0.1)],
    ...more,
  })
}

function why(of: MissionQuestion, visitId: string, travelOf: TravelOf = straightTravel(of)) {
  const plan = planMission(of, travelOf, { seed: 1, progress: steps(500) })!
  expect(plan.droppedVisitIds).toContain(visitId)
  return explainDropped(of, travelOf, plan, visitId)
}

const hours = (opens: string, closes: string): Partial<MissionVisit> => ({
  hours: [{ weekdays: null, date: null, opens, closes }],
})

test('never open on these days; no road at all', () => {
  expect(why(asked({ visits: [visit('near', { latest: '2026-11-14' })] }), 'near')).toEqual([
    { code: 'never-open' },
  ])
  const sundays = { hours: [{ weekdays: [7], date: null, opens: '08:00', closes: '12:00' }] }
  expect(why(asked({ visits: [visit('near', sundays)] }), 'near')).toEqual([{ code: 'never-open' }])
  expect(
    why(asked({ visits: [visit('near', { minutes: 120, ...hours('08:00', '09:00') })] }), 'near'),
  ).toEqual([{ code: 'never-open' }])
  const islands = minutesBetween(
    asked().places.map((_, from) => asked().places.map((__, to) => (from === to ? 0 : Infinity))),
  )
  expect(why(asked({ visits: [visit('near')] }), 'near', islands)).toEqual([{ code: 'no-way' }])
})

test('a rule keeps it out: that one is named, and the others are not', () => {
  const rules = [
    rule('entry', { kind: 'no-entry' }, { areaId: 'zone' }),
    rule('border', { kind: 'border-crossing' }),
    rule('convoy', { kind: 'convoy', vehicles: 1 }),
  ]
  const of = asked({ rules, visits: [visit('near'), visit('far'), visit('abroad')] })
  expect(why(of, 'far')).toEqual([{ code: 'rule', ruleId: 'entry' }])
  expect(why(of, 'abroad')).toEqual([{ code: 'rule', ruleId: 'border' }])
})

test('hours before it is light: the hours, or the rule on daylight', () => {
  const light = rule('light', { kind: 'daylight', afterSunriseMinutes: 30, beforeSunsetMinutes: 60 })
  const of = asked({ rules: [light], visits: [visit('near', hours('05:00', '06:30'))] })
  expect(why(of, 'near')).toEqual([{ code: 'rule', ruleId: 'light' }, { code: 'hours' }])
})

test('too little time beside the others: longer days, another team or day, or others in its place', () => {
  const light = rule('light', { kind: 'daylight', afterSunriseMinutes: 0, beforeSunsetMinutes: 0 })
  const of = asked({
    rules: [light],
    visits: [
      visit('far', { priority: 'high' }),
      visit('west', { minutes: 30 }),
      visit('near', { minutes: 120, priority: 'low' }),
    ],
  })
  const reasons = why(of, 'near')
  expect(reasons.map(({ code }) => code)).toEqual([
    'rule',
    'longer-days',
    'another-team',
    'another-day',
    'instead-of',
  ])
  expect(reasons.at(-1)).toEqual({ code: 'instead-of', visitIds: ['west'] })
  expect(reasons[1]).toEqual({ code: 'longer-days', minutes: 120 })
})

test('what was left out though there is room is said to have room', () => {
  const of = asked({ visits: [visit('near')] })
  const plan = {
    days: [{ teamId: 'A', date: of.dates[0]!, visitIds: [], endPlaceId: 'base' }],
    droppedVisitIds: ['near'],
  }
  expect(explainDropped(of, straightTravel(of), plan, 'near')).toEqual([{ code: 'has-room' }])
  const served = { ...plan, days: [{ ...plan.days[0]!, visitIds: ['near'] }] }
  expect(() => explainDropped(of, straightTravel(of), served, 'near')).toThrow(RangeError)
})

test('a conflict is told by its parts, and none of them may be left out', () => {
  const rules = [
    rule('light', { kind: 'daylight', afterSunriseMinutes: 30, beforeSunsetMinutes: 60 }),
    rule('day', { kind: 'driving-day', hours: 6 }),
    rule('entry', { kind: 'no-entry' }, { areaId: 'zone' }),
  ]
  const conflictOf = (visits: MissionVisit[], more: Partial<MissionQuestion> = {}) => {
    const of = asked({ rules, visits, ...more })
    return findConflict(of, straightTravel(of))
  }
  const required = (id: string, more: Partial<MissionVisit> = {}) =>
    visit(id, { priority: 'required', ...more })
  expect(conflictOf([required('near'), visit('far')])).toBeNull()
  expect(conflictOf([required('near'), required('far')])).toEqual([
    { kind: 'visit', visitId: 'far' },
    { kind: 'rule', ruleId: 'entry' },
  ])
  expect(conflictOf([required('near', hours('04:00', '05:30'))])).toEqual([
    { kind: 'visit', visitId: 'near' },
    { kind: 'hours', visitId: 'near' },
    { kind: 'rule', ruleId: 'light' },
  ])
  const pinned = required('near', { pinnedDate: '2026-11-16', minutes: 400 })
  expect(
    conflictOf([pinned, required('west', { minutes: 300 })], { dates: ['2026-11-16', '2026-11-17'] }),
  ).toBeNull()
  const both = [pinned, required('west', { minutes: 300, latest: '2026-11-16' })]
  expect(conflictOf(both, { dates: ['2026-11-16', '2026-11-17'] })).toEqual([
    { kind: 'visit', visitId: 'near' },
    { kind: 'visit', visitId: 'west' },
    { kind: 'pin', visitId: 'near' },
    { kind: 'dates', visitId: 'west' },
    { kind: 'rule', ruleId: 'light' },
  ])
})

test('teams that cannot get from start to end: no plan, and the rule that makes it so', () => {
  const of = asked({
    endPlaceId: 'far',
    rules: [
      rule('clearance', { kind: 'clearance', from: '2026-01-01', until: '2026-01-31' }),
      rule('convoy', { kind: 'convoy', vehicles: 1 }),
    ],
    visits: [visit('near', { priority: 'required' })],
  })
  expect(planMission(of, straightTravel(of), { seed: 1, progress: steps(10) })).toBeNull()
  expect(findConflict(of, straightTravel(of))).toEqual([{ kind: 'rule', ruleId: 'clearance' }])
})

test('where only the litres do not last, a stop for fuel alone is offered, and the checker accepts the plan with it', () => {
  const thirsty = team('A', 1, { vehicles: [{ ...team('A').vehicles[0]!, tankLitres: 20, spareLitres: 0 }] })
  const of = asked({
    teams: [thirsty],
    places: [
      place('base', BASE, { allowsNight: true, sellsFuel: true }),
      place('far', [BASE[0] + 1, BASE[1]]),
      place('station', [BASE[0] + 0.9, BASE[1]], { sellsFuel: true }),
      place('behind', [BASE[0] - 0.9, BASE[1]], { sellsFuel: true }),
    ],
    visits: [visit('far', { priority: 'required' })],
    rules: [rule('reserve', { kind: 'fuel-reserve', share: 0.1 })],
  })
  const conflict = findConflict(of, straightTravel(of))!
  expect(conflict).toContainEqual({ kind: 'visit', visitId: 'far' })
  expect(conflict.filter(({ kind }) => kind === 'fuel-stop')).toEqual([
    { kind: 'fuel-stop', placeId: 'station' },
  ])
  const filled = { ...of, visits: [...of.visits, fuelStop('station', 'fuel')] }
  const plan = planMission(filled, straightTravel(filled), { seed: 1, progress: steps(200) })!
  expect(plan.droppedVisitIds).toEqual([])
  const itinerary = timeMission(filled, straightTravel(filled), plan)
  expect(checkMission(filled, itinerary, straightLines(filled))).toEqual([])
  expect(findConflict(filled, straightTravel(filled))).toBeNull()

  const late = asked({
    visits: [visit('near', { priority: 'required', hours: [] })],
    rules: [rule('stop', { kind: 'driving-day', hours: 0 })],
  })
  expect(findConflict(late, straightTravel(late))!.some(({ kind }) => kind === 'fuel-stop')).toBe(false)
})

test('a clearance that is over: the teams stay, and each visit says why', () => {
  const clearance = rule('clearance', { kind: 'clearance', from: '2026-01-01', until: '2026-01-31' })
  const of = asked({ rules: [clearance], visits: [visit('near'), visit('far')] })
  const plan = planMission(of, straightTravel(of), { seed: 1, progress: steps(50) })
  expect(plan).toEqual({
    days: [{ teamId: 'A', date: '2026-11-16', visitIds: [], endPlaceId: 'base' }],
    droppedVisitIds: ['near', 'far'],
  })
  expect(why(of, 'far')).toEqual([{ code: 'rule', ruleId: 'clearance' }])
})

test('a question without date or team, or with an unknown place, area or visit, is refused by name', () => {
  const plan = (more: Partial<MissionQuestion>) => {
    const of = asked(more)
    return () => planMission(of, straightTravel(of), { seed: 1, progress: steps(10) })
  }
  expect(plan({ dates: [] })).toThrow('needs a date and a team')
  expect(plan({ dates: ['2026-11-16', '2026-11-18'] })).toThrow('2026-11-18 does not')
  expect(plan({ teams: [] })).toThrow('needs a date and a team')
  expect(plan({ endPlaceId: 'x' })).toThrow('no place x')
  expect(plan({ visits: [visit('near', { afterVisitId: 'x' })] })).toThrow('no visit x')
  expect(plan({ rules: [rule('r', { kind: 'no-entry' }, { areaId: 'x' })] })).toThrow('no area x')
  expect(plan({ visits: [visit('near', hours('8h', '12:00'))] })).toThrow('not a time of a day: 8h')
})

test('300 visits: a plan is there at once', () => {
  const ids = Array.from({ length: 300 }, (_, i) => `v${i}`)
  const of = asked({
    dates: ['2026-11-16', '2026-11-17', '2026-11-18'],
    teams: [team('A'), team('B')],
    places: [
      asked().places[0]!,
      ...ids.map((id, i) => place(id, [BASE[0] + (i % 20) / 30, BASE[1] + i / 900])),
    ],
    visits: ids.map((id) => visit(id)),
    rules: [rule('light', { kind: 'daylight', afterSunriseMinutes: 0, beforeSunsetMinutes: 0 })],
  })
  let told = 0
  const plan = planMission(of, straightTravel(of), {
    seed: 1,
    starts: 1,
    progress: steps(1),
    onBetter: () => told++,
  })
  expect(told).toBeGreaterThan(0)
  expect(plan!.days.flatMap(({ visitIds }) => visitIds).length).toBeGreaterThan(30)
})
