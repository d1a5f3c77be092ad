import { dayNumber, dayOf } from '@borne/geodata/works/days'
import { useRef } from 'react'
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { useWidth } from '../../../ui/use-width.ts'
import styles from './timeline.module.css'
import { timelineMessages } from './timeline-messages.ts'
import type { MeasuredStep } from './timeline-part.tsx'
import { monthTicks, roundScale, type TimelinePoint, timelineRows } from './timeline-rows.ts'
import type { OpeningKind } from './timeline-steps.ts'

const PRINTED_PIXELS = 660
const HEIGHT_PIXELS = 140
const TICK_PIXELS = 84
const LABEL_PIXELS = 120
const LONGEST_LABEL = 16
const DASHES: Record<OpeningKind, string> = { received: '', forecast: '7 4', contractual: '2 4' }

interface TimelinePlotProps {
  measured: readonly MeasuredStep[]
  at: number
  onGo(index: number): void
}

/** Kilometres in reach against the day: solid as received, dashed as forecast, dotted by the contract. */
export default function TimelinePlot({ measured, at, onGo }: TimelinePlotProps) {
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const isPrinted = useMediaQuery('print')
  return (
    <figure ref={figure} className={styles.plot} dir="ltr">
      {width > 0 && (
        <Curve width={isPrinted ? PRINTED_PIXELS : width} measured={measured} at={at} onGo={onGo} />
      )}
    </figure>
  )
}

function Curve({ measured, at, width, onGo }: TimelinePlotProps & { width: number }) {
  const m = useMessages(timelineMessages)
  const { day, number } = useFormats()
  const tickName = useTickName()
  const points = measured.flatMap(({ step, coverage }): TimelinePoint[] =>
    coverage ? [{ step, kilometres: coverage.reachedBorderMetres / 1000 }] : [],
  )
  const rows = timelineRows(points)
  const [first, last] = [rows[0], rows.at(-1)]
  const { top, ticks } = roundScale(Math.max(0, ...points.map(({ kilometres }) => kilometres)))
  if (!first || !last) return null
  const choose = (label: unknown) => {
    if (label === undefined) return
    const index = measured.findLastIndex(({ step }) => dayNumber(step.on) <= Number(label))
    if (index >= 0) onGo(index)
  }
  return (
    <ComposedChart
      width={width}
      height={HEIGHT_PIXELS}
      data={rows}
      margin={{ top: 20, right: 24, bottom: 0, left: 0 }}
      title={m.spoken(day(dayOf(first.day)), day(dayOf(last.day)))}
      className={styles.chart ?? ''}
      onClick={({ activeLabel }) => choose(activeLabel)}
    >
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="day"
        type="number"
        domain={[first.day, last.day]}
        ticks={monthTicks(rows, Math.floor(width / TICK_PIXELS))}
        tickFormatter={tickName}
        allowDuplicatedCategory
      />
      <YAxis
        domain={[0, top]}
        ticks={ticks}
        tickFormatter={(km: number) => `${number(km, 1)} km`}
        width={64}
      />
      {(['received', 'forecast', 'contractual'] as const).map((kind) => (
        <Line
          key={kind}
          dataKey={kind}
          type="linear"
          className={styles.curve}
          strokeDasharray={DASHES[kind]}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <ReferenceLine x={dayNumber(measured[at]!.step.on)} className={styles.now} />
      <StepMarks points={points} shownOn={measured[at]!.step.on} />
    </ComposedChart>
  )
}

/** Each step by a mark and the names of its posts, where there is room for them. */
function StepMarks({ points, shownOn }: { points: readonly TimelinePoint[]; shownOn: string }) {
  const { list } = useFormats()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  const plot = usePlotArea()
  if (!xOf || !yOf || !plot) return null
  let free = Number.NEGATIVE_INFINITY
  return (
    <g className={styles.marks}>
      {points.map(({ step, kilometres }) => {
        const [x, y] = [xOf(dayNumber(step.on)) ?? 0, yOf(kilometres) ?? 0]
        const names = step.openings.flatMap(({ posts }) =>
          posts.filter(({ isOperational }) => !isOperational).map(({ name }) => name),
        )
        const isShown = step.on === shownOn
        const isAtEnd = x > plot.x + plot.width - LABEL_PIXELS
        const begin = isAtEnd ? x - LABEL_PIXELS : x
        const hasRoom = begin >= free
        if (hasRoom && names.length > 0) free = begin + LABEL_PIXELS
        return (
          <g key={step.on} data-shown={isShown || undefined} data-kind={step.kind ?? 'received'}>
            {step.kind === 'contractual' ? (
              <rect x={x - 5} y={y - 5} width="10" height="10" />
            ) : (
              <circle cx={x} cy={y} r="5" />
            )}
            {hasRoom && names.length > 0 && (
              <text x={isAtEnd ? x + 5 : x - 5} y={plot.y - 6} textAnchor={isAtEnd ? 'end' : 'start'}>
                {shorten(list(names))}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function shorten(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : text
}

function useTickName() {
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  return (day: number) => format.format(Date.parse(dayOf(day)))
}
