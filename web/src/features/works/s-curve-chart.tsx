import type { SCurvePoint } from '@borne/geodata/works/s-curve'
import type { Day } from '@borne/geodata/works/types'
import { lazy, Suspense } from 'react'
import { type ChartCell, ChartFrame, type ChartTable } from '../../ui/chart-frame.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { EmptyState, Skeleton } from '../../ui/states.tsx'
import { sCurveMessages } from './s-curve-messages.ts'
import type { SCurveForecast } from './s-curve-rows.ts'

// The library of charts comes with the first one that is drawn.
const SCurvePlot = lazy(() => import('./s-curve-plot.tsx'))

interface SCurveChartProps {
  points: readonly SCurvePoint[]
  today: Day
  /** Null: too little is known to tell an end. */
  forecast: SCurveForecast | null
  /** Said in the file: fictional data, sources. */
  notes?: readonly string[]
  /** A day was clicked: its records. */
  onOpenDay?(day: Day): void
}

/** Planned, built and paid over time, with the range in which the works will end. */
export function SCurveChart({ points, notes = [], ...rest }: SCurveChartProps) {
  const m = useMessages(sCurveMessages)
  const table = useSCurveTable(points, notes)
  if (points.length === 0) return <EmptyState title={m.empty} />
  return (
    <ChartFrame title={m.title} table={table}>
      <Suspense fallback={<Skeleton lines={8} />}>
        <SCurvePlot points={points} {...rest} />
      </Suspense>
    </ChartFrame>
  )
}

function useSCurveTable(points: readonly SCurvePoint[], notes: readonly string[]): ChartTable {
  const { columns } = useMessages(sCurveMessages)
  const formats = useFormats()
  const number = {
    isNumber: true,
    format: (value: ChartCell) => formats.number(value as number | null, 1),
  }
  return {
    columns: [
      { label: columns.on, format: (value) => formats.day(value as string) },
      { label: columns.planned, ...number },
      { label: columns.earned, ...number },
      { label: columns.paid, ...number },
    ],
    rows: points.map(({ on, planned, earned, paid }) => [on, planned, earned, paid]),
    notes,
  }
}
