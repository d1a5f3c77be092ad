import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERY_DAY, SAHEL } from './calendar.fixture.ts'
import { addDays, dayOf } from './days.ts'
import { earnedShares } from './earned-shares.ts'
import { forecastEnd, LEAST_STEPS } from './forecast-end.ts'
import { activity } from './plan.fixture.ts'
import { schedulePlan } from './schedule-plan.ts'
import type { WorkCalendar } from './types.ts'

const WORKS = [{ packageCode: 'works', weightPpm: 1_000_000 }]
/** One package of so many working days. */
function schedule(days: number, calendar: WorkCalendar, start = '2026-01-01') {
  return schedulePlan(
    { activities: [activity('works', days, [], { packageCode: 'works' })] },
    calendar,
    start,
  )
}
/** A reading every `every` days from the start on, each so much further. */
function readings(shares: readonly number[], every = 10, start = '2026-01-01') {
  return shares.map((_, index) => ({
    on: addDays(start, (index + 1) * every - 1),
    share: shares.slice(0, index + 1).reduce((sum, step) => sum + step, 0),
  }))
}

describe('a forecast of the end', () => {
  test('at the pace of the plan it is the end of the plan, to the third of a month', () => {
    // 100 days from 1 January: 10 April. Five steps of a tenth, each in ten days.
    const forecast = forecastEnd(
      schedule(100, EVERY_DAY),
      WORKS,
      readings([0.1, 0.1, 0.1, 0.1, 0.1]),
      '2026-02-19',
    )
    expect(forecast).toMatchObject({
      basis: 'pace',
      stepCount: 5,
      grain: 'ten-days',
      p50: '2026-04-10',
      p80: '2026-04-10',
    })
    expect(forecast!.pace).toBeCloseTo(1, 9)
    expect(forecast!.from).toBe('2026-02-19')
  })

  test('at half that pace, what is left takes twice as long', () => {
    // A quarter in 50 days: 150 days more, to 19 July = 200 days from 1 January; told as 20 July.
    const forecast = forecastEnd(schedule(100, EVERY_DAY), WORKS, readings(Array(5).fill(0.05)), '2026-02-19')
    expect(forecast).toMatchObject({ p50: '2026-07-20', p80: '2026-07-20', grain: 'ten-days' })
    expect(forecast!.pace).toBeCloseTo(0.5, 9)
  })

  test('the rains are no slow pace, and the works wait for their end', () => {
    // Planned 150 working days from 1 January 2026; read at each month end as the calendar allowed, 1 to 1.
    const plan = schedule(150, SAHEL)
    const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']
    const shares = days.map((on) => ({ on, share: plan.axis.workedBefore(addDays(on, 1)) / 150_000 }))
    const forecast = forecastEnd(plan, WORKS, shares, '2026-05-31')!
    expect(forecast.pace).toBeCloseTo(1, 9)
    // Not done before the rains of 15 July, so in October; far enough to be told by the month or its third.
    expect(plan.end > '2026-09-30').toBe(true)
    expect(forecast.p50!.slice(0, 7)).toBe(plan.end.slice(0, 7))
    expect(forecast.p50! >= plan.end).toBe(true)
    // Work in the rains that was read all the same belongs to the step that follows, which has working time.
    const inRain = [...shares, { on: '2026-07-20', share: 0.8 }, { on: '2026-08-20', share: 0.85 }]
    expect(forecastEnd(plan, WORKS, inRain, '2026-08-20')!.stepCount).toBe(6)
  })

  test('with too few steps the rest goes as planned, without a range, and it is said', () => {
    const few = readings(Array(LEAST_STEPS - 1).fill(0.02))
    const forecast = forecastEnd(schedule(100, EVERY_DAY), WORKS, few, '2026-01-30')
    // 94 days left from 31 January: 4 May.
    expect(forecast).toMatchObject({
      basis: 'plan',
      stepCount: LEAST_STEPS - 1,
      p50: '2026-05-10',
      p80: null,
    })
    expect(forecast!.pace).toBeCloseTo(0.2, 9)
    const none = forecastEnd(schedule(100, EVERY_DAY), WORKS, [], '2026-01-01')
    expect(none).toMatchObject({
      basis: 'plan',
      stepCount: 0,
      pace: null,
      p50: '2026-04-10',
      from: '2026-01-01',
    })
  })

  test('steps that go nowhere have no end within ten years', () => {
    const forecast = forecastEnd(schedule(100, EVERY_DAY), WORKS, readings([0, 0, 0, 0]), '2026-02-09')
    expect(forecast).toMatchObject({ basis: 'pace', p50: null, p80: null, grain: 'month' })
  })

  test('nothing left, no plan: no forecast', () => {
    expect(forecastEnd(schedule(100, EVERY_DAY), WORKS, readings([0.4, 0.6]), '2026-03-01')).toBeNull()
    const nothing = schedulePlan({ activities: [] }, EVERY_DAY, '2026-01-01')
    expect(forecastEnd(nothing, WORKS, [], '2026-01-01')).toBeNull()
  })

  test('readings after the day are not known yet, and no forecast lies before the day', () => {
    const plan = schedule(100, EVERY_DAY)
    const all = readings([0.1, 0.1, 0.1, 0.1, 0.3, 0.3])
    expect(forecastEnd(plan, WORKS, all, '2026-02-15')).toEqual(
      forecastEnd(plan, WORKS, all.slice(0, 4), '2026-02-15'),
    )
    const late = forecastEnd(plan, WORKS, readings(Array(5).fill(0.19)), '2026-12-01')!
    expect(late.p50).toBe('2026-12-10')
  })

  test('what follows the works, as the acceptance, is added as planned', () => {
    const activities = [
      activity('works', 100, [], { packageCode: 'works' }),
      activity('accept', 0, ['works FS+15']),
    ]
    const plan = schedulePlan({ activities }, EVERY_DAY, '2026-01-01')
    const forecast = forecastEnd(plan, WORKS, readings([0.1, 0.1, 0.1, 0.1, 0.1]), '2026-02-19')
    // 10 April and 15 days: 25 April.
    expect(forecast!.p50).toBe('2026-04-30')
  })
})

describe('a forecast over random projects', () => {
  const step = fc.integer({ min: -2, max: 12 }).map((percent) => percent / 100)
  const steps = fc
    .array(step, { minLength: 1, maxLength: 12 })
    .map((all) =>
      readings(all, 15).map(({ on, share }) => ({ on, share: Math.min(0.95, Math.max(0, share)) })),
    )

  test('P80 is not before P50, neither before the day, and the same input gives the same', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 60, max: 250 }), (shares, days) => {
        const on = shares.at(-1)!.on
        const forecast = forecastEnd(schedule(days, SAHEL), WORKS, shares, on)!
        expect(forecast).toEqual(forecastEnd(schedule(days, SAHEL), WORKS, shares, on))
        if (forecast.p50 !== null) expect(forecast.p50 >= on).toBe(true)
        if (forecast.p80 !== null) expect(forecast.p50 !== null && forecast.p50 <= forecast.p80).toBe(true)
        expect(forecast.basis).toBe(forecast.stepCount >= LEAST_STEPS ? 'pace' : 'plan')
      }),
      { numRuns: 30 },
    )
  })

  test('with more rain-stops to come, nothing ends earlier', () => {
    const stop = fc.record({ after: fc.integer({ min: 1, max: 400 }), length: fc.nat(60) })
    fc.assert(
      fc.property(steps, fc.array(stop, { minLength: 1, maxLength: 4 }), (shares, stops) => {
        const on = shares.at(-1)!.on
        const exceptions = stops.map(({ after, length }) => ({
          label: 'Stop',
          from: addDays(on, after),
          until: addDays(on, after + length),
          share: 0,
        }))
        const wetter = { ...SAHEL, exceptions: [...SAHEL.exceptions, ...exceptions] }
        const dry = forecastEnd(schedule(200, SAHEL), WORKS, shares, on)!
        const wet = forecastEnd(schedule(200, wetter), WORKS, shares, on)!
        const order = (day: string | null) => day ?? '9999-12-31'
        expect(order(wet.p50) >= order(dry.p50)).toBe(true)
        expect(order(wet.p80) >= order(dry.p80)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('P80 holds in about four of five projects whose pace varies as it did before', () => {
    const random = fc.sample(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 80, maxLength: 80 }), {
      numRuns: 120,
      seed: 2026,
    })
    const plan = schedule(1000, EVERY_DAY)
    const held = random.map((percents) => {
      const known = readings(percents.slice(0, 8).map((percent) => percent / 200))
      const whole = readings(percents.map((percent) => percent / 200))
      const trueEnd = whole.find(({ share }) => share >= 1)?.on ?? dayOf(30_000)
      const { p50, p80 } = forecastEnd(plan, WORKS, known, known.at(-1)!.on)!
      return { p50: p50 !== null && trueEnd <= p50, p80: p80 !== null && trueEnd <= p80 }
    })
    const share = (which: 'p50' | 'p80') => held.filter((one) => one[which]).length / held.length
    // Months are rounded up, so somewhat more than the nominal share is held.
    expect(share('p50')).toBeGreaterThan(0.4)
    expect(share('p50')).toBeLessThan(0.7)
    expect(share('p80')).toBeGreaterThan(0.7)
    expect(share('p80')).toBeLessThan(0.92)
  })
})

describe('shares earned', () => {
  const packages = [
    { packageCode: 'a', weightPpm: 250_000 },
    { packageCode: 'b', weightPpm: 750_000 },
  ]

  test('a package that a reading leaves out stays as it was; a fall is kept', () => {
    const shares = earnedShares(
      packages,
      [
        { on: '2026-03-01', percents: { b: 20 } },
        { on: '2026-02-01', percents: { a: 40, other: 100 } },
        { on: '2026-04-01', percents: { a: 20 } },
        { on: '2026-05-01', percents: { a: 100 } },
      ],
      '2026-04-30',
    )
    expect(shares).toEqual([
      { on: '2026-02-01', share: 0.1 },
      { on: '2026-03-01', share: 0.25 },
      { on: '2026-04-01', share: 0.2 },
    ])
  })

  test('names the reading that is wrong', () => {
    expect(() => earnedShares(packages, [{ on: '2026-03-01', percents: { a: 101 } }], '2026-12-31')).toThrow(
      'reading 1: 101 % of a lies outside 0 to 100',
    )
    expect(() => earnedShares(packages, [{ on: '2026-3-1', percents: {} }], '2026-12-31')).toThrow(
      'reading 1: 2026-3-1 is no day',
    )
  })
})
