import { dayNumber, dayOf } from '@borne/geodata/works/days'
import type { SCurvePoint } from '@borne/geodata/works/s-curve'
import type { Day } from '@borne/geodata/works/types'
import { useRef } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useWidth } from '../../ui/use-width.ts'
import styles from './s-curve.module.css'
import { SCurveLabels } from './s-curve-labels.tsx'
import { sCurveMessages } from './s-curve-messages.ts'
import { lastKnown, type SCurveForecast, type SCurveRow, sCurveRows, sCurveTicks } from './s-curve-rows.ts'

const PRINTED_PIXELS = 660
const HEIGHT_PIXELS = 340
const TICK = { fill: 'var(--muted)' }
/** The room that the name of a month takes on the axis. */
const TICK_PIXELS = 64

interface SCurvePlotProps {
  points: readonly SCurvePoint[]
  today: Day
  forecast: SCurveForecast | null
  onOpenDay?(day: Day): void
}

export default function SCurvePlot({ points, today, forecast, onOpenDay }: SCurvePlotProps) {
  const m = useMessages(sCurveMessages)
  const figure = useRef<HTMLElement>(null)
  const measured = useWidth(figure)
  const width = useMediaQuery('print') ? PRINTED_PIXELS : measured
  const rows = sCurveRows(points)
  const hasForecast = rows.some(({ band }) => band)
  return (
    <figure ref={figure} className={styles.plot} dir="ltr">
      <p className={styles.axis}>{m.axis}</p>
      {width > 0 && (
        <Curves
          rows={rows}
          points={points}
          today={today}
          forecast={hasForecast ? forecast : null}
          width={width}
          onOpenDay={onOpenDay}
        />
      )}
      {hasForecast && <figcaption className={styles.note}>{m.forecastKey}</figcaption>}
    </figure>
  )
}

interface CurvesProps extends SCurvePlotProps {
  rows: readonly SCurveRow[]
  width: number
}

function Curves({ rows, points, today, forecast, width, onOpenDay }: CurvesProps) {
  const tickName = useTickName()
  const { percent } = useFormats()
  const told = useTold(points)
  const first = rows[0]?.day ?? 0
  const last = Math.max(rows.at(-1)?.day ?? 0, dayNumber(today))
  return (
    <ComposedChart
      width={width}
      height={HEIGHT_PIXELS}
      data={[...rows]}
      margin={{ top: 24, right: 40, bottom: 4, left: 0 }}
      title={told}
      className={onOpenDay && styles.opens}
      onClick={({ activeLabel }) => {
        const day = activeLabel === undefined ? null : Number(activeLabel)
        // What is only planned has not been recorded.
        if (day !== null && day <= dayNumber(today)) onOpenDay?.(dayOf(day))
      }}
    >
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="day"
        type="number"
        domain={[first, last]}
        ticks={sCurveTicks(rows, Math.floor(width / TICK_PIXELS))}
        tickFormatter={tickName}
        tick={TICK}
      />
      <YAxis
        domain={[0, 100]}
        allowDataOverflow
        ticks={[0, 25, 50, 75, 100]}
        tickFormatter={(value: number) => percent(value / 100)}
        width={52}
        tick={TICK}
      />
      <Tooltip
        content={(props) => <CurveTooltip {...props} openUntil={onOpenDay ? dayNumber(today) : null} />}
        isAnimationActive={false}
      />
      <Area
        dataKey="band"
        className={styles.band}
        stroke="none"
        connectNulls
        isAnimationActive={false}
        activeDot={false}
      />
      <Line dataKey="planned" className={styles.planned} dot={false} connectNulls isAnimationActive={false} />
      <Line
        dataKey="paid"
        className={styles.paid}
        type="stepAfter"
        dot={({ key, cx, cy, index = 0 }) => (
          <Payment key={key} x={cx} y={cy} isNew={rows[index]?.paid !== rows[index - 1]?.paid} />
        )}
        connectNulls
        isAnimationActive={false}
      />
      <Line dataKey="earned" className={styles.earned} dot={false} connectNulls isAnimationActive={false} />
      <ReferenceLine x={dayNumber(today)} className={styles.today} />
      <SCurveLabels points={points} today={today} forecast={forecast} />
    </ComposedChart>
  )
}

/** A square where the amount paid steps up: it is told by more than a colour. */
function Payment({ x, y, isNew }: { x?: number; y?: number; isNew: boolean }) {
  if (x === undefined || y === undefined || !isNew) return null
  return <rect x={x - 3} y={y - 3} width={6} height={6} className={styles.square} />
}

function CurveTooltip({ active, payload, openUntil }: TooltipContentProps & { openUntil: number | null }) {
  const m = useMessages(sCurveMessages)
  const formats = useFormats()
  const row = payload[0]?.payload as SCurveRow | undefined
  if (!active || !row) return null
  const share = (value: number | null) => (value === null ? null : formats.percent(value / 100, 1))
  const [planned, earned, paid] = [share(row.planned), share(row.earned), share(row.paid)]
  return (
    <div className={styles.tooltip}>
      <strong>{formats.day(dayOf(row.day))}</strong>
      {planned && <span>{m.planned(planned)}</span>}
      {earned && <span>{m.earned(earned)}</span>}
      {paid && <span>{m.paid(paid)}</span>}
      {openUntil !== null && row.day <= openUntil && <em>{m.opens}</em>}
    </div>
  )
}

function useTickName() {
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  return (day: number) => format.format(Date.parse(dayOf(day)))
}

/** The chart in one sentence: where each curve stands. */
function useTold(points: readonly SCurvePoint[]): string {
  const m = useMessages(sCurveMessages)
  const { percent, day } = useFormats()
  const parts = (['planned', 'earned', 'paid'] as const).flatMap((curve) => {
    const known = lastKnown(points, curve)
    return known ? `${m[curve](percent(known.value / 100))} (${day(known.on)})` : []
  })
  return m.spoken(parts.join(' ; '))
}
