import type { PresentedChart } from '../presentation-contract.ts'
import { isStacked } from './chart-look.ts'
import type { Teller } from './tell.ts'

/** Round values from the least to the most that is drawn; zero is always among them. */
export interface ValueAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const MOST_TICKS = 5

export function valueAxis(chart: PresentedChart): ValueAxis {
  const values = isStacked(chart) ? sumsOf(chart) : chart.series.flatMap((series) => series.values)
  const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[]
  const least = known.reduce((low, value) => Math.min(low, value), 0)
  const most = known.reduce((high, value) => Math.max(high, value), 0)
  const step = roundStep((most - least || 1) / MOST_TICKS)
  const first = Math.floor(least / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step))
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks }
}

function sumsOf({ categories, series }: PresentedChart): number[] {
  return categories.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0))
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * 0.999) ?? 10 * power
}

const tidy = (value: number) => Number(value.toPrecision(12))

/** Where categories stand, 0–1: days by their distance, others in even steps. */
export function linePlaces({ categories, isDated }: PresentedChart): number[] {
  const days = categories.map(({ fr }) => Date.parse(`${fr}T00:00:00Z`))
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const isInOrder = days.every((day, index) => Number.isFinite(day) && day >= (days[index - 1] ?? day))
  if (isDated && isInOrder && last > first) return days.map((day) => (day - first) / (last - first))
  return categories.map((_, index) => (categories.length > 1 ? index / (categories.length - 1) : 0.5))
}

/** What stands at the places. */
export function categoryLabels({ categories, isDated }: PresentedChart, teller: Teller): string[] {
  return categories.map((label) =>
    isDated && /^\d{4}-\d{2}-\d{2}$/.test(label.fr) ? teller.day(label.fr) : teller.text(label),
  )
}
