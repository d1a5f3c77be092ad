import type { PresentedChart } from '@borne/api/contracts/briefings'
import { type ReactNode, useRef } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { type Language, useLanguage } from '../../../ui/language.tsx'
import { type ChartRow, chartRows, chartTicks, isStacked, lastValue } from './chart-rows.ts'
import styles from './slide-chart.module.css'
import { useTellValue } from './tell-value.ts'
import { textIn, useTextIn } from './texts.ts'
import { type Size, useSize } from './use-size.ts'

const FILLS: Record<string, string> = {
  planned: 'var(--muted)',
  actual: 'var(--accent)',
  paid: 'var(--operational)',
  forecast: 'color-mix(in srgb, var(--accent) 22%, var(--paper))',
  operational: 'var(--operational)',
  'under-works': 'var(--under-works)',
  suspended: 'var(--suspended)',
  closed: 'var(--closed)',
}
const PLAIN = ['var(--accent)', '#8a5a00', '#5b3fa8', '#00795a', '#7a3b3b']

/** «planned» is a status too: of posts, not of values. */
function colourOf({ series }: PresentedChart, index: number): string {
  const role = series[index]!.role
  const isOfStatus = series.some((each) => ['operational', 'under-works', 'closed'].includes(each.role))
  if (role === 'planned' && isOfStatus) return 'var(--planned)'
  return FILLS[role] ?? PLAIN[index % PLAIN.length]!
}

/** A chart of a slide, drawn to the size of its box. Its numbers are told by the text beside it. */
export default function SlideChart({ chart, em }: { chart: PresentedChart; em: number }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div ref={box} className={styles.box} dir="ltr" style={{ fontSize: em }}>
      {size && <Drawn chart={chart} size={size} em={em} />}
    </div>
  )
}

interface DrawnProps {
  chart: PresentedChart
  size: Size
  em: number
}

function Drawn({ chart, size, em }: DrawnProps) {
  const { language } = useLanguage()
  const rows = chartRows(chart, language)
  const props = { chart, rows, size, em, title: textIn(chart.title, language) }
  if (chart.kind === 'line') return <Curves {...props} />
  return chart.kind === 'bar' ? <Bars {...props} /> : <Columns {...props} />
}

interface PlotProps extends DrawnProps {
  rows: readonly ChartRow[]
  title: string
}

function Curves({ chart, rows, size, em, title }: PlotProps) {
  const tickName = useTickName(chart, rows)
  const tell = useTellValue()
  return (
    <LineChart
      {...size}
      data={[...rows]}
      title={title}
      margin={{ top: em, right: 7.5 * em, bottom: 0, left: 0 }}
      className={styles.plot}
    >
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="at"
        type="number"
        domain={['dataMin', 'dataMax']}
        ticks={chartTicks(rows, Math.floor(size.width / (6 * em)))}
        tickFormatter={tickName}
        height={2 * em}
      />
      <YAxis
        width={5 * em}
        tickFormatter={(value: number) => tell(value, chart.unit)}
        domain={[0, chart.unit === 'percent' ? 100 : 'auto']}
      />
      {chart.series.map(({ role }, index) => (
        <Line
          key={index}
          dataKey={`value${index}`}
          stroke={colourOf(chart, index)}
          strokeWidth={role === 'actual' ? 4 : 2.5}
          strokeDasharray={role === 'planned' ? '9 6' : role === 'forecast' ? '3 4' : ''}
          type={role === 'paid' ? 'stepAfter' : 'linear'}
          dot={false}
          connectNulls
          isAnimationActive={false}
        />
      ))}
      <CurveNames chart={chart} rows={rows} em={em} />
    </LineChart>
  )
}

/** The curves name themselves at their ends, in the place of a legend. */
function CurveNames({ chart, rows, em }: Pick<PlotProps, 'chart' | 'rows' | 'em'>) {
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  const plot = usePlotArea()
  const textOf = useTextIn()
  const tell = useTellValue()
  if (!xOf || !yOf || !plot) return null
  const ends = chart.series.flatMap(({ name }, index) => {
    const last = lastValue(rows, index)
    if (!last) return []
    const words = `${textOf(name)} ${tell(last.value, chart.unit)}`
    return [{ index, words, x: xOf(last.at) ?? 0, y: yOf(last.value) ?? 0 }]
  })
  let lowest = Number.NEGATIVE_INFINITY
  const placed = ends
    .toSorted((one, other) => one.y - other.y)
    .map((end) => {
      lowest = Math.max(end.y, lowest + 1.3 * em)
      return { ...end, y: lowest }
    })
  return (
    <g className={styles.names} pointerEvents="none">
      {placed.map(({ index, words, x, y }) => (
        <text key={index} x={x + 0.5 * em} y={y + 0.35 * em} fill={colourOf(chart, index)}>
          {words}
        </text>
      ))}
    </g>
  )
}

function Columns({ chart, rows, size, em, title }: PlotProps) {
  const tickName = useTickName(chart, rows)
  const tell = useTellValue()
  return (
    <>
      <BarChart
        width={size.width}
        height={size.height - (hasKey(chart) ? 2.2 * em : 0)}
        data={[...rows]}
        title={title}
        margin={{ top: 2 * em, right: em, bottom: 0, left: 0 }}
        className={styles.plot}
        barCategoryGap="18%"
      >
        <CartesianGrid vertical={false} />
        <XAxis dataKey="at" tickFormatter={tickName} interval="preserveEnd" minTickGap={em} height={2 * em} />
        <YAxis
          width={4 * em}
          tickFormatter={(value: number) => tell(value, chart.unit)}
          allowDecimals={false}
        />
        {bars(chart, rows, tell)}
      </BarChart>
      <Key chart={chart} />
    </>
  )
}

function Bars({ chart, rows, size, em, title }: PlotProps) {
  const tell = useTellValue()
  const longest = Math.max(...rows.map(({ label }) => label.length))
  const most = chart.unit === 'percent' ? 100 : 'auto'
  return (
    <>
      <BarChart
        layout="vertical"
        width={size.width}
        height={size.height - (hasKey(chart) ? 2.2 * em : 0)}
        data={[...rows]}
        title={title}
        margin={{ top: 0, right: 5 * em, bottom: 0, left: 0 }}
        className={styles.plot}
        barCategoryGap="22%"
      >
        <XAxis type="number" hide domain={[0, most]} />
        <YAxis
          type="category"
          dataKey="label"
          width={Math.min(0.4 * size.width, (longest * 0.58 + 1) * em)}
          interval={0}
        />
        {bars(chart, rows, tell)}
      </BarChart>
      <Key chart={chart} />
    </>
  )
}

function bars(
  chart: PresentedChart,
  rows: readonly ChartRow[],
  tell: ReturnType<typeof useTellValue>,
): ReactNode {
  const stacked = isStacked(chart)
  return chart.series.map(({ role }, index) => {
    const isAlone = !stacked || rows.every((row) => isOnlyOne(row, index, chart.series.length))
    const place = isAlone ? (chart.kind === 'bar' ? 'right' : 'top') : 'center'
    return (
      <Bar
        key={index}
        dataKey={`value${index}`}
        fill={colourOf(chart, index)}
        fillOpacity={role === 'planned' && !stacked ? 0.45 : 1}
        {...(stacked ? { stackId: 'all' } : {})}
        isAnimationActive={false}
      >
        {rows.length <= 12 && (
          <LabelList
            dataKey={`value${index}`}
            position={place}
            className={place === 'center' ? labelClass(role) : (styles.value ?? '')}
            formatter={(value: unknown) => (value ? tell(Number(value), chart.unit) : '')}
          />
        )}
      </Bar>
    )
  })
}

/** Nothing else stands on this column: its value is written over it. */
function isOnlyOne(row: ChartRow, index: number, count: number): boolean {
  return (
    row[`value${index}`] === null ||
    Array.from({ length: count }).every((_, i) => i === index || !row[`value${i}`])
  )
}

function labelClass(role: string): string {
  const isPale = role === 'forecast' || role === 'under-works'
  return (isPale ? styles.onPale : styles.onFull) ?? ''
}

/** Each column says by its place what it is: a key would say it twice. */
function hasKey({ series, categories }: PresentedChart): boolean {
  return series.length > 1 && !series.every(({ name }, index) => name.fr === categories[index]?.fr)
}

function Key({ chart }: { chart: PresentedChart }) {
  const textOf = useTextIn()
  if (!hasKey(chart)) return null
  return (
    <ul className={styles.key}>
      {chart.series.map(({ name }, index) => (
        <li key={index}>
          <span style={{ background: colourOf(chart, index) }} />
          {textOf(name)}
        </li>
      ))}
    </ul>
  )
}

const DAY_MS = 86_400_000

function useTickName({ isDated }: PresentedChart, rows: readonly ChartRow[]): (at: number) => string {
  const { language } = useLanguage()
  if (!isDated) return (at) => rows[at]?.label ?? ''
  const format = monthFormat(language)
  return (at) => format.format(at * DAY_MS)
}

function monthFormat(language: Language) {
  return new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' })
}
