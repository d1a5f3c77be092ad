import {
  CartesianGrid,
  Line,
  LineChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { colourOf } from './chart-colours.ts'
import { type PlotProps, useTickName } from './chart-plot.ts'
import { chartTicks, lastValue } from './chart-rows.ts'
import styles from './slide-chart.module.css'
import { useTellValue } from './tell-value.ts'
import { useTextIn } from './texts.ts'

export function Curves({ chart, rows, size, em, title }: PlotProps) {
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
