import type { Day, Dependency } from '@borne/geodata/works/types'

/** Both days are part of it. */
export interface DaySpan {
  readonly from: Day
  readonly until: Day
}

/** One activity or milestone as the chart draws it. A milestone's spans are one day long. */
export interface GanttRow {
  readonly code: string
  readonly label: string
  readonly isMilestone: boolean
  readonly isCritical: boolean
  /** As first agreed; null where the baseline has no such activity. */
  readonly baseline: DaySpan | null
  /** What has been worked, up to the day that is looked at. */
  readonly actual: DaySpan | null
  /** What is still to come. */
  readonly forecast: DaySpan | null
  /** 0–100; null for a milestone. */
  readonly percent: number | null
  readonly predecessors: readonly Dependency[]
}

/** From the first day worked to the last one foreseen. */
export function wholeSpan({ actual, forecast }: GanttRow): DaySpan | null {
  const from = actual?.from ?? forecast?.from
  const until = forecast?.until ?? actual?.until
  return from && until ? { from, until } : null
}
