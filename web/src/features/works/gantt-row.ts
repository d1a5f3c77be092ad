import type { DaySpan } from '@borne/geodata/works/done-activities'
import type { GanttRow } from '@borne/geodata/works/gantt-rows'

/** From the first day worked to the last one foreseen. */
export function wholeSpan({ actual, forecast }: GanttRow): DaySpan | null {
  const from = actual?.from ?? forecast?.from
  const until = forecast?.until ?? actual?.until
  return from && until ? { from, until } : null
}
