import type { PresentedChart } from '@borne/api/contracts/briefings'
import { expect, test } from 'vitest'
import { chartRows, chartTicks, isStacked, lastValue } from './chart-rows.ts'

const same = (text: string) => ({ fr: text, en: text })
const chart: PresentedChart = {
  kind: 'line',
  title: same(''),
  unit: 'percent',
  categories: [same('1970-01-11'), same('1970-02-10'), same('1970-02-11')],
  isDated: true,
  series: [
    { name: same('Prévu'), role: 'planned', values: [0, 50, 100] },
    { name: same('Réalisé'), role: 'actual', values: [0, 40, null] },
  ],
  source: same(''),
}

test('on a dated axis places are as far apart as their days', () => {
  expect(chartRows(chart, 'fr')).toEqual([
    { at: 10, label: '1970-01-11', value0: 0, value1: 0 },
    { at: 40, label: '1970-02-10', value0: 50, value1: 40 },
    { at: 41, label: '1970-02-11', value0: 100, value1: null },
  ])
  const named = { ...chart, isDated: false, categories: [same('a'), same('b')] }
  expect(chartRows(named, 'fr').map(({ at }) => at)).toEqual([0, 1])
})

test('a curve is named where it is last known', () => {
  const rows = chartRows(chart, 'fr')
  expect(lastValue(rows, 0)).toEqual({ at: 41, value: 100 })
  expect(lastValue(rows, 1)).toEqual({ at: 40, value: 40 })
  const unknown = { ...chart, series: [{ ...chart.series[0]!, values: [null, null, null] }] }
  expect(lastValue(chartRows(unknown, 'fr'), 0)).toBeNull()
})

test('parts of a whole are stacked, planned and actual stand side by side', () => {
  const bars = { ...chart, kind: 'bar' as const }
  expect(isStacked(chart)).toBe(false)
  expect(isStacked(bars)).toBe(false)
  expect(
    isStacked({ ...bars, series: bars.series.map((each) => ({ ...each, role: 'plain' as const })) }),
  ).toBe(true)
})

test('ticks keep the last place', () => {
  expect(chartTicks(chartRows(chart, 'fr'), 2)).toEqual([10, 41])
  expect(chartTicks(chartRows(chart, 'fr'), 9)).toEqual([10, 40, 41])
  expect(chartTicks([], 3)).toEqual([])
})
