import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import type { Day, WorkCalendar } from '@borne/geodata/works/types'
import { type KeyboardEvent, useRef, useState } from 'react'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useWidth } from '../../ui/use-width.ts'
import styles from './gantt.module.css'
import { GanttChart, MARGIN_PIXELS } from './gantt-chart.tsx'
import { GanttKey } from './gantt-key.tsx'
import { ganttMessages } from './gantt-messages.ts'
import { GANTT_ZOOMS, type GanttZoom, ganttScale } from './gantt-scale.ts'
import { ganttShades } from './gantt-shades.ts'
import { useGanttTable, useGanttWords } from './gantt-table.ts'

/** What fits beside the labels on a portrait page. */
const PRINTED_PIXELS = 440

interface GanttProps {
  rows: readonly GanttRow[]
  today: Day
  calendar: WorkCalendar | null
  /** Said in the file: fictional data, sources. */
  notes?: readonly string[]
}

/** The schedule: what was agreed, what is done, what is to come, and what it all hangs on. */
export function Gantt({ rows, today, calendar, notes = [] }: GanttProps) {
  const m = useMessages(ganttMessages)
  const [zoom, setZoom] = useState<GanttZoom>('all')
  const table = useGanttTable(rows, notes)
  if (rows.length === 0) return <EmptyState title={m.empty} />
  const controls = (
    <Segmented<GanttZoom>
      label={m.zoom}
      options={GANTT_ZOOMS.map((value) => ({ value, label: m.zooms[value] }))}
      value={zoom}
      onChange={setZoom}
    />
  )
  return (
    <ChartFrame title={m.title} table={table} controls={controls}>
      <GanttBody rows={rows} today={today} calendar={calendar} zoom={zoom} />
    </ChartFrame>
  )
}

interface GanttBodyProps {
  rows: readonly GanttRow[]
  today: Day
  calendar: WorkCalendar | null
  zoom: GanttZoom
}

function GanttBody({ rows, today, calendar, zoom }: GanttBodyProps) {
  const m = useMessages(ganttMessages)
  const { tell } = useGanttWords()
  const { day } = useFormats()
  const plot = useRef<HTMLDivElement>(null)
  const width = useWidth(plot)
  const isPrinted = useMediaQuery('print')
  const [chosen, setChosen] = useState<number | null>(null)
  const scale = isPrinted
    ? ganttScale(rows, today, 'all', PRINTED_PIXELS)
    : ganttScale(rows, today, zoom, Math.max(240, width - MARGIN_PIXELS))
  const shades = calendar ? ganttShades(calendar, scale.from, scale.until) : []
  const row = chosen === null ? undefined : rows[chosen]
  return (
    <figure className={styles.gantt} dir="ltr">
      <div className={styles.sheet}>
        <RowLabels rows={rows} chosen={chosen} onChoose={setChosen} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
        <section ref={plot} className={styles.plot} tabIndex={0} aria-label={m.frame}>
          <GanttChart
            rows={rows}
            scale={scale}
            shades={shades}
            today={today}
            chosen={chosen}
            hasWeeks={zoom === 'week' && !isPrinted}
            label={m.spoken(rows.length, day(today))}
            onChoose={setChosen}
          />
        </section>
      </div>
      <p className={styles.told} aria-live="polite">
        {row && (
          <>
            <strong>{row.label}</strong> · {tell(row)}
          </>
        )}
      </p>
      <GanttKey shades={shades} />
    </figure>
  )
}

interface RowLabelsProps {
  rows: readonly GanttRow[]
  chosen: number | null
  onChoose(index: number): void
}

/** The names beside the bars, one of them in the order of the Tab key; arrows go on from it. */
function RowLabels({ rows, chosen, onChoose }: RowLabelsProps) {
  const m = useMessages(ganttMessages)
  const { tell } = useGanttWords()
  const list = useRef<HTMLUListElement>(null)
  const at = chosen ?? 0

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined || !rows[to]) return
    event.preventDefault()
    onChoose(to)
    list.current?.querySelectorAll('button')[to]?.focus()
  }

  return (
    <ul ref={list} className={styles.labels} aria-label={m.lines} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <li key={row.code}>
          <button
            type="button"
            tabIndex={index === at ? 0 : -1}
            aria-pressed={index === chosen}
            aria-label={`${row.label}. ${tell(row)}`}
            data-critical={row.isCritical || undefined}
            title={row.label}
            onClick={() => onChoose(index)}
            onFocus={() => onChoose(index)}
          >
            <span>{row.label}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
