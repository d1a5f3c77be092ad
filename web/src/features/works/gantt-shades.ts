import type { DaySpan } from '@borne/geodata/works/done-activities'
import type { Day, WorkCalendar } from '@borne/geodata/works/types'

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
