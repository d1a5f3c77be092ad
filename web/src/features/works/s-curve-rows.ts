import { addMonths, dayNumber, dayOf } from '@borne/geodata/works/days'
import type { SCurvePoint } from '@borne/geodata/works/s-curve'
import type { Day } from '@borne/geodata/works/types'

/** By when the works are done: one time in two, four times in five. */
export interface SCurveForecast {
  readonly p50: Day
  readonly p80: Day
}

/** What the chart draws on one day, `day` counted from 1970. */
export interface SCurveRow extends Pick<SCurvePoint, 'planned' | 'earned' | 'paid'> {
  readonly day: number
  /** Least and most that will be built by then. */
  readonly band: readonly [number, number] | null
}

/** The points in the order of their days; where P80 is not known, the forecast is a line. */
export function sCurveRows(points: readonly SCurvePoint[]): SCurveRow[] {
  return points
    .map(({ on, planned, earned, paid, forecast }) => ({
      day: dayNumber(on),
      planned,
      earned,
      paid,
      band: forecast && ([forecast.low ?? forecast.high, forecast.high] as const),
    }))
    .sort((a, b) => a.day - b.day)
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
