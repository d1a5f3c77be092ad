import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import type { Day } from '@borne/geodata/works/types'
import { useId } from 'react'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './gantt.module.css'
import { ganttArrows } from './gantt-arrows.ts'
import { GanttBars } from './gantt-bars.tsx'
import { ganttMessages } from './gantt-messages.ts'
import { type GanttScale, monthTicks, weekTicks, yearTicks } from './gantt-scale.ts'
import type { GanttShade } from './gantt-shades.ts'

export const HEAD_PIXELS = 44
export const ROW_PIXELS = 34
/** A milestone on the last day is still whole. */
export const MARGIN_PIXELS = 10

interface GanttChartProps {
  rows: readonly GanttRow[]
  scale: GanttScale
  shades: readonly GanttShade[]
  today: Day
  chosen: number | null
  hasWeeks: boolean
  label: string
  onChoose(index: number): void
}

export function GanttChart(props: GanttChartProps) {
  const { rows, scale, shades, today, chosen, label, onChoose } = props
  const arrowId = useId()
  const height = HEAD_PIXELS + rows.length * ROW_PIXELS
  const middleOf = (index: number) => HEAD_PIXELS + index * ROW_PIXELS + 14
  return (
    <svg
      width={scale.widthPixels + MARGIN_PIXELS}
      height={height}
      role="img"
      aria-label={label}
      className={styles.chart}
    >
      <ArrowHead id={arrowId} />
      <Head {...props} height={height} />
      <Shades shades={shades} scale={scale} height={height} />
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the names beside the bars choose by keyboard
        <rect
          key={row.code}
          x={0}
          y={HEAD_PIXELS + index * ROW_PIXELS}
          width={scale.widthPixels}
          height={ROW_PIXELS}
          className={styles.stripe}
          data-chosen={index === chosen || undefined}
          onClick={() => onChoose(index)}
        />
      ))}
      {ganttArrows(rows, scale, middleOf).map(({ key, path, isCritical }) => (
        <path
          key={key}
          d={path}
          markerEnd={`url(#${arrowId})`}
          className={styles.arrow}
          data-critical={isCritical || undefined}
        />
      ))}
      {rows.map((row, index) => (
        <GanttBars key={row.code} row={row} scale={scale} middle={middleOf(index)} />
      ))}
      <TodayLine x={scale.xOf(today)} height={height} width={scale.widthPixels} />
    </svg>
  )
}

function ArrowHead({ id }: { id: string }) {
  return (
    <defs>
      <marker id={id} viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6" orient="auto">
        <path d="M0 0L6 3L0 6z" className={styles.head} />
      </marker>
      <pattern
        id="gantt-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V6" className={styles.hatch} />
      </pattern>
      <pattern id="gantt-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1" className={styles.dot} />
      </pattern>
    </defs>
  )
}

/** Days without work are hatched, days with less of it dotted; each names itself where it has room. */
function Shades({
  shades,
  scale,
  height,
}: {
  shades: readonly GanttShade[]
  scale: GanttScale
  height: number
}) {
  return shades.map((shade) => {
    const x = scale.xOf(shade.from)
    const width = scale.xOf(shade.until) - x
    return (
      <g key={`${shade.label} ${shade.from}`}>
        <rect
          x={x}
          y={HEAD_PIXELS}
          width={width}
          height={height - HEAD_PIXELS}
          fill={shade.share === 0 ? 'url(#gantt-hatch)' : 'url(#gantt-dots)'}
        >
          <title>{shade.label}</title>
        </rect>
        {width > shade.label.length * 6.5 && (
          <text x={x + width / 2} y={height - 4} textAnchor="middle" className={styles.shadeName}>
            {shade.label}
          </text>
        )}
      </g>
    )
  })
}

function Head({ scale, height, hasWeeks }: { scale: GanttScale; height: number; hasWeeks: boolean }) {
  const { language } = useLanguage()
  const monthName = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  const months = monthTicks(scale)
  const lower = hasWeeks ? weekTicks(scale) : months
  const upper = hasWeeks ? months : yearTicks(scale)
  const nameOf = (day: Day) => monthName.format(Date.parse(day))
  const upperName = (day: Day) => (hasWeeks ? `${nameOf(day)} ${day.slice(0, 4)}` : day.slice(0, 4))
  return (
    <g className={styles.scale}>
      {lower.map(({ day, x }) => (
        <path key={day} d={`M${x} 22V${height}`} />
      ))}
      {upper.map(({ day, x }) => (
        <g key={day}>
          <path d={`M${x} 0V${height}`} data-strong="" />
          <text x={x + 4} y={15}>
            {upperName(day)}
          </text>
        </g>
      ))}
      {lower.map(({ day, x }) => (
        <text key={day} x={x + 4} y={36}>
          {hasWeeks ? Number(day.slice(8)) : nameOf(day)}
        </text>
      ))}
    </g>
  )
}

function TodayLine({ x, height, width }: { x: number; height: number; width: number }) {
  const m = useMessages(ganttMessages)
  const isLate = x > width - 90
  return (
    <g className={styles.today}>
      <path d={`M${x} 18V${height}`} />
      <text x={isLate ? x - 5 : x + 5} y={15} textAnchor={isLate ? 'end' : 'start'}>
        {m.today}
      </text>
    </g>
  )
}
