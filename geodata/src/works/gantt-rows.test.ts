import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERY_DAY, SAHEL } from './calendar.fixture.ts'
import { addDays } from './days.ts'
import { type GanttFacts, ganttRows } from './gantt-rows.ts'
import { activity } from './plan.fixture.ts'
import { schedulePlan } from './schedule-plan.ts'

const building = { packageCode: 'building' }
/** Slab 1–10 January, walls 11–30, roof from 10 February after a lag of ten days, beside it a well; then the acceptance. */
const PLAN = {
  activities: [
    activity('slab', 10, [], building),
    activity('walls', 20, ['slab'], building),
    activity('shell', 0, ['walls']),
    activity('roof', 10, ['walls FS+10'], building),
    activity('well', 15, ['slab'], { packageCode: 'water' }),
    activity('accept', 0, ['roof FS+5', 'well']),
  ],
}

function rowsOf(stated: Partial<GanttFacts>) {
  const rows = ganttRows({
    plan: PLAN,
    calendar: EVERY_DAY,
    start: '2026-01-01',
    baseline: null,
    readings: [],
    pace: 1,
    on: '2025-12-31',
    ...stated,
  })
  return new Map(rows.map((row) => [row.code, row]))
}

describe('the rows of a Gantt chart', () => {
  test('before the start, what is left is the plan', () => {
    const rows = rowsOf({})
    const plan = schedulePlan(PLAN, EVERY_DAY, '2026-01-01')
    for (const { code, start, finish, isCritical } of plan.activities) {
      expect(rows.get(code)).toMatchObject({
        actual: null,
        forecast: { from: start, until: finish },
        isCritical,
      })
    }
    expect(rows.get('slab')!.percent).toBe(0)
    expect(rows.get('accept')!.percent).toBeNull()
    expect(rows.get('accept')!.forecast).toEqual({ from: '2026-02-24', until: '2026-02-24' })
  })

  test('a package is done in the order of its plan, on days between the readings', () => {
    // 25 % of 40 days of building by 20 January: the slab, at half the pace; 50 % by 30 January: half of the walls.
    const rows = rowsOf({
      readings: [
        { on: '2026-01-20', percents: { building: 25 } },
        { on: '2026-01-30', percents: { building: 50, water: 20 } },
      ],
      on: '2026-02-03',
    })
    expect(rows.get('slab')).toMatchObject({
      actual: { from: '2026-01-01', until: '2026-01-20' },
      forecast: null,
      percent: 100,
    })
    // The readings pass the end of the slab on 20 January; half of 20 days is left.
    expect(rows.get('walls')).toMatchObject({
      actual: { from: '2026-01-21', until: '2026-02-03' },
      forecast: { from: '2026-02-04', until: '2026-02-13' },
      percent: 50,
    })
    expect(rows.get('shell')!.forecast).toEqual({ from: '2026-02-13', until: '2026-02-13' })
    expect(rows.get('roof')).toMatchObject({
      actual: null,
      forecast: { from: '2026-02-24', until: '2026-03-05' },
    })
    // A fifth of its 15 days, read on 30 January: of the 13 days that the plan needs for it, the first 10 are before it.
    expect(rows.get('well')!.actual).toEqual({ from: '2026-01-24', until: '2026-02-03' })
    expect(rows.get('well')!.percent).toBeCloseTo(20, 9)
    expect(rows.get('well')!.forecast).toEqual({ from: '2026-02-04', until: '2026-02-15' })
    expect(rows.get('accept')!.forecast!.from).toBe('2026-03-10')
    expect([...rows.values()].filter((row) => row.isCritical).map((row) => row.code)).toEqual([
      'slab',
      'walls',
      'roof',
      'accept',
    ])
  })

  test('at half the pace, what is left takes twice as long; lags do not', () => {
    const rows = rowsOf({
      pace: 0.5,
      readings: [{ on: '2026-01-20', percents: { building: 25 } }],
      on: '2026-01-20',
    })
    expect(rows.get('walls')!.forecast).toEqual({ from: '2026-01-21', until: '2026-03-01' })
    expect(rows.get('roof')!.forecast).toEqual({ from: '2026-03-12', until: '2026-03-31' })
    expect(() => rowsOf({ pace: 0 })).toThrow('a pace that is not above 0: 0')
  })

  test('what is done keeps its lag, and reaches its milestones', () => {
    // 75 % of building by 30 January: the walls are done, so the roof waits until 10 February.
    const readings = [{ on: '2026-01-30', percents: { building: 75 } }]
    const rows = rowsOf({ readings, on: '2026-02-02' })
    expect(rows.get('shell')).toMatchObject({
      actual: { from: '2026-01-30', until: '2026-01-30' },
      forecast: null,
    })
    expect(rows.get('roof')!.forecast!.from).toBe('2026-02-10')
    const late = rowsOf({ readings, on: '2026-03-15' })
    expect(late.get('roof')!.forecast!.from).toBe('2026-03-16')
  })

  test('all done: the acceptance is reached when its lag is over, not before', () => {
    const readings = [{ on: '2026-02-20', percents: { building: 100, water: 100 } }]
    expect(rowsOf({ readings, on: '2026-02-22' }).get('accept')).toMatchObject({
      actual: null,
      forecast: { from: '2026-02-25', until: '2026-02-25' },
    })
    expect(rowsOf({ readings, on: '2026-02-25' }).get('accept')).toMatchObject({
      actual: { from: '2026-02-25', until: '2026-02-25' },
      forecast: null,
    })
  })

  test('an activity under way goes on whatever should have preceded it', () => {
    const plan = {
      activities: [
        activity('slab', 10, [], building),
        activity('well', 15, ['slab'], { packageCode: 'water' }),
      ],
    }
    const rows = rowsOf({ plan, readings: [{ on: '2026-01-05', percents: { water: 40 } }], on: '2026-01-05' })
    expect(rows.get('well')!.forecast).toEqual({ from: '2026-01-06', until: '2026-01-14' })
    expect(rows.get('slab')!.forecast).toEqual({ from: '2026-01-06', until: '2026-01-15' })
  })

  test('an activity that earns nothing goes as planned, and the baseline stays what it was', () => {
    const plan = { activities: [activity('prepare', 10), activity('works', 10, ['prepare'], building)] }
    const baseline = schedulePlan({ activities: [activity('works', 5)] }, EVERY_DAY, '2026-01-01')
    const rows = rowsOf({ plan, baseline, on: '2026-01-04' })
    expect(rows.get('prepare')).toMatchObject({
      baseline: null,
      actual: { from: '2026-01-01', until: '2026-01-04' },
      forecast: { from: '2026-01-05', until: '2026-01-10' },
    })
    expect(rows.get('works')!.baseline).toEqual({ from: '2026-01-01', until: '2026-01-05' })
  })
})

test('over random readings: spans are in order, what is done is past, what is left is to come', () => {
  const percents = fc.record({ building: fc.nat(100), water: fc.nat(100) })
  const reading = fc.record({ after: fc.integer({ min: 0, max: 300 }), percents })
  fc.assert(
    fc.property(
      fc.array(reading, { maxLength: 6 }),
      fc.nat(320),
      fc.constantFrom(0.4, 1, 1.7),
      (all, days, pace) => {
        const on = addDays('2025-12-20', days)
        const readings = all.map(({ after, ...told }) => ({ ...told, on: addDays('2026-01-01', after) }))
        const rows = rowsOf({ readings, on, pace, calendar: SAHEL })
        for (const { code, isMilestone, actual, forecast, percent } of rows.values()) {
          expect(actual ?? forecast, code).not.toBeNull()
          if (actual !== null) expect(actual.from <= actual.until && actual.until <= on, code).toBe(true)
          if (forecast !== null)
            expect(forecast.from > on && forecast.from <= forecast.until, code).toBe(true)
          if (isMilestone) expect(actual === null || forecast === null).toBe(true)
          else expect(percent === 100).toBe(forecast === null)
          // What follows something that is not done is not done before it.
          for (const before of PLAN.activities.find((one) => one.code === code)!.predecessors) {
            const { forecast: first } = rows.get(before.code)!
            if (first !== null && forecast !== null && actual === null) {
              expect(forecast.until >= first.until, code).toBe(true)
            }
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})
