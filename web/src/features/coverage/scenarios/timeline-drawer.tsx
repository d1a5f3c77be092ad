import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerSkipForward } from '@tabler/icons-react'
import { lazy, Suspense, useId } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { type ChartCell, ChartFrame, type ChartTable } from '../../../ui/chart-frame.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import styles from './timeline.module.css'
import { timelineMessages } from './timeline-messages.ts'
import type { MeasuredStep } from './timeline-part.tsx'
import { usePlay } from './use-play.ts'

// The library of charts comes with the first one that is drawn.
const TimelinePlot = lazy(() => import('./timeline-plot.tsx'))

interface TimelineDrawerProps {
  measured: readonly MeasuredStep[]
  at: number
  isStale: boolean
  onGo(index: number): void
}

/** Kilometres in reach against the day, and the hand that goes through them. */
export function TimelineDrawer({ measured, at, isStale, onGo }: TimelineDrawerProps) {
  const m = useMessages(timelineMessages)
  const table = useTable(measured)
  return (
    <Drawer label={m.drawer}>
      <div className={styles.drawer} data-stale={isStale || undefined}>
        <ChartFrame title={m.drawer} table={table}>
          <Suspense fallback={<Skeleton lines={5} />}>
            <TimelinePlot measured={measured} at={at} onGo={onGo} />
          </Suspense>
        </ChartFrame>
        <Hand measured={measured} at={at} onGo={onGo} />
      </div>
    </Drawer>
  )
}

function Hand({ measured, at, onGo }: Omit<TimelineDrawerProps, 'isStale'>) {
  const m = useMessages(timelineMessages)
  const { day, distance, list } = useFormats()
  const id = useId()
  const last = measured.length - 1
  const { isPlaying, toggle } = usePlay(at, last, onGo)
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)')
  const { step, coverage } = measured[at]!
  const names = step.openings.flatMap(({ posts }) =>
    posts.filter(({ isOperational }) => !isOperational).map(({ name }) => name),
  )
  const told = step.kind === null ? m.asItStands : list(names)
  return (
    <div className={styles.hand}>
      {isStill ? (
        <IconButton
          label={m.next}
          icon={<IconPlayerSkipForward />}
          tip="above"
          onClick={() => onGo(at >= last ? 0 : at + 1)}
        />
      ) : (
        <IconButton
          label={isPlaying ? m.pause : m.play}
          icon={isPlaying ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
          tip="above"
          onClick={toggle}
        />
      )}
      <label htmlFor={id}>
        <span className="visually-hidden">{m.step}</span>
        <strong>{day(step.on)}</strong> {told}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={`${day(step.on)}, ${told}, ${distance(coverage?.reachedBorderMetres)}`}
        onChange={({ target }) => onGo(Number(target.value))}
      />
      <output htmlFor={id} className="number">
        {distance(coverage?.reachedBorderMetres)}
      </output>
    </div>
  )
}

function useTable(measured: readonly MeasuredStep[]): ChartTable {
  const m = useMessages(timelineMessages)
  const { day, distance, list } = useFormats()
  const length = {
    isNumber: true,
    format: (value: ChartCell) => distance(value === null ? null : Number(value)),
  }
  return {
    columns: [
      { label: m.columns.on, format: (value) => day(value as string) },
      { label: m.columns.what },
      { label: m.columns.kind },
      { label: m.columns.length, ...length },
      { label: m.columns.gain, ...length },
    ],
    rows: measured.map(({ step, coverage }, index) => {
      const before = measured[index - 1]?.coverage
      const names = step.openings.flatMap(({ posts }) => posts.map(({ name }) => name))
      return [
        step.on,
        step.kind === null ? m.asItStands : list(names),
        step.kind === null ? '' : m.kinds[step.kind],
        coverage ? Math.round(coverage.reachedBorderMetres) : null,
        coverage && before ? Math.round(coverage.reachedBorderMetres - before.reachedBorderMetres) : null,
      ]
    }),
  }
}
