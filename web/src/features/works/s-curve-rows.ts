import { addMonths, dayNumber, dayOf } from '@borne/geodata/works/days'
import type { Day } from '@borne/geodata/works/types'

/** Shares of the amount of the contract on a day, 0–100; null where nothing is known. */
export interface SCurvePoint {
  readonly on: Day
  readonly planned: number | null
  readonly earned: number | null
  readonly paid: number | null
}

/** By when the works are done: one time in two, four times in five. */
export interface SCurveForecast {
  readonly p50: Day
  readonly p80: Day
}

/** What the chart draws on one day, `day` counted from 1970. */
export interface SCurveRow {
  readonly day: number
  readonly planned: number | null
  readonly earned: number | null
  readonly paid: number | null
  /** Least and most that may be built by then. */
  readonly band: readonly [number, number] | null
}

/** The points in the order of their days, with the band of the forecast from what is built today to its end. */
export function sCurveRows(
  points: readonly SCurvePoint[],
  today: Day,
  forecast: SCurveForecast | null,
): SCurveRow[] {
  const rows = new Map<number, SCurveRow>()
  for (const { on, planned, earned, paid } of points) {
    const day = dayNumber(on)
    rows.set(day, { day, planned, earned, paid, band: null })
  }
  for (const { day, band } of bandRows(points, today, forecast)) {
    const known = rows.get(day) ?? { planned: plannedAt(points, day), earned: null, paid: null }
    rows.set(day, { ...known, day, band })
  }
  return [...rows.values()].sort((a, b) => a.day - b.day)
}

/** Straight from the value built so far to all of it: at P50 at the earliest, at P80 at the latest. */
function bandRows(points: readonly SCurvePoint[], today: Day, forecast: SCurveForecast | null) {
  const built = lastKnown(points, 'earned')
  if (!forecast || !built || built.value >= 100 || forecast.p80 <= today) return []
  const start = dayNumber(today)
  const ends = [dayNumber(forecast.p50), dayNumber(forecast.p80)] as const
  const shareAt = (day: number, end: number) =>
    day >= end ? 100 : built.value + ((100 - built.value) * (day - start)) / (end - start)
  return [start, ...ends]
    .filter((day) => day >= start)
    .map((day) => ({ day, band: [shareAt(day, ends[1]), shareAt(day, ends[0])] as const }))
}

export interface KnownValue {
  readonly on: Day
  readonly value: number
}

/** The last day on which a curve is known, and its value then. */
export function lastKnown(
  points: readonly SCurvePoint[],
  curve: 'planned' | 'earned' | 'paid',
): KnownValue | null {
  const known = points.filter((point) => point[curve] !== null)
  const last = known.reduce<SCurvePoint | null>(
    (late, point) => (late && late.on > point.on ? late : point),
    null,
  )
  return last && { on: last.on, value: last[curve]! }
}

/** Between the two points around a day; null outside of them. */
function plannedAt(points: readonly SCurvePoint[], day: number): number | null {
  const known = points
    .filter(({ planned }) => planned !== null)
    .map(({ on, planned }) => [dayNumber(on), planned!] as const)
    .sort(([a], [b]) => a - b)
  const after = known.findIndex(([at]) => at >= day)
  const [next, before] = [known[after], known[after - 1]]
  if (!next) return null
  if (next[0] === day) return next[1]
  if (!before) return null
  return before[1] + ((next[1] - before[1]) * (day - before[0])) / (next[0] - before[0])
}

/** First days of months, at most `most` of them, evenly apart. */
export function sCurveTicks(rows: readonly SCurveRow[], most: number): number[] {
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const months: number[] = []
  for (let day = `${dayOf(first).slice(0, 7)}-01`; dayNumber(day) <= last; day = addMonths(day, 1))
    if (dayNumber(day) >= first) months.push(dayNumber(day))
  const step = [1, 2, 3, 6, 12].find((count) => months.length / count <= most) ?? 24
  return months.filter((day) => (Number(dayOf(day).slice(5, 7)) - 1) % step === 0)
}

/**
 * Heights of labels so that none covers another: each moves down just as far as it must, and the last ones up again where there is no room.
 *
 * @param tops Wished heights, in any order; the answer has the same order.
 */
export function spreadLabels(tops: readonly number[], gap: number, most: number): number[] {
  const order = tops.map((_, index) => index).sort((a, b) => tops[a]! - tops[b]!)
  const placed = [...tops]
  order.forEach((index, rank) => {
    const above = order[rank - 1]
    if (above !== undefined) placed[index] = Math.max(placed[index]!, placed[above]! + gap)
  })
  let limit = most
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index]!, limit)
    limit = placed[index]! - gap
  }
  return placed
}
