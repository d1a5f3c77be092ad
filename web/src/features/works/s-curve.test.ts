import { dayNumber, dayOf } from '@borne/geodata/works/days'
import { describe, expect, test } from 'vitest'
import { lastKnown, type SCurvePoint, sCurveRows, sCurveTicks, spreadLabels } from './s-curve-rows.ts'

const POINTS: readonly SCurvePoint[] = [
  { on: '2026-01-31', planned: 0, earned: 0, paid: 0 },
  { on: '2026-02-28', planned: 28, earned: 20, paid: 15 },
  { on: '2026-03-31', planned: 60, earned: 40, paid: 15 },
  { on: '2026-04-30', planned: 100, earned: null, paid: null },
]

describe('the rows of the S-curve', () => {
  test('keep the points as they are, in the order of their days', () => {
    const rows = sCurveRows([...POINTS].reverse(), '2026-03-31', null)
    expect(rows.map(({ day, planned }) => [dayOf(day), planned])).toEqual([
      ['2026-01-31', 0],
      ['2026-02-28', 28],
      ['2026-03-31', 60],
      ['2026-04-30', 100],
    ])
    expect(rows.every(({ band }) => band === null)).toBe(true)
  })

  test('open the forecast where the works stand and close it at P80', () => {
    const rows = sCurveRows(POINTS, '2026-03-31', { p50: '2026-05-30', p80: '2026-07-29' })
    const band = rows.filter((row) => row.band).map((row) => [dayOf(row.day), row.band])
    // 60 days to P50 and 120 to P80: at P50 the slow line is half way from 40 to 100.
    expect(band).toEqual([
      ['2026-03-31', [40, 40]],
      ['2026-05-30', [70, 100]],
      ['2026-07-29', [100, 100]],
    ])
  })

  test('have no forecast for works that are done, nor one that is past', () => {
    const done = POINTS.map((point) => ({ ...point, earned: 100 }))
    const forecast = { p50: '2026-05-30', p80: '2026-07-29' }
    expect(sCurveRows(done, '2026-03-31', forecast).some(({ band }) => band)).toBe(false)
    expect(sCurveRows(POINTS, '2026-08-01', forecast).some(({ band }) => band)).toBe(false)
  })

  test('the plan is drawn through a day that only the forecast names', () => {
    const rows = sCurveRows(POINTS, '2026-04-15', { p50: '2026-05-30', p80: '2026-07-29' })
    expect(rows.find(({ day }) => day === dayNumber('2026-04-15'))?.planned).toBe(80)
    expect(rows.find(({ day }) => day === dayNumber('2026-05-30'))?.planned).toBeNull()
  })
})

test('the last known value of a curve', () => {
  expect(lastKnown(POINTS, 'earned')).toEqual({ on: '2026-03-31', value: 40 })
  expect(lastKnown([], 'paid')).toBeNull()
})

test('ticks are first days of months, no more than there is room for', () => {
  const rows = sCurveRows(POINTS, '2026-03-31', { p50: '2026-08-30', p80: '2027-01-29' })
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
