import { daysBetween } from '@borne/geodata/works/days'
import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import type { ChartCell, ChartTable } from '../../ui/chart-frame.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ganttMessages } from './gantt-messages.ts'
import { wholeSpan } from './gantt-row.ts'

/** Days by which the end is later than agreed; null where either is not known. */
export function slipDays(row: GanttRow): number | null {
  const until = wholeSpan(row)?.until
  return row.baseline && until ? daysBetween(row.baseline.until, until) : null
}

export function useGanttWords() {
  const m = useMessages(ganttMessages)
  const { day, percent } = useFormats()
  /** One row in words: dates, share done, slip. */
  function tell(row: GanttRow): string {
    const { baseline, actual, forecast } = row
    const slip = slipDays(row)
    return [
      row.isMilestone && m.milestone,
      row.isCritical && m.critical,
      baseline && m.rowBaseline(day(baseline.from), day(baseline.until)),
      actual && m.rowActual(day(actual.from), day(actual.until)),
      forecast && m.rowForecast(day(forecast.from), day(forecast.until)),
      row.percent !== null && m.rowPercent(percent(row.percent / 100)),
      slip !== null && m.slip(slip),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return { tell }
}

/** The chart in figures, row by row. */
export function useGanttTable(rows: readonly GanttRow[], notes: readonly string[]): ChartTable {
  const m = useMessages(ganttMessages)
  const formats = useFormats()
  const asDay = { format: (value: ChartCell) => formats.day(value as string | null) }
  const c = m.columns
  return {
    columns: [
      { label: c.code },
      { label: c.label },
      { label: c.baselineFrom, ...asDay },
      { label: c.baselineUntil, ...asDay },
      { label: c.actualFrom, ...asDay },
      { label: c.until, ...asDay },
      { label: c.percent, isNumber: true },
      { label: c.slip, isNumber: true },
      { label: c.critical },
    ],
    rows: rows.map((row) => [
      row.code,
      row.label,
      row.baseline?.from ?? null,
      row.baseline?.until ?? null,
      row.actual?.from ?? null,
      wholeSpan(row)?.until ?? null,
      row.percent === null ? null : Math.round(row.percent),
      slipDays(row),
      row.isCritical ? m.yes : m.no,
    ]),
    notes,
  }
}
