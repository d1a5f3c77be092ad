import fc from 'fast-check'
import { area, BASE, place, question, rule, team, visit } from './mission.fixture.ts'
import { type MissionQuestion, type MissionRule, type RuleDemand, VISIT_PRIORITIES } from './mission-types.ts'

const DATES = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
const clock = fc.integer({ min: 6, max: 15 })
const twoDigits = (hours: number) => `${String(hours).padStart(2, '0')}:00`
const spot = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }))

const drawnHours = fc.record({
  weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 })),
  date: fc.option(fc.constantFrom(...DATES), { freq: 6 }),
  span: fc.tuple(clock, fc.integer({ min: 1, max: 6 })),
})

function drawnVisit(index: number) {
  return fc
    .record({
      minutes: fc.constantFrom(15, 30, 60, 120),
      priority: fc.constantFrom(...VISIT_PRIORITIES),
      hours: fc.array(drawnHours, { maxLength: 2 }),
      earliest: fc.option(fc.constantFrom(...DATES.slice(0, 2)), { freq: 3, nil: null }),
      latest: fc.option(fc.constantFrom(...DATES.slice(1, 3)), { freq: 3, nil: null }),
      pinnedDate: fc.option(fc.constantFrom(...DATES.slice(0, 3)), { freq: 4, nil: null }),
      pinnedTeamId: fc.option(fc.constantFrom('A', 'B'), { freq: 4, nil: null }),
      after: fc.boolean(),
    })
    .map(({ hours, after, ...more }) =>
      visit(`v${index}`, {
        ...more,
        afterVisitId: after && index % 3 === 1 ? `v${index - 1}` : null,
        hours: hours.map(({ weekdays, date, span: [opens, length] }) => ({
          weekdays,
          date,
          opens: twoDigits(opens),
          closes: twoDigits(opens + length),
        })),
      }),
    )
}

/** Rules of which the search knows exactly what they allow. */
export const exactRules: Record<string, fc.Arbitrary<RuleDemand>> = {
  'driving-day': fc.integer({ min: 2, max: 6 }).map((hours) => ({ kind: 'driving-day', hours })),
  convoy: fc.integer({ min: 1, max: 2 }).map((vehicles) => ({ kind: 'convoy', vehicles })),
  clearance: fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
    .map(([from, days]) => ({ kind: 'clearance', from: DATES[from]!, until: DATES[from + days]! })),
  'no-entry': fc.constant({ kind: 'no-entry' }),
  escort: fc.constant({ kind: 'escort' }),
  'border-crossing': fc.constant({ kind: 'border-crossing' }),
  'fuel-reserve': fc.constantFrom(0.2, 0.6, 0.85).map((share) => ({ kind: 'fuel-reserve', share })),
}
/** Rules that are compiled more strictly than they are. */
export const strictRules: Record<string, fc.Arbitrary<RuleDemand>> = {
  daylight: fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 90 }))
    .map(([after, before]) => ({
      kind: 'daylight',
      afterSunriseMinutes: after,
      beforeSunsetMinutes: before,
    })),
  'driving-stretch': fc
    .tuple(fc.constantFrom(0.5, 1, 2), fc.constantFrom(15, 30, 45))
    .map(([hours, restMinutes]) => ({ kind: 'driving-stretch', hours, restMinutes })),
  'no-driving': fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 3 }),
      clock,
      fc.integer({ min: 2, max: 5 }),
    )
    .map(([weekdays, opens, hours]) => ({
      kind: 'no-driving',
      weekdays,
      opens: twoDigits(opens),
      closes: twoDigits(opens + hours),
    })),
  'radio-check': fc.constant({ kind: 'radio-check', everyMinutes: 120 }),
}
const WITH_AREA = ['convoy', 'clearance', 'no-entry', 'escort']

function drawnRule(
  kinds: Record<string, fc.Arbitrary<RuleDemand>>,
  isAreaFree: boolean,
): fc.Arbitrary<MissionRule> {
  return fc
    .tuple(
      fc.oneof(...Object.values(kinds)),
      fc.constantFrom('north', 'south'),
      fc.boolean(),
      fc.option(fc.constantFrom('pickup', 'truck'), { freq: 5, nil: null }),
      fc.option(fc.constant({ starts: '11-17', ends: '11-30' }), { freq: 5, nil: null }),
      fc.boolean(),
      fc.nat(),
    )
    .map(([demand, areaId, hasArea, profileId, season, isWarning, number]) =>
      rule(`${demand.kind}-${number}`, demand, {
        areaId: WITH_AREA.includes(demand.kind) || (isAreaFree && hasArea) ? areaId : null,
        profileId,
        // A reserve that holds on one day is compiled for all days.
        season: demand.kind === 'fuel-reserve' ? null : season,
        level: isWarning && number % 4 === 0 ? 'warn' : 'forbid',
      }),
    )
}

/** Places 0 and 1 are the base and a village with beds; some places sell fuel. */
export function drawnQuestion(size: {
  visits: number
  days: number
  teams: number
  rules: number
  kinds: Record<string, fc.Arbitrary<RuleDemand>>
  hasLooseAreas: boolean
}): fc.Arbitrary<MissionQuestion> {
  return fc
    .record({
      spots: fc.array(spot, { minLength: size.visits + 1, maxLength: size.visits + 1 }),
      visits: fc.tuple(...Array.from({ length: size.visits }, (_, index) => drawnVisit(index))),
      rules: fc.array(drawnRule(size.kinds, size.hasLooseAreas), { minLength: 1, maxLength: size.rules }),
      vehicles: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: size.teams, maxLength: size.teams }),
      hasEscort: fc.boolean(),
      sellers: fc.uniqueArray(fc.integer({ min: 0, max: size.visits })),
    })
    .map(({ spots, visits, rules, vehicles, hasEscort, sellers }) => {
      const ids = ['village', ...visits.map(({ id }) => id)]
      return question({
        dates: DATES.slice(0, size.days),
        teams: vehicles.map((count, index) =>
          team('AB'[index]!, count, { hasEscort: hasEscort && index === 0 }),
        ),
        nightPlaceIds: ['base', 'village'],
        places: [
          place('base', BASE, { allowsNight: true, sellsFuel: true }),
          ...ids.map((id, index) =>
            place(id, [BASE[0] + spots[index]![0] / 10, BASE[1] + spots[index]![1] / 10 + index / 1000], {
              allowsNight: id === 'village',
              sellsFuel: sellers.includes(index),
            }),
          ),
        ],
        visits: [...visits],
        areas: [
          area('north', [BASE[0], BASE[1] + 0.35], 0.25),
          area('south', [BASE[0] + 0.3, BASE[1] - 0.2], 0.25),
        ],
        rules: rules.filter(({ id }, index) => rules.findIndex((other) => other.id === id) === index),
      })
    })
}
