import type { DaySpan } from '@borne/geodata/works/done-activities'
import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import styles from './gantt.module.css'
import { barOf, type GanttScale } from './gantt-scale.ts'

const BAR_PIXELS = 14
const BASE_PIXELS = 6

interface GanttBarsProps {
  row: GanttRow
  scale: GanttScale
  /** Of the bar, from the top of the chart. */
  middle: number
}

/** One row: above what is done (solid) and to come (light), below as it was agreed (dashed). */
export function GanttBars({ row, scale, middle }: GanttBarsProps) {
  const critical = row.isCritical || undefined
  if (row.isMilestone) return <Milestone row={row} scale={scale} middle={middle} />
  const bar = (span: DaySpan | null, className: string | undefined, top: number, height: number) =>
    span && (
      <rect
        {...barOf(scale, span)}
        y={top}
        height={height}
        rx={2}
        className={className}
        data-critical={critical}
      />
    )
  return (
    <g pointerEvents="none">
      {bar(row.forecast, styles.forecast, middle - BAR_PIXELS / 2, BAR_PIXELS)}
      {bar(row.actual, styles.actual, middle - BAR_PIXELS / 2, BAR_PIXELS)}
      {bar(row.baseline, styles.baseline, middle + BAR_PIXELS / 2 + 2, BASE_PIXELS)}
      <Percent row={row} scale={scale} middle={middle} />
    </g>
  )
}

/** Beside the bar: inside, it would not be read on a short one. */
function Percent({ row, scale, middle }: GanttBarsProps) {
  const last = row.forecast ?? row.actual
  if (!last || !row.percent) return null
  const { x, width } = barOf(scale, last)
  const isLate = x + width > scale.widthPixels - 40
  return (
    <text
      x={isLate ? x - 4 : x + width + 8}
      y={middle + 4}
      textAnchor={isLate ? 'end' : 'start'}
      className={styles.percent}
    >
      {Math.round(row.percent)} %
    </text>
  )
}

function Milestone({ row, scale, middle }: GanttBarsProps) {
  const at = row.actual ?? row.forecast
  const diamond = (span: DaySpan, className: string | undefined, size: number, y: number) => {
    const { x, width } = barOf(scale, span)
    const centre = x + width / 2
    return (
      <path
        d={`M${centre - size} ${y}L${centre} ${y - size}L${centre + size} ${y}L${centre} ${y + size}z`}
        className={className}
        data-critical={row.isCritical || undefined}
      />
    )
  }
  return (
    <g pointerEvents="none">
      {row.baseline && diamond(row.baseline, styles.baseline, 5, middle + 10)}
      {at && diamond(at, row.actual ? styles.actual : styles.forecast, 7, middle)}
    </g>
  )
}
