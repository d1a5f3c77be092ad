import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERY_DAY, SAHEL } from './calendar.fixture.ts'
import { addDays } from './days.ts'
import { earnedShares } from './earned-shares.ts'
import { forecastEnd } from './forecast-end.ts'
import { activity } from './plan.fixture.ts'
import { type SCurveFacts, sCurve } from './s-curve.ts'
import { schedulePlan } from './schedule-plan.ts'

const PACKAGES = [
  { packageCode: 'A', weightPpm: 400_000 },
  { packageCode: 'B', weightPpm: 600_000 },
]
/** A for 40 days, then B for 60. */
const PLAN = {
  activities: [activity('a', 40, [], { packageCode: 'A' }), activity('b', 60, ['a'], { packageCode: 'B' })],
}

function facts(stated: Partial<SCurveFacts>, calendar = EVERY_DAY): SCurveFacts {
  const schedule = schedulePlan(PLAN, calendar, '2026-01-01')
  const on = stated.on ?? '2026-02-20'
  const readings = stated.readings ?? []
  return {
    schedule,
    current: schedule,
    packages: PACKAGES,
    budgetMinor: 1_000_000,
    readings,
    payments: [],
    forecast: forecastEnd(schedule, PACKAGES, earnedShares(PACKAGES, readings, on), on),
    on,
    ...stated,
  }
}

describe('an S-curve', () => {
  test('has a point at the start, each month end, each reading, the day and the ends', () => {
    const readings = [{ on: '2026-01-21', percents: { A: 50 } }]
    const points = sCurve(facts({ readings }))
    expect(points.map((point) => point.on)).toEqual([
      '2026-01-01',
      '2026-01-21',
      '2026-01-31',
      '2026-02-20',
      '2026-02-28',
      '2026-03-31',
      '2026-04-10',
      // 20 of 100 days earned by 21 January: the rest to 11 April, told as the 20th.
      '2026-04-20',
    ])
  })

  test('tells the shares and amounts by hand', () => {
    const points = sCurve(
      facts({
        readings: [
          { on: '2026-01-21', percents: { A: 50 } },
          { on: '2026-02-20', percents: { A: 100, B: 10 } },
        ],
        payments: [
          { on: '2026-02-01', amountMinor: 150_000 },
          { on: '2026-02-10', amountMinor: 100_000 },
          { on: '2026-03-01', amountMinor: 500_000 },
        ],
      }),
    )
    const byDay = new Map(points.map((point) => [point.on, point]))
    // 31 of the 40 days of A: 31 % of the works.
    expect(byDay.get('2026-01-31')).toMatchObject({
      plannedMinor: 310_000,
      earnedMinor: 200_000,
      paidMinor: 0,
    })
    expect(byDay.get('2026-01-31')!.earned).toBeCloseTo(20, 9)
    // A done, 11 of the 60 days of B; built A and a tenth of B.
    expect(byDay.get('2026-02-20')).toMatchObject({
      plannedMinor: 510_000,
      earnedMinor: 460_000,
      paidMinor: 250_000,
    })
    expect(byDay.get('2026-02-20')!.paid).toBeCloseTo(25, 9)
    expect(byDay.get('2026-02-28')).toMatchObject({
      earnedMinor: null,
      paidMinor: null,
      earned: null,
      paid: null,
    })
    expect(byDay.get('2026-04-10')!.planned).toBeCloseTo(100, 9)
  })

  test('the band begins at what is earned and ends at the whole, first at P50, then at P80', () => {
    const readings = [4, 20, 30, 60, 75, 100].map((percent, index) => ({
      on: addDays('2026-01-01', index * 9 + 8),
      percents: { A: percent },
    }))
    const made = facts({ readings, on: '2026-02-23' })
    const forecast = made.forecast!
    expect(forecast.basis).toBe('pace')
    expect(forecast.p50! < forecast.p80!).toBe(true)
    const points = sCurve(made)
    const at = (day: string) => points.find((point) => point.on === day)!.forecast
    expect(at('2026-02-14')).toBeNull()
    expect(at('2026-02-23')!.high).toBeCloseTo(40, 6)
    expect(at('2026-02-23')!.low).toBeCloseTo(40, 6)
    expect(at(forecast.p50!)!.high).toBeCloseTo(100, 9)
    expect(at(forecast.p50!)!.low).toBeLessThan(100)
    expect(at(forecast.p80!)!.low).toBeCloseTo(100, 9)
  })

  test('without a reading the forecast goes as planned, and has no lower edge', () => {
    const points = sCurve(facts({ on: '2026-01-01' }))
    expect(points.at(-1)).toMatchObject({
      on: '2026-04-10',
      earned: null,
      forecast: { low: null, high: 100 },
    })
    expect(points.find((point) => point.on === '2026-01-31')!.forecast!.high).toBeCloseTo(31, 9)
    expect(points.find((point) => point.on === '2026-01-31')!.planned).toBeCloseTo(31, 9)
  })

  test('what was paid before the start is shown, and without a budget no percent of it', () => {
    const points = sCurve(facts({ payments: [{ on: '2025-12-15', amountMinor: 200_000 }] }))
    expect(points[0]).toMatchObject({ on: '2025-12-15', planned: 0, paidMinor: 200_000 })
    expect(points[0]!.paid).toBeCloseTo(20, 9)
    expect(sCurve(facts({ budgetMinor: 0 }))[0]!.paid).toBeNull()
  })
})

test('an S-curve never falls where its readings do not, its days ascend, and the band holds low under high', () => {
  const steps = fc.array(fc.record({ a: fc.nat(25), b: fc.nat(15), days: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: 10,
  })
  const payments = fc.array(
    fc.record({ on: fc.nat(300).map((days) => addDays('2025-12-20', days)), amountMinor: fc.nat(200_000) }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(steps, payments, fc.nat(60), (all, paid, later) => {
      let [on, a, b] = ['2026-01-01', 0, 0]
      const readings = all.map((step) => {
        ;[on, a, b] = [addDays(on, step.days), Math.min(100, a + step.a), Math.min(100, b + step.b)]
        return { on, percents: { A: a, B: b } }
      })
      const made = facts({ readings, payments: paid, on: addDays(on, later) }, SAHEL)
      const points = sCurve(made)
      points.forEach((point, index) => {
        const before = points[index - 1]
        if (point.forecast?.low != null)
          expect(point.forecast.low).toBeLessThanOrEqual(point.forecast.high + 1e-9)
        if (before === undefined) return
        expect(point.on > before.on).toBe(true)
        for (const [now, then] of [
          [point.planned, before.planned],
          [point.earned, before.earned],
          [point.paid, before.paid],
          [point.forecast?.high ?? null, before.forecast?.high ?? null],
          [point.forecast?.low ?? null, before.forecast?.low ?? null],
        ] as const) {
          if (now !== null && then !== null) expect(now).toBeGreaterThanOrEqual(then - 1e-9)
        }
      })
      expect(points.some((point) => point.on === made.on)).toBe(true)
      expect(points.at(-1)!.planned).toBeCloseTo(100, 9)
    }),
    { numRuns: 40 },
  )
})
