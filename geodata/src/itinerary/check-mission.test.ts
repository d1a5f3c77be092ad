import { expect, test } from 'vitest'
import { checkMission } from './check-mission.ts'
import {
  area,
  BASE,
  dayPlan,
  place,
  question,
  rule,
  straightLines,
  straightTravel,
  team,
  visit,
} from './mission.fixture.ts'
import type {
  BrokenMissionRule,
  Itinerary,
  MissionPlan,
  MissionQuestion,
  RuleDemand,
  TimedDay,
} from './mission-types.ts'
import { timeMission } from './time-mission.ts'

/** East of the base by so many tenths of a degree, 10.7 km and 18 minutes each. */
const east = (tenths: number, lat = BASE[1]): [number, number] => [BASE[0] + tenths / 10, lat]
const AREA = area('zone', east(4), 0.1)

function asked(more: Partial<MissionQuestion> = {}): MissionQuestion {
  return question({
    places: [
      place('base', BASE, { allowsNight: true, sellsFuel: true }),
      place('near', east(2)),
      place('zone', east(4)),
      place('far', east(8)),
      place('abroad', [BASE[0], 14.9]),
    ],
    visits: [visit('near'), visit('zone'), visit('far'), visit('abroad')],
    areas: [AREA],
    ...more,
  })
}

/** The plan of somebody who heeds no rule, timed as if there were none. */
function judge(
  of: MissionQuestion,
  visitIds: string[],
  change?: (day: TimedDay) => TimedDay,
): BrokenMissionRule[] {
  const heedless = { ...of, rules: [] }
  const itinerary = timeMission(heedless, straightTravel(of), dayPlan(of, visitIds))
  const changed: Itinerary = change ? { ...itinerary, days: itinerary.days.map(change) } : itinerary
  return checkMission(of, changed, straightLines(of))
}

const brief = ({ ruleId, kind, leg, visitId, excess, unit }: BrokenMissionRule) => [
  ruleId,
  kind,
  leg,
  visitId,
  Math.round(excess),
  unit,
]

test.each<[string, RuleDemand, string | null, string[], unknown[][]]>([
  [
    'no entry, through the area',
    { kind: 'no-entry' },
    'zone',
    ['far'],
    [
      ['r', 'no-entry', 0, 'far', 21_465, 'metres'],
      ['r', 'no-entry', 1, null, 21_465, 'metres'],
    ],
  ],
  ['no entry, beside the area', { kind: 'no-entry' }, 'zone', ['near'], []],
  [
    'escort, into the area',
    { kind: 'escort' },
    'zone',
    ['zone'],
    [
      ['r', 'escort', 0, 'zone', 10_733, 'metres'],
      ['r', 'escort', 1, null, 10_733, 'metres'],
    ],
  ],
  [
    'convoy in the area',
    { kind: 'convoy', vehicles: 3 },
    'zone',
    ['zone'],
    [['r', 'convoy', 0, 'zone', 2, 'vehicles']],
  ],
  [
    'convoy everywhere',
    { kind: 'convoy', vehicles: 2 },
    null,
    ['near'],
    [['r', 'convoy', 0, 'near', 1, 'vehicles']],
  ],
  [
    'clearance that is over',
    { kind: 'clearance', from: '2026-11-01', until: '2026-11-14' },
    null,
    ['near'],
    [['r', 'clearance', 0, 'near', 2, 'days']],
  ],
  [
    'clearance that is to come',
    { kind: 'clearance', from: '2026-11-17', until: '2026-11-19' },
    'zone',
    ['far'],
    [['r', 'clearance', 0, 'far', 1, 'days']],
  ],
  [
    'clearance of that day',
    { kind: 'clearance', from: '2026-11-16', until: '2026-11-16' },
    null,
    ['far'],
    [],
  ],
  [
    'border',
    { kind: 'border-crossing' },
    null,
    ['abroad'],
    [
      ['r', 'border-crossing', 0, 'abroad', 1, 'count'],
      ['r', 'border-crossing', 1, null, 1, 'count'],
    ],
  ],
  [
    'driving of a day',
    { kind: 'driving-day', hours: 4 },
    null,
    ['far'],
    [['r', 'driving-day', null, null, 46, 'minutes']],
  ],
  [
    'driving at a stretch',
    { kind: 'driving-stretch', hours: 2, restMinutes: 15 },
    null,
    ['far'],
    [
      ['r', 'driving-stretch', 0, 'far', 15, 'minutes'],
      ['r', 'driving-stretch', 1, null, 15, 'minutes'],
    ],
  ],
  [
    'fuel',
    { kind: 'fuel-reserve', share: 0.9 },
    null,
    ['far'],
    [['r', 'fuel-reserve', 1, null, 7, 'litres']],
  ],
  ['radio', { kind: 'radio-check', everyMinutes: 30 }, null, ['far'], []],
])('%s', (_, demand, areaId, visitIds, expected) => {
  const of = asked({ rules: [rule('r', demand, { areaId })] })
  expect(judge(of, visitIds).map(brief)).toEqual(expected)
})

test('daylight: by how much a leg begins before it or ends after it', () => {
  const light: RuleDemand = { kind: 'daylight', afterSunriseMinutes: 30, beforeSunsetMinutes: 60 }
  const of = asked({
    rules: [rule('light', light)],
    visits: [
      visit('near', {
        hours: [{ weekdays: null, date: null, opens: '16:00', closes: '18:00' }],
        minutes: 120,
      }),
    ],
  })
  const broken = judge(of, ['near'])
  expect(broken.map(({ ruleId, leg, unit }) => [ruleId, leg, unit])).toEqual([['light', 1, 'minutes']])
  expect(broken[0]!.excess).toBeGreaterThan(60)
  expect(judge(asked({ rules: [rule('light', light)] }), ['near']).map(brief)).toEqual([
    ['light', 'daylight', 0, 'near', 30, 'minutes'],
  ])
})

test('fuel is judged on coming to it, be it without driving', () => {
  const of = asked({
    rules: [rule('fuel', { kind: 'fuel-reserve', share: 0.95 })],
    places: [...asked().places, place('pump', east(8), { sellsFuel: true })],
    visits: [visit('far'), visit('pump')],
  })
  expect(judge(of, ['far', 'pump']).map(brief)).toEqual([
    ['fuel', 'fuel-reserve', 1, 'pump', 4, 'litres'],
    ['fuel', 'fuel-reserve', 2, null, 4, 'litres'],
  ])
  const thirsty = { ...of, rules: [], teams: [team('A', 1)] }
  const dry = {
    ...thirsty,
    teams: [
      {
        ...thirsty.teams[0]!,
        vehicles: thirsty.teams[0]!.vehicles.map((each) => ({ ...each, tankLitres: 8, spareLitres: 0 })),
      },
    ],
  }
  expect(judge(dry, ['far', 'pump']).map(({ ruleId, kind, leg }) => [ruleId, kind, leg])).toEqual([
    [null, 'fuel-reserve', 1],
    [null, 'fuel-reserve', 2],
  ])
})

test('hours in which nobody drives', () => {
  const noon: RuleDemand = { kind: 'no-driving', weekdays: [1], opens: '08:00', closes: '09:00' }
  expect(judge(asked({ rules: [rule('noon', noon)] }), ['far']).map(brief)).toEqual([
    ['noon', 'no-driving', 0, 'far', 60, 'minutes'],
  ])
  expect(judge(asked({ rules: [rule('noon', { ...noon, weekdays: [2] })] }), ['far'])).toEqual([])
})

test('rules hold in their season, for their vehicles, and at their level', () => {
  const entry: RuleDemand = { kind: 'no-entry' }
  const judged = (more: Parameters<typeof rule>[2]) =>
    judge(asked({ rules: [rule('r', entry, { areaId: 'zone', ...more })] }), ['zone']).map(
      ({ level }) => level,
    )
  expect(judged({ season: { starts: '11-01', ends: '02-28' } })).toEqual(['forbid', 'forbid'])
  expect(judged({ season: { starts: '06-01', ends: '10-31' } })).toEqual([])
  expect(judged({ profileId: 'pickup' })).toEqual(['forbid', 'forbid'])
  expect(judged({ profileId: 'boat' })).toEqual([])
  expect(judged({ level: 'warn' })).toEqual(['warn', 'warn'])
})

test('a visit at the place of an area counts without a line', () => {
  const of = asked({ rules: [rule('r', { kind: 'no-entry' }, { areaId: 'zone' })] })
  const itinerary = timeMission({ ...of, rules: [] }, straightTravel(of), dayPlan(of, ['zone']))
  expect(checkMission(of, itinerary, () => null).map(brief)).toEqual([
    ['r', 'no-entry', 0, 'zone', 1, 'count'],
    ['r', 'no-entry', 1, null, 1, 'count'],
  ])
})

test('what holds without a rule: dates, pins, order, hours, counts', () => {
  const judged = (more: Partial<MissionQuestion['visits'][number]>) =>
    judge(asked({ visits: [visit('near', more), visit('far')] }), ['near']).map(brief)
  expect(judged({ latest: '2026-11-14' })).toEqual([[null, 'dates', null, 'near', 2, 'days']])
  expect(judged({ earliest: '2026-11-17' })).toEqual([[null, 'dates', null, 'near', 1, 'days']])
  expect(judged({ pinnedDate: '2026-11-19' })).toEqual([[null, 'pin', null, 'near', 3, 'days']])
  expect(judged({ pinnedTeamId: 'B' })).toEqual([[null, 'pin', null, 'near', 1, 'count']])
  expect(judged({ afterVisitId: 'far' })).toEqual([[null, 'order', null, 'near', 1, 'count']])
  const tuesdays = { weekdays: [2], date: null, opens: '08:00', closes: '12:00' }
  expect(judged({ hours: [tuesdays] }).map(([, kind]) => kind)).toEqual(['hours'])
  const twice = dayPlan(asked(), ['near', 'near'])
  const itinerary = timeMission(asked(), straightTravel(asked()), twice)
  expect(checkMission(asked(), itinerary, straightLines(asked())).map(brief)).toEqual([
    [null, 'order', null, 'near', 1, 'count'],
    [null, 'order', null, 'near', 1, 'count'],
  ])
})

test('nights: on allowed sites, or at home before leaving and after coming back', () => {
  const of = (allowsNight: boolean) =>
    asked({
      dates: ['2026-11-16', '2026-11-17', '2026-11-18'],
      nightPlaceIds: ['near'],
      places: asked().places.map((each) => ({ ...each, allowsNight: allowsNight && each.id === 'near' })),
    })
  const nights = (allowsNight: boolean, visits: string[][], ends: string[]) => {
    const days: MissionPlan['days'] = of(allowsNight).dates.map((date, index) => ({
      teamId: 'A',
      date,
      visitIds: visits[index]!,
      endPlaceId: ends[index]!,
    }))
    const itinerary = timeMission(of(allowsNight), straightTravel(of(allowsNight)), {
      days,
      droppedVisitIds: [],
    })
    return checkMission(of(allowsNight), itinerary, straightLines(of(allowsNight))).map(({ kind, date }) => [
      kind,
      date,
    ])
  }
  expect(nights(true, [['zone'], [], []], ['near', 'near', 'base'])).toEqual([])
  expect(nights(false, [['zone'], [], []], ['near', 'near', 'base'])).toEqual([
    ['night', '2026-11-16'],
    ['night', '2026-11-17'],
  ])
  expect(nights(false, [[], ['zone'], []], ['base', 'base', 'base'])).toEqual([])
  expect(nights(false, [['zone'], [], ['near']], ['base', 'base', 'base'])).toEqual([
    ['night', '2026-11-16'],
    ['night', '2026-11-17'],
  ])
  expect(nights(true, [[], [], ['zone']], ['base', 'base', 'near'])).toEqual([['end', '2026-11-18']])
})

test('times that do not add up, or run into the next day, are told', () => {
  const late = asked({ visits: [visit('near', { minutes: 1400 })] })
  expect(judge(late, ['near']).map(({ kind, unit }) => [kind, unit])).toContainEqual(['dates', 'minutes'])
  const hasty = (day: TimedDay): TimedDay => ({
    ...day,
    legs: day.legs.map((leg) => ({ ...leg, arrivesAt: leg.departsAt })),
  })
  expect(judge(asked(), ['near'], hasty).map(({ kind, leg }) => [kind, leg])).toEqual([
    ['hours', 0],
    ['hours', 1],
  ])
  expect(
    judge(asked({ teams: [team('A'), team('B')] }), ['near']).map(({ teamId, kind }) => [teamId, kind]),
  ).toEqual([['B', 'end']])
})
