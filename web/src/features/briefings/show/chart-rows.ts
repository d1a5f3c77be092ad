import type { PresentedChart } from '@borne/api/contracts/briefings'
import type { Language } from '../../../ui/language.tsx'
import { textIn } from './texts.ts'

/** What the chart draws at one place of its axis: `value0` of the first series, and so on. */
export type ChartRow = { readonly at: number; readonly label: string } & Record<
  `value${number}`,
  number | null
>

const DAY_MS = 86_400_000
/** Days, months: what a dated axis counts in. */
const DATED = /^\d{4}-\d\d-\d\d$/

/** Rows in the order of the axis. On a dated one `at` counts days from 1970, so that places are apart as the days are. */
export function chartRows({ categories, isDated, series }: PresentedChart, language: Language): ChartRow[] {
  return categories.map((category, place) => {
    const text = textIn(category, language)
    const values = series.map(({ values: all }, index) => [`value${index}`, all[place] ?? null])
    return { at: isDated ? dayNumber(text, place) : place, label: text, ...Object.fromEntries(values) }
  })
}

function dayNumber(text: string, place: number): number {
  return DATED.test(text) ? Math.round(Date.parse(text) / DAY_MS) : place
}

/** Columns of one place stand on each other, but for planned and actual, which are compared side by side. */
export function isStacked({ kind, series }: PresentedChart): boolean {
  const roles = series.map(({ role }) => role)
  return kind !== 'line' && !(roles.includes('planned') && roles.includes('actual'))
}

/** The last known value of a series and its place; null when there is none. */
export function lastValue(
  rows: readonly ChartRow[],
  index: number,
): { readonly at: number; readonly value: number } | null {
  const row = rows.findLast((each) => each[`value${index}`] !== null)
  return row ? { at: row.at, value: row[`value${index}`]! } : null
}

/** At most `most` of the places, evenly apart, the last one among them. */
export function chartTicks(rows: readonly ChartRow[], most: number): number[] {
  const step = Math.max(1, Math.ceil(rows.length / Math.max(1, most)))
  return rows.filter((_, place) => (rows.length - 1 - place) % step === 0).map(({ at }) => at)
}
