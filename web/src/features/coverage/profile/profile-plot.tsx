import { useRef, useState } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { pointAt } from './pointed-place.ts'
import styles from './profile.module.css'
import {
  type DrawnPost,
  type DrawnSegment,
  type DrawnSpan,
  ProfileMarks,
  TimeGradient,
} from './profile-marks.tsx'
import { profileMessages } from './profile-messages.ts'
import { kilometreTicks, type ProfileRow, type Span, tickWords } from './profile-rows.ts'

const PRINTED_PIXELS = 660
const HEIGHT_PIXELS = 180
/** Where the window leaves the map little room. */
const LOW_WINDOW = '(max-height: 860px)'
const LOW_PIXELS = 142
const AXIS_PIXELS = 56
const RIGHT_PIXELS = 16
/** The room that a mark of kilometres takes. */
const TICK_PIXELS = 80
/** A shorter drag is a click. */
const LEAST_DRAG_SHARE = 0.01

export interface ProfilePlotProps {
  rows: readonly ProfileRow[]
  span: Span
  segments: readonly DrawnSegment[]
  gaps: readonly Span[]
  /** The classes of time along the border. */
  strip: readonly DrawnSpan[]
  posts: readonly DrawnPost[]
  /** What the map shows. */
  visible: readonly Span[]
  minutes: number
  bands: readonly number[]
  scale: { top: number; ticks: number[] }
  /** The chosen place. */
  spotMetres: number | null
  postName(index: number | null): string
  onPick(metres: number): void
  onZoom(span: Span): void
}

/** Minutes at each kilometre of the border, with the asked minutes, the gaps and the posts. */
export default function ProfilePlot(props: ProfilePlotProps) {
  const figure = useRef<HTMLElement>(null)
  const measured = useWidth(figure)
  const width = useMediaQuery('print') ? PRINTED_PIXELS : measured
  const height = useMediaQuery(LOW_WINDOW) ? LOW_PIXELS : HEIGHT_PIXELS
  return (
    <figure ref={figure} className={styles.plot} dir="ltr">
      {width > 0 && <Curves {...props} width={width} height={height} />}
    </figure>
  )
}

function Curves({ width, height, ...props }: ProfilePlotProps & { width: number; height: number }) {
  const m = useMessages(profileMessages)
  const { duration, number } = useFormats()
  const { rows, span, minutes, bands, scale, spotMetres } = props
  const pointer = usePointer(props)
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...rows]}
      margin={{ top: 20, right: RIGHT_PIXELS, bottom: 0, left: 0 }}
      title={m.spoken(duration(minutes * 60))}
      className={styles.chart ?? ''}
      {...pointer.handlers}
    >
      <TimeGradient bands={bands} top={scale.top} />
      <CartesianGrid vertical={false} />
      <ProfileMarks {...props} asked={duration(minutes * 60)} />
      <XAxis
        dataKey="metres"
        type="number"
        domain={[span[0], span[1]]}
        allowDataOverflow
        ticks={kilometreTicks(span, Math.max(2, Math.floor(width / TICK_PIXELS)))}
        tickFormatter={(metres: number) => number(metres / 1000)}
        height={22}
      />
      <YAxis
        domain={[0, scale.top]}
        allowDataOverflow
        ticks={scale.ticks}
        tickFormatter={tickWords}
        width={AXIS_PIXELS}
      />
      <Tooltip
        content={(shown) => <ProfileTooltip {...shown} minutes={minutes} postName={props.postName} />}
        isAnimationActive={false}
      />
      <Area
        dataKey="band"
        className={styles.band ?? ''}
        stroke="none"
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="p50"
        className={styles.middle ?? ''}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <ReferenceLine y={minutes} className={styles.threshold ?? ''} />
      {spotMetres !== null && <ReferenceLine x={spotMetres} className={styles.spot ?? ''} />}
      {pointer.dragged && (
        <ReferenceArea x1={pointer.dragged[0]} x2={pointer.dragged[1]} className={styles.dragged ?? ''} />
      )}
    </ComposedChart>
  )
}

interface Pointed {
  activeLabel?: string | number | undefined
}

/** A click chooses a place; a drag takes a part of the border closer. */
function usePointer({ span, onPick, onZoom }: ProfilePlotProps) {
  const [dragged, setDragged] = useState<Span | null>(null)
  const isLong = (part: Span) => Math.abs(part[1] - part[0]) > LEAST_DRAG_SHARE * (span[1] - span[0])
  const placeOf = ({ activeLabel }: Pointed) => (activeLabel === undefined ? null : Number(activeLabel))
  const handlers = {
    onMouseDown(pointed: Pointed) {
      const at = placeOf(pointed)
      if (at !== null) setDragged([at, at])
    },
    onMouseMove(pointed: Pointed) {
      const at = placeOf(pointed)
      pointAt(at)
      if (dragged && at !== null) setDragged([dragged[0], at])
    },
    onMouseLeave() {
      pointAt(null)
      setDragged(null)
    },
    onMouseUp(pointed: Pointed) {
      const at = placeOf(pointed)
      setDragged(null)
      if (dragged && isLong(dragged)) onZoom([Math.min(...dragged), Math.max(...dragged)])
      else if (at !== null) onPick(at)
    },
  }
  return { handlers, dragged: dragged && isLong(dragged) ? dragged : null }
}

interface ProfileTooltipProps extends TooltipContentProps {
  minutes: number
  postName(index: number | null): string
}

function ProfileTooltip({ active, payload, minutes, postName }: ProfileTooltipProps) {
  const m = useMessages(profileMessages)
  const { distance, duration } = useFormats()
  const row = payload[0]?.payload as ProfileRow | undefined
  if (!active || !row) return null
  return (
    <div className={styles.tooltip}>
      <strong>{m.atKilometre(distance(row.metres))}</strong>
      {row.p50 === null ? (
        <span>{m.nobody}</span>
      ) : (
        <>
          <span>{m.soonest(postName(row.postIndex), duration(row.p50 * 60))}</span>
          {row.p90 !== null && <span>{m.nineOfTen(duration(row.p90 * 60))}</span>}
          {row.p50 > minutes && <span className={styles.late}>{m.outOfReach}</span>}
        </>
      )}
      <em>{m.opens}</em>
    </div>
  )
}
