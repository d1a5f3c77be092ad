import { dayOf } from '@borne/geodata/works/days'
import type { SCurvePoint } from '@borne/geodata/works/s-curve'
import { describe, expect, test } from 'vitest'
import { lastKnown, sCurveRows, sCurveTicks, spreadLabels } from './s-curve-rows.ts'

type Shares = Pick<SCurvePoint, 'planned' | 'earned' | 'paid' | 'forecast'>
const given = (on: string, shares: Shares): SCurvePoint => ({
  on,
  ...shares,
  plannedMinor: 0,
  earnedMinor: null,
  paidMinor: null,
})

const POINTS: readonly SCurvePoint[] = [
  given('2026-01-31', { planned: 0, earned: 0, paid: 0, forecast: null }),
  given('2026-02-28', { planned: 28, earned: 20, paid: 15, forecast: null }),
  given('2026-03-31', { planned: 60, earned: 40, paid: 15, forecast: { low: 40, high: 40 } }),
  given('2026-05-30', { planned: 100, earned: null, paid: null, forecast: { low: 70, high: 100 } }),
]

describe('the rows of the S-curve', () => {
  test('are in the order of their days, with the band where there is a forecast', () => {
    expect(sCurveRows(POINTS.toReversed()).map(({ day, band }) => [dayOf(day), band])).toEqual([
      ['2026-01-31', null],
      ['2026-02-28', null],
      ['2026-03-31', [40, 40]],
      ['2026-05-30', [70, 100]],
    ])
  })

  test('a forecast whose late end is not known is a line', () => {
    const rest = given('2026-06-30', {
      planned: 100,
      earned: null,
      paid: null,
      forecast: { low: null, high: 90 },
    })
    expect(sCurveRows([rest])[0]?.band).toEqual([90, 90])
  })
})

test('the last known value of a curve', () => {
  expect(lastKnown(POINTS, 'earned')).toEqual({ on: '2026-03-31', value: 40 })
  expect(lastKnown([], 'paid')).toBeNull()
})

test('ticks are first days of months, no more than there is room for', () => {
  const rows = sCurveRows([
    ...POINTS,
    given('2027-01-29', { planned: 100, earned: null, paid: null, forecast: null }),
  ])
  expect(sCurveTicks(rows, 6).map(dayOf)).toEqual([
    '2026-03-01',
    '2026-05-01',
    '2026-07-01',
    '2026-09-01',
    '2026-11-01',
    '2027-01-01',
  ])
  expect(sCurveTicks(rows, 4).map(dayOf)).toEqual(['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'])
})

describe('labels', () => {
  test('stay where they are when there is room', () => {
    expect(spreadLabels([10, 60, 30], 16, 100)).toEqual([10, 60, 30])
  })
  test('make room for each other, downwards', () => {
    expect(spreadLabels([50, 52, 51], 16, 200)).toEqual([50, 82, 66])
  })
  test('and upwards at the foot of the chart', () => {
    expect(spreadLabels([98, 99], 16, 100)).toEqual([84, 100])
  })
})
