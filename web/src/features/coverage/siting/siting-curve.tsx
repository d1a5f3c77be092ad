import type { SitingAnswer } from '@borne/api/contracts/coverage'
import { useRef } from 'react'
import { CartesianGrid, ComposedChart, LabelList, Line, XAxis, YAxis } from 'recharts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { roundScale } from '../scenarios/timeline-rows.ts'
import styles from './siting.module.css'
import { sitingMessages } from './siting-messages.ts'
import { useSitingFormats } from './use-siting-formats.ts'

const PRINTED_PIXELS = 660
const HEIGHT_PIXELS = 220
/** Beyond so many points, figures beside each would cover each other. */
const MOST_LABELLED = 6

/** The best for 0, 1, 2… new posts; hollow where it is not proven, with the bound above it. */
export default function SitingCurve({ answer }: { answer: SitingAnswer }) {
  const figure = useRef<HTMLElement>(null)
  const measured = useWidth(figure)
  const width = useMediaQuery('print') ? PRINTED_PIXELS : measured
  return (
    <figure ref={figure} className={styles.curve} dir="ltr">
      {width > 0 && <Curve answer={answer} width={width} />}
    </figure>
  )
}

function Curve({ answer, width }: { answer: SitingAnswer; width: number }) {
  const m = useMessages(sitingMessages)
  const { number } = useFormats()
  const formats = useSitingFormats(answer)
  // Kilometres and minutes have round marks; metres and seconds have not.
  const unit = formats.isTime ? 60 : answer.unit === 'metres' ? 1000 : 1
  const rows = answer.curve.map(({ count, objective, bound, isOptimal }) => ({
    count,
    value: objective === null ? null : objective / unit,
    bound: isOptimal || bound === null ? null : bound / unit,
    isOptimal,
    label: formats.objective(objective),
  }))
  const known = rows.flatMap(({ value, bound }) => [value, bound].filter((one) => one !== null))
  const { top, ticks } = roundScale(Math.max(0, ...known))
  const tell = (value: number) => formats.objective(value * unit)
  return (
    <ComposedChart
      width={width}
      height={HEIGHT_PIXELS}
      data={rows}
      margin={{ top: 20, right: 28, bottom: 16, left: 0 }}
      title={m.curve}
    >
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="count"
        type="number"
        domain={[0, rows.at(-1)?.count ?? 1]}
        padding={{ left: 28, right: 8 }}
        ticks={rows.map(({ count }) => count)}
        tickFormatter={(count: number) => number(count)}
        label={{ value: m.curveColumns.count, position: 'insideBottom', offset: -10 }}
      />
      <YAxis domain={[0, top]} ticks={ticks} tickFormatter={tell} width={68} />
      <Line
        dataKey="bound"
        className={styles.bound}
        strokeDasharray="2 4"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="value"
        className={styles.value}
        activeDot={false}
        isAnimationActive={false}
        dot={({ key, cx, cy, index = 0 }) => (
          <circle
            key={key}
            cx={cx}
            cy={cy}
            r={4.5}
            className={styles.point}
            data-proven={rows[index]?.isOptimal || undefined}
          />
        )}
      >
        {rows.length <= MOST_LABELLED && (
          <LabelList dataKey="label" position="top" offset={9} className={styles.pointLabel ?? ''} />
        )}
      </Line>
    </ComposedChart>
  )
}
