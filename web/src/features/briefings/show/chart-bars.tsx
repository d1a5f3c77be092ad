import type { PresentedChart } from '@borne/api/contracts/briefings'
import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, LabelList, type LabelProps, XAxis, YAxis } from 'recharts'
import { colourOf } from './chart-colours.ts'
import { type PlotProps, useTickName } from './chart-plot.ts'
import { type ChartRow, isStacked } from './chart-rows.ts'
import styles from './slide-chart.module.css'
import { useTellValue } from './tell-value.ts'
import { useTextIn } from './texts.ts'

export function Columns({ chart, rows, size, em, title }: PlotProps) {
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
        {bars(chart, rows, em)}
      </BarChart>
      <Key chart={chart} />
    </>
  )
}

export function Bars({ chart, rows, size, em, title }: PlotProps) {
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
        {bars(chart, rows, em)}
      </BarChart>
      <Key chart={chart} />
    </>
  )
}

function bars(chart: PresentedChart, rows: readonly ChartRow[], em: number): ReactNode {
  const stacked = isStacked(chart)
  const isFew = rows.length <= MOST_LABELLED
  return chart.series.map(({ role }, index) => {
    const isAlone = !stacked || rows.every((row) => isOnlyOne(row, index, chart.series.length))
    return (
      <Bar
        key={index}
        dataKey={`value${index}`}
        fill={colourOf(chart, index)}
        fillOpacity={role === 'planned' && !stacked ? 0.45 : 1}
        {...(stacked ? { stackId: 'all' } : {})}
        maxBarSize={chart.kind === 'bar' ? 3.2 * em : 6 * em}
        isAnimationActive={false}
      >
        {isFew && (
          <LabelList
            dataKey={`value${index}`}
            content={(label) => (
              <BarLabel label={label} chart={chart} role={role} isAlone={isAlone} em={em} />
            )}
          />
        )}
      </Bar>
    )
  })
}

const MOST_LABELLED = 12
const DARK_FILLS = ['actual', 'paid', 'planned', 'operational', 'suspended', 'closed', 'plain']

interface BarLabelProps {
  label: LabelProps
  chart: PresentedChart
  role: string
  /** Nothing stands on its bar: it is written beyond its end. */
  isAlone: boolean
  em: number
}

/** The value of a bar: beyond its end, or within it where it fits. */
function BarLabel({ label, chart, role, isAlone, em }: BarLabelProps) {
  const tell = useTellValue()
  const [x, y, width, height] = [label.x, label.y, label.width, label.height].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  if (!label.value) return null
  const words = tell(Number(label.value), chart.unit)
  const isBar = chart.kind === 'bar'
  if (isAlone)
    return isBar ? (
      <text x={x + width + 0.5 * em} y={y + height / 2} dy="0.35em" className={styles.value}>
        {words}
      </text>
    ) : (
      <text x={x + width / 2} y={y - 0.4 * em} textAnchor="middle" className={styles.value}>
        {words}
      </text>
    )
  if (width < 0.62 * em * words.length || height < 1.1 * em) return null
  return (
    <text
      x={x + width / 2}
      y={y + height / 2}
      dy="0.35em"
      textAnchor="middle"
      className={DARK_FILLS.includes(role) ? styles.onFull : styles.onPale}
    >
      {words}
    </text>
  )
}

/** Nothing else stands on this column: its value is written over it. */
function isOnlyOne(row: ChartRow, index: number, count: number): boolean {
  return (
    row[`value${index}`] === null ||
    Array.from({ length: count }).every((_, i) => i === index || !row[`value${i}`])
  )
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
