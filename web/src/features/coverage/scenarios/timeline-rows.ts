import { addMonths, dayNumber, dayOf } from '@borne/geodata/works/days'
import type { OpeningKind, TimelineStep } from './timeline-steps.ts'

/** A corner of the curve: kilometres in reach, under the key of how sure they are. */
export interface TimelineRow extends Partial<Record<OpeningKind, number>> {
  readonly day: number
}

export interface TimelinePoint {
  readonly step: TimelineStep
  readonly kilometres: number
}

/** The curve goes on after the last step, so that its level is seen. */
const TAIL_SHARE = 0.08
const LEAST_TAIL_DAYS = 30

/**
 * The curve as steps: flat to each day, then up. A rise and what follows it is drawn as the day of its step is known: as
 * received, as forecast, or by the contract.
 */
export function timelineRows(points: readonly TimelinePoint[]): TimelineRow[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const lastDay = dayNumber(last.step.on)
  const tail = Math.round((lastDay - dayNumber(first.step.on)) * TAIL_SHARE)
  const end = lastDay + Math.max(LEAST_TAIL_DAYS, tail)
  return points.flatMap(({ step, kilometres }, index): TimelineRow[] => {
    const key = step.kind ?? 'received'
    const day = dayNumber(step.on)
    const next = points[index + 1]
    const before = points[index - 1]
    return [
      ...(before ? [{ day, [key]: before.kilometres }] : []),
      { day, [key]: kilometres },
      { day: next ? dayNumber(next.step.on) : end, [key]: kilometres },
    ]
  })
}

/** First days of months along the axis, as many as there is room for. */
export function monthTicks(rows: readonly TimelineRow[], most: number): number[] {
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const months: number[] = []
  for (let month = `${dayOf(first).slice(0, 7)}-01`; dayNumber(month) <= last; month = addMonths(month, 1))
    if (dayNumber(month) >= first) months.push(dayNumber(month))
  const every = Math.max(1, Math.ceil(months.length / Math.max(1, most)))
  return months.filter((_, index) => index % every === 0)
}

/** A little more than the highest, from zero. */
export function roundScale(highest: number): { top: number; ticks: number[] } {
  const wished = Math.max(1, highest * 1.15)
  const power = 10 ** Math.floor(Math.log10(wished / 5))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one * 5 >= wished) ?? wished
  const count = Math.ceil(wished / step)
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}
