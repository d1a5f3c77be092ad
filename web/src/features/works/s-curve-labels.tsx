import { dayNumber } from '@borne/geodata/works/days'
import type { SCurvePoint } from '@borne/geodata/works/s-curve'
import type { Day } from '@borne/geodata/works/types'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './s-curve.module.css'
import { sCurveMessages } from './s-curve-messages.ts'
import { lastKnown, type SCurveForecast, spreadLabels } from './s-curve-rows.ts'

interface SCurveLabelsProps {
  points: readonly SCurvePoint[]
  today: Day
  forecast: SCurveForecast | null
}

const GAP_PIXELS = 16
/** About the width of «réalisé 100 %». */
const LABEL_PIXELS = 90

/** The curves name themselves at their ends, in the place of a legend. */
export function SCurveLabels({ points, today, forecast }: SCurveLabelsProps) {
  const m = useMessages(sCurveMessages)
  const { percent } = useFormats()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  const plot = usePlotArea()
  if (!xOf || !yOf || !plot) return null
  const right = plot.x + plot.width
  const bottom = plot.y + plot.height
  const at = (on: Day, value: number) => ({ x: xOf(dayNumber(on)) ?? 0, y: yOf(value) ?? 0 })

  const known = (['earned', 'paid'] as const).flatMap((curve) => {
    const last = lastKnown(points, curve)
    return last ? { curve, text: m[curve](percent(last.value / 100)), ...at(last.on, last.value) } : []
  })
  const tops = spreadLabels(
    known.map(({ y }) => y + 4),
    GAP_PIXELS,
    bottom - 4,
  )
  const planned = lastKnown(points, 'planned')
  const end = planned && at(planned.on, planned.value)
  const todayX = xOf(dayNumber(today)) ?? 0
  const isTodayLate = todayX > right - LABEL_PIXELS
  return (
    <g className={styles.labels} pointerEvents="none">
      <text
        x={isTodayLate ? todayX - 6 : todayX + 6}
        y={bottom - 8}
        textAnchor={isTodayLate ? 'end' : 'start'}
        data-curve="today"
      >
        {m.today}
      </text>
      {known.map(({ curve, text, x }, index) => {
        const isLate = x > right - LABEL_PIXELS
        return (
          <text
            key={curve}
            x={isLate ? x - 8 : x + 8}
            y={tops[index]}
            textAnchor={isLate ? 'end' : 'start'}
            data-curve={curve}
          >
            {text}
          </text>
        )
      })}
      {planned && end && (
        <text
          x={end.x}
          y={end.y - 8}
          textAnchor={end.x > right - LABEL_PIXELS ? 'end' : 'middle'}
          data-curve="planned"
        >
          {m.planned(percent(planned.value / 100))}
        </text>
      )}
      {forecast && (
        <>
          <text
            x={(xOf(dayNumber(forecast.p50)) ?? 0) - 6}
            y={plot.y + 16}
            textAnchor="end"
            data-curve="forecast"
          >
            P50
          </text>
          <text x={(xOf(dayNumber(forecast.p80)) ?? 0) + 4} y={plot.y + 16} data-curve="forecast">
            P80
          </text>
        </>
      )}
    </g>
  )
}
