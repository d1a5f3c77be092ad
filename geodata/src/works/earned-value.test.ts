import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earnedSchedule } from './earned-schedule.ts'
import { earnedValue } from './earned-value.ts'

/** Examples in whole dollars are computed in cents, as amounts are. */
function inDollars(values: { pv: number; ev: number; ac: number; bac: number }) {
  return earnedValue({
    plannedValueMinor: values.pv * 100,
    earnedValueMinor: values.ev * 100,
    actualCostMinor: values.ac * 100,
    budgetMinor: values.bac * 100,
  })
}

describe('earned-value equals published examples', () => {
  /*
   * Mulcahy, R., PMP Exam Prep, p. 210, the fence of four sides of $1 000, end of day three. The book goes on from the
   * rounded CPI of 0.893, so its EAC of 4 479, ETC of 1 679 and VAC of −479 are 1 beside those of the exact index.
   */
  test('Mulcahy, the fence on its third day', () => {
    const value = inDollars({ pv: 3000, ev: 2500, ac: 2800, bac: 4000 })
    expect(value.costVarianceMinor).toBe(-300_00)
    expect(value.scheduleVarianceMinor).toBe(-500_00)
    expect(value.costPerformanceIndex).toBeCloseTo(0.893, 3)
    expect(value.schedulePerformanceIndex).toBeCloseTo(0.833, 3)
    const estimate = value.estimates['at-cost-index']!
    expect(estimate.atCompletionMinor).toBe(4480_00)
    expect(Math.abs(estimate.atCompletionMinor - 4479_00)).toBeLessThanOrEqual(1_00)
    expect(Math.abs(estimate.toCompleteMinor - 1679_00)).toBeLessThanOrEqual(1_00)
    expect(Math.abs(estimate.varianceMinor - -479_00)).toBeLessThanOrEqual(1_00)
  })

  /*
   * Status report of period 12 of an exercise in the terms of Larson & Gray, Project Management: The Managerial Process
   * (EACf, VACf, PCIB), as solved in S. Ahmed, IE 5411 homework 9 (coursehero.com/file/pbt8e). In hundreds of dollars.
   */
  test('Larson & Gray, status report of period 12', () => {
    const value = inDollars({ pv: 158_00, ev: 148_00, ac: 210_00, bac: 248_00 })
    expect(value.costVarianceMinor).toBe(-62_00_00)
    expect(value.scheduleVarianceMinor).toBe(-10_00_00)
    expect(value.schedulePerformanceIndex).toBeCloseTo(0.94, 2)
    expect(value.costPerformanceIndex).toBeCloseTo(0.7047, 3)
    expect(value.completePercent).toBeCloseTo(60, 0)
    const estimate = value.estimates['at-cost-index']!
    expect(Math.round(estimate.atCompletionMinor / 100_00)).toBe(352)
    expect(Math.round(estimate.toCompleteMinor / 100_00)).toBe(142)
    expect(Math.round(estimate.varianceMinor / 100_00)).toBe(-104)
  })

  /*
   * Govan, P., PRA: Project Risk Analysis, R package 0.3 (CRAN), reference pages spi, cpi and eac, after Damnjanovic &
   * Reinschmidt (2020), Data Analytics for Engineering and Construction Project Risk Management, Springer. Budget of
   * 100 000, 40 % planned and 35 % done in period 3.
   */
  test('Govan, period 3 of a budget of 100 000', () => {
    const value = inDollars({ pv: 40_000, ev: 35_000, ac: 36_000, bac: 100_000 })
    expect(value.schedulePerformanceIndex).toBeCloseTo(0.875, 10)
    expect(value.costPerformanceIndex).toBeCloseTo(0.9722222, 7)
    const dearer = inDollars({ pv: 40_000, ev: 35_000, ac: 63_000, bac: 100_000 })
    expect(dearer.estimates['at-budget']!.atCompletionMinor).toBe(128_000_00)
  })

  /* A project ahead of plan and below cost: wizedu.com, question 213558, PV 44 000, EV 53 000, AC 45 000, BAC 140 000. */
  test('a one-year project ahead of its plan', () => {
    const value = inDollars({ pv: 44_000, ev: 53_000, ac: 45_000, bac: 140_000 })
    expect(value.costVarianceMinor).toBe(8_000_00)
    expect(value.scheduleVarianceMinor).toBe(9_000_00)
    expect(value.costPerformanceIndex).toBeCloseTo(1.178, 3)
    expect(value.schedulePerformanceIndex).toBeCloseTo(1.2045, 4)
  })
})

describe('earned-value, in its own terms', () => {
  test('the three estimates and their TCPI, by hand', () => {
    // CPI 0.8, SPI 0.5: 1000 / 0.8 = 1250; 500 + 600 / 0.4 = 2000; TCPI of the budget 600 / 500.
    const value = inDollars({ pv: 800, ev: 400, ac: 500, bac: 1000 })
    const atCompletion = Object.values(value.estimates).map((estimate) => estimate!.atCompletionMinor)
    expect(atCompletion).toEqual([1100_00, 1250_00, 2000_00])
    expect(value.toCompletePerformanceIndex).toBeCloseTo(1.2, 12)
    // To end on the estimate of the cost index, the rest must have just that index.
    expect(value.estimates['at-cost-index']!.toCompletePerformanceIndex).toBeCloseTo(0.8, 12)
    expect(value.estimates['at-budget']!.toCompletePerformanceIndex).toBeCloseTo(1, 12)
  })

  test('nothing planned, earned or spent yet: no index, and only the budget as an estimate', () => {
    const value = inDollars({ pv: 0, ev: 0, ac: 0, bac: 1000 })
    expect(value.schedulePerformanceIndex).toBeNull()
    expect(value.costPerformanceIndex).toBeNull()
    expect(value.estimates['at-budget']!.atCompletionMinor).toBe(1000_00)
    expect(value.estimates['at-cost-index']).toBeNull()
    expect(value.estimates['at-cost-and-schedule-index']).toBeNull()
    const speck = { plannedValueMinor: 5e8, earnedValueMinor: 1, actualCostMinor: 6e8, budgetMinor: 1e9 }
    expect(earnedValue(speck).estimates['at-cost-and-schedule-index']).toBeNull()
    expect(inDollars({ pv: 0, ev: 0, ac: 0, bac: 0 }).completePercent).toBeNull()
    expect(inDollars({ pv: 1, ev: 1, ac: 1000, bac: 1000 }).toCompletePerformanceIndex).toBeNull()
  })

  test('amounts of a great contract stay exact to the last minor unit', () => {
    const value = earnedValue({
      plannedValueMinor: 900_000_000_007,
      earnedValueMinor: 600_000_000_001,
      actualCostMinor: 700_000_000_003,
      budgetMinor: 1_000_000_000_000,
    })
    // 10¹² × 700 000 000 003 / 600 000 000 001, with all its digits.
    const exact = (10n ** 12n * 700_000_000_003n) / 600_000_000_001n
    expect(BigInt(value.estimates['at-cost-index']!.atCompletionMinor) - exact).toBeLessThanOrEqual(1n)
    expect(() =>
      earnedValue({ plannedValueMinor: 0.5, earnedValueMinor: 0, actualCostMinor: 0, budgetMinor: 1 }),
    ).toThrow('not a whole amount: 0.5')
  })

  test('estimates agree with each other, over random amounts', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000 })
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        (plannedValueMinor, earnedValueMinor, actualCostMinor, left) => {
          const budgetMinor = earnedValueMinor + left
          const value = earnedValue({ plannedValueMinor, earnedValueMinor, actualCostMinor, budgetMinor })
          for (const estimate of Object.values(value.estimates)) {
            if (estimate === null) continue
            expect(estimate.toCompleteMinor).toBe(estimate.atCompletionMinor - actualCostMinor)
            expect(estimate.varianceMinor).toBe(budgetMinor - estimate.atCompletionMinor)
            expect(estimate.toCompleteMinor).toBeGreaterThanOrEqual(0)
          }
          // Whoever is dear so far ends dearer than if the rest cost its budget, and the other way round.
          const [atBudget, atIndex] = [value.estimates['at-budget']!, value.estimates['at-cost-index']]
          if (atIndex === null) return
          const difference = atIndex.atCompletionMinor - atBudget.atCompletionMinor
          expect(Math.sign(difference)).toBe(
            difference === 0 ? 0 : Math.sign(actualCostMinor - earnedValueMinor),
          )
        },
      ),
    )
  })
})

const curveOf = (values: readonly number[]) => values.map((value, index) => ({ time: index + 1, value }))

describe('earned-value over time: earned schedule equals published examples', () => {
  /*
   * Vanhoucke, M., Earned Value Management: Forecasting time, PM Knowledge Center (pmknowledgecenter.com/node/167),
   * table of an eleven-week project planned for nine: PV, EV and ES by week, to two decimals.
   */
  const PLANNED = [5, 10, 25, 55, 85, 120, 130, 140, 150, 150, 150]
  test.each([
    [1, 3.33, 0.67],
    [2, 6.67, 1.33],
    [3, 10, 2],
    [4, 22.5, 2.83],
    [5, 70, 4.5],
    [6, 82.5, 4.92],
  ])('Vanhoucke, week %i: EV %d gives ES %d', (week, earned, earnedTime) => {
    const schedule = earnedSchedule(curveOf(PLANNED), earned, week)
    expect(schedule.earnedTime).toBeCloseTo(earnedTime, 2)
    expect(schedule.plannedDuration).toBe(9)
  })

  /*
   * PM PrepCast, PMP exam discussion «Explanation» (project-management-prepcast.com): planned for 5 months, half done
   * after 3: SV −0.5 months, SPI 0.83.
   */
  test('PM PrepCast: half of five months done in three', () => {
    const schedule = earnedSchedule([{ time: 5, value: 100 }], 50, 3)
    expect(schedule.earnedTime).toBe(2.5)
    expect(schedule.scheduleVariance).toBe(-0.5)
    expect(schedule.schedulePerformanceIndex).toBeCloseTo(0.83, 2)
    // By hand: 5 / 0.833… = 6; as planned 3 + 2.5; 2.5 left in 2 months.
    expect(schedule.estimateAtPace).toBeCloseTo(6, 12)
    expect(schedule.estimateAtPlan).toBeCloseTo(5.5, 12)
    expect(schedule.toCompletePerformanceIndex).toBeCloseTo(1.25, 12)
  })

  /* Lipke: unlike SPI, which ends at 1 however late a project is, SPI(t) keeps the delay. The eleven weeks of Vanhoucke. */
  test('at the end of a late project SPI is 1, and SPI(t) is not', () => {
    const schedule = earnedSchedule(curveOf(PLANNED), 150, 11)
    expect(schedule.earnedTime).toBe(9)
    expect(schedule.scheduleVariance).toBe(-2)
    expect(schedule.schedulePerformanceIndex).toBeCloseTo(9 / 11, 12)
    expect(schedule.estimateAtPace).toBeCloseTo(11, 12)
    expect(schedule.toCompletePerformanceIndex).toBeNull()
  })
})

describe('earned-value over time, in its own terms', () => {
  test('a project that waits through the rains as planned is neither early nor late', () => {
    const curve = curveOf([50, 50, 50, 100])
    expect(earnedSchedule(curve, 50, 2).scheduleVariance).toBe(0)
    expect(earnedSchedule(curve, 50, 0.5).scheduleVariance).toBe(0.5)
    expect(earnedSchedule(curve, 50, 4).scheduleVariance).toBe(-1)
    expect(earnedSchedule(curveOf([0, 0, 80]), 0, 1).scheduleVariance).toBe(0)
  })

  test('bad input', () => {
    expect(() => earnedSchedule([], 1, 1)).toThrow('the plan has no times')
    expect(() => earnedSchedule(curveOf([5, 4]), 1, 1)).toThrow('the plan falls at time 2')
    expect(() => earnedSchedule(curveOf([5]), -1, 1)).toThrow('negative')
    expect(earnedSchedule(curveOf([5]), 0, 0)).toMatchObject({
      schedulePerformanceIndex: null,
      estimateAtPace: null,
    })
  })

  test('what the plan had earned at a time is earned at that time, and more is never earlier', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), (increments, share, now) => {
        let sum = 0
        const curve = curveOf(increments.map((increment) => (sum += increment)))
        const { earnedTime, plannedDuration } = earnedSchedule(curve, share * sum, now)
        expect(plannedDuration).toBe(increments.length)
        const below = Math.min(Math.floor(earnedTime), increments.length - 1)
        const before = below === 0 ? 0 : curve[below - 1]!.value
        expect(before + (earnedTime - below) * increments[below]!).toBeCloseTo(share * sum, 8)
        expect(earnedSchedule(curve, Math.min(sum, share * sum + 1), now).earnedTime).toBeGreaterThanOrEqual(
          earnedTime,
        )
      }),
    )
  })
})
