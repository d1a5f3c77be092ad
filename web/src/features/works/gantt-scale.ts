import { addMonths, dayNumber, dayOf } from '@borne/geodata/works/days'
import type { DaySpan } from '@borne/geodata/works/done-activities'
import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import type { Day } from '@borne/geodata/works/types'
import { wholeSpan } from './gantt-row.ts'

export const GANTT_ZOOMS = ['all', 'month', 'week'] as const
/** `all` fits the frame; the others scroll. */
export type GanttZoom = (typeof GANTT_ZOOMS)[number]

const PIXELS_PER_DAY = { month: 3.2, week: 9 } as const
/** Narrower, the name of a month does not fit. */
const LEAST_MONTH_PIXELS = 34

export interface GanttScale {
  /** The first day of a month. */
  readonly from: Day
  /** The first day of the month after the last one. */
  readonly until: Day
  readonly widthPixels: number
  /** Where a day begins. */
  xOf(day: Day): number
}

export interface GanttTick {
  readonly day: Day
  readonly x: number
}

/** Whole months around everything that is drawn, today too. */
export function ganttScale(
  rows: readonly GanttRow[],
  today: Day,
  zoom: GanttZoom,
  framePixels: number,
): GanttScale {
  const spans = rows.flatMap((row) => [row.baseline, wholeSpan(row)].filter((span) => span !== null))
  const days = [today, ...spans.flatMap(({ from, until }) => [from, until])].sort()
  const from = firstOfMonth(days[0]!)
  const until = addMonths(firstOfMonth(days.at(-1)!), 1)
  const dayCount = dayNumber(until) - dayNumber(from)
  const perDay = zoom === 'all' ? framePixels / dayCount : PIXELS_PER_DAY[zoom]
  const first = dayNumber(from)
  return { from, until, widthPixels: dayCount * perDay, xOf: (day) => (dayNumber(day) - first) * perDay }
}

/** The months that have room for their names: each, every third, or every sixth. */
export function monthTicks(scale: GanttScale): GanttTick[] {
  const months: GanttTick[] = []
  for (let day = scale.from; day < scale.until; day = addMonths(day, 1))
    months.push({ day, x: scale.xOf(day) })
  const each = scale.widthPixels / months.length
  const step = [1, 3, 6].find((count) => each * count >= LEAST_MONTH_PIXELS) ?? 12
  return months.filter(({ day }) => (Number(day.slice(5, 7)) - 1) % step === 0)
}

/** The Mondays. */
export function weekTicks(scale: GanttScale): GanttTick[] {
  const first = dayNumber(scale.from)
  const last = dayNumber(scale.until)
  // Day 0, 1 January 1970, was a Thursday: day 4 a Monday.
  const monday = first + ((((4 - first) % 7) + 7) % 7)
  const weeks: GanttTick[] = []
  for (let number = monday; number < last; number += 7)
    weeks.push({ day: dayOf(number), x: scale.xOf(dayOf(number)) })
  return weeks
}

/** Where each year begins on the scale, the first one at its start. */
export function yearTicks(scale: GanttScale): GanttTick[] {
  const years: GanttTick[] = [{ day: scale.from, x: 0 }]
  const first = Number(scale.from.slice(0, 4))
  for (let year = first + 1; `${year}-01-01` < scale.until; year++)
    years.push({ day: `${year}-01-01`, x: scale.xOf(`${year}-01-01`) })
  return years
}

/** Left edge and width; the last day is part of the bar. */
export function barOf(scale: GanttScale, { from, until }: DaySpan): { x: number; width: number } {
  const x = scale.xOf(from)
  return { x, width: Math.max(1, scale.xOf(dayOf(dayNumber(until) + 1)) - x) }
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}
