import { daysBetween } from '@borne/geodata/works/days'
import type { DaySpan } from '@borne/geodata/works/done-activities'
import type { Day, WorkCalendar } from '@borne/geodata/works/types'

/** From so many days on, a stop has a name of its own in the key. */
const LONG_DAYS = 5

export interface GanttShade extends DaySpan {
  readonly label: string
  /** Of a full day: 0 = no work. */
  readonly share: number
}

/** The exceptions of a calendar between two days, those that recur once for each year. */
export function ganttShades({ exceptions }: WorkCalendar, from: Day, until: Day): GanttShade[] {
  const years = range(Number(from.slice(0, 4)) - 1, Number(until.slice(0, 4)))
  return exceptions
    .flatMap(({ label, share, ...days }) => datesOf(days, years).map((span) => ({ ...span, label, share })))
    .filter((shade) => shade.until >= from && shade.from <= until)
    .map((shade) => ({
      ...shade,
      from: shade.from < from ? from : shade.from,
      until: shade.until > until ? until : shade.until,
    }))
}

/** The names in a key: stops of several days by their own, single days off as one group, then what is worked in part. */
export function groupShades(shades: readonly GanttShade[]): Record<'long' | 'short' | 'slowed', string[]> {
  const namesOf = (isOne: (shade: GanttShade) => boolean) => [
    ...new Set(shades.filter(isOne).map(({ label }) => label)),
  ]
  const isLong = ({ from, until }: GanttShade) => daysBetween(from, until) >= LONG_DAYS - 1
  const long = namesOf((shade) => shade.share === 0 && isLong(shade))
  return {
    long,
    short: namesOf((shade) => shade.share === 0 && !isLong(shade)).filter((name) => !long.includes(name)),
    slowed: namesOf((shade) => shade.share > 0),
  }
}

/** A recurring span that ends before it starts runs over the new year. */
function datesOf({ from, until }: DaySpan, years: readonly number[]): DaySpan[] {
  if (from.length > 5) return [{ from, until }]
  return years.map((year) => ({
    from: `${year}-${from}`,
    until: `${until < from ? year + 1 : year}-${until}`,
  }))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
