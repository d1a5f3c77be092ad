import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERY_DAY, SAHEL } from './calendar.fixture.ts'
import { addDays, dayOf } from './days.ts'
import { activity } from './plan.fixture.ts'
import { plannedShareOf, plannedShareOfWorks } from './planned-shares.ts'
import { schedulePlan } from './schedule-plan.ts'
import { workShareOn } from './work-calendar.ts'

const inPackage = (packageCode: string) => ({ packageCode })
/** A post: earthworks, walls, a well beside them, and the acceptance. */
const POST = {
  activities: [
    activity('earth', 10, [], inPackage('site')),
    activity('slab', 5, ['earth FS+3'], inPackage('building')),
    activity('walls', 20, ['slab'], inPackage('building')),
    activity('well', 12, ['earth'], inPackage('water')),
    activity('accept', 0, ['walls', 'well']),
  ],
}

describe('the days of a plan', () => {
  test('where every day is worked, the first activity begins on the start, and the next one the day after it ends', () => {
    const schedule = schedulePlan(POST, EVERY_DAY, '2026-03-01')
    const days = schedule.activities.map(({ code, start, finish }) => [code, start, finish])
    expect(days).toEqual([
      ['earth', '2026-03-01', '2026-03-10'],
      ['slab', '2026-03-14', '2026-03-18'],
      ['walls', '2026-03-19', '2026-04-07'],
      ['well', '2026-03-11', '2026-03-22'],
      ['accept', '2026-04-07', '2026-04-07'],
    ])
    expect(schedule.end).toBe('2026-04-07')
    expect(schedule.activities.map((one) => one.isCritical)).toEqual([true, true, true, false, true])
    // The well may end with the walls: 7 April less 22 March.
    expect(schedule.activities[3]).toMatchObject({
      totalFloatDays: 16,
      freeFloatDays: 16,
      lateFinish: '2026-04-07',
    })
  })

  test('rain-stops and half days are jumped over', () => {
    // From Monday 22 June: earth Mon–Thu 4, Fri 0.5, Sat 1, Mon–Thu 4 = 9.5 by 2 July, 10 on Friday 3 July (0.5).
    // Lag of 3: Sat 4, Mon 6, Tue 7. Slab: Wed 8, Thu 9, Fri 0.5, Sat 11 = 3.5, Mon 13, Tue 14 half: 5. The other half
    // of Tuesday 14 is for the walls; then the rains until 30 September.
    const schedule = schedulePlan(POST, SAHEL, '2026-06-22')
    const [earth, slab, walls] = schedule.activities
    expect([earth!.start, earth!.finish]).toEqual(['2026-06-22', '2026-07-03'])
    expect([slab!.start, slab!.finish]).toEqual(['2026-07-08', '2026-07-14'])
    // 19.5 days from Thursday 1 October: 2.5 by Saturday 3, 5.5 in each of three weeks = 19 by Saturday 24, Monday 26.
    expect([walls!.start, walls!.finish]).toEqual(['2026-07-14', '2026-10-26'])
  })

  test('nothing starts before its day, and a milestone falls on it', () => {
    const plan = {
      activities: [
        activity('cement', 2, [], { notBefore: '2026-10-04' }),
        activity('visit', 0, [], { notBefore: '2026-10-04' }),
      ],
    }
    // 4 October 2026 is a Sunday, which is not worked.
    const schedule = schedulePlan(plan, SAHEL, '2026-03-02')
    expect(schedule.activities.map(({ start }) => start)).toEqual(['2026-10-05', '2026-10-04'])
    expect(schedule.activities[1]!.finish).toBe('2026-10-04')
    expect(schedule.end).toBe('2026-10-06')
  })

  test('a plan of nothing ends on its start', () => {
    expect(schedulePlan({ activities: [] }, SAHEL, '2026-03-02')).toMatchObject({
      end: '2026-03-02',
      length: 0,
    })
  })
})

describe('what the plan has done', () => {
  const schedule = schedulePlan(POST, EVERY_DAY, '2026-03-01')

  test('a package is earned over the working days of its activities', () => {
    expect(plannedShareOf(schedule, 'site', '2026-02-28')).toBe(0)
    expect(plannedShareOf(schedule, 'site', '2026-03-01')).toBeCloseTo(0.1, 12)
    expect(plannedShareOf(schedule, 'site', '2026-03-10')).toBe(1)
    // 5 days of the slab, and 5 of the 20 of the walls, of 25.
    expect(plannedShareOf(schedule, 'building', '2026-03-23')).toBeCloseTo(10 / 25, 12)
    // 23 of the 38 days of the plan.
    expect(plannedShareOf(schedule, 'not in the plan', '2026-03-23')).toBeCloseTo(23 / 38, 12)
  })

  test('the works are the packages by their weights', () => {
    const packages = [
      { packageCode: 'site', weightPpm: 200_000 },
      { packageCode: 'building', weightPpm: 700_000 },
      { packageCode: 'water', weightPpm: 100_000 },
    ]
    expect(plannedShareOfWorks(schedule, packages, '2026-03-18')).toBeCloseTo(
      0.2 + 0.7 * 0.2 + 0.1 * (8 / 12),
      12,
    )
    expect(plannedShareOfWorks(schedule, packages, schedule.end)).toBeCloseTo(1, 12)
  })

  test('milestones alone earn their package on their days', () => {
    const stones = schedulePlan(
      {
        activities: [
          activity('work', 10),
          activity('half', 0, ['work FS-5'], inPackage('stones')),
          activity('whole', 0, ['work'], inPackage('stones')),
        ],
      },
      EVERY_DAY,
      '2026-03-01',
    )
    const shares = ['2026-03-04', '2026-03-05', '2026-03-09', '2026-03-10'].map((day) =>
      plannedShareOf(stones, 'stones', day),
    )
    expect(shares).toEqual([0, 0.5, 0.5, 1])
  })
})

describe('over random plans', () => {
  const start = fc.integer({ min: 20_400, max: 21_100 }).map(dayOf)
  const durations = fc.array(fc.record({ days: fc.nat(40), back: fc.nat(4) }), {
    minLength: 1,
    maxLength: 10,
  })
  const planOf = (rows: { days: number; back: number }[]) => ({
    activities: rows.map(({ days, back }, row) =>
      activity(`${row}`, days, back > 0 && back <= row ? [`${row - back}`] : [], inPackage(`${row % 3}`)),
    ),
  })

  test('work begins and ends on worked days, and in order', () => {
    fc.assert(
      fc.property(start, durations, (from, rows) => {
        const schedule = schedulePlan(planOf(rows), SAHEL, from)
        for (const one of schedule.activities.filter(({ isMilestone }) => !isMilestone)) {
          expect(workShareOn(SAHEL, one.start)).toBeGreaterThan(0)
          expect(workShareOn(SAHEL, one.finish)).toBeGreaterThan(0)
          expect(one.start <= one.finish && one.finish <= one.lateFinish).toBe(true)
          expect(one.finish <= schedule.end).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('planned shares go from 0 to 1 and never fall', () => {
    const packages = ['0', '1', '2', '3'].map((packageCode) => ({ packageCode, weightPpm: 250_000 }))
    fc.assert(
      fc.property(start, durations, (from, rows) => {
        const schedule = schedulePlan(planOf(rows), SAHEL, from)
        let last = plannedShareOfWorks(schedule, packages, addDays(from, -1))
        for (let day = from; day <= schedule.end; day = addDays(day, 9)) {
          const share = plannedShareOfWorks(schedule, packages, day)
          expect(share).toBeGreaterThanOrEqual(last - 1e-12)
          last = share
        }
        expect(plannedShareOfWorks(schedule, packages, schedule.end)).toBeCloseTo(1, 12)
      }),
      { numRuns: 30 },
    )
  })
})
