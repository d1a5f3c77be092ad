import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { Checkbox } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { NetworkOptions } from '../../ui/network-options.tsx'
import { RoadStateChoice } from '../../ui/road-state-choice.tsx'
import { messages } from './messages.ts'
import { PostChoice } from './post-choice.tsx'
import styles from './reach-controls.module.css'
import { DEFAULT_MINUTES, DEFAULT_OFF_ROAD_METRES, readPosts, writePosts } from './reach-query.ts'
import type { CoverageQuestion } from './search.ts'

/** The times that the slider stops at: finer where an hour matters. */
const MINUTE_STEPS = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360] as const
const OFF_ROAD_STEPS = [500, 1000, 2000, 5000, 10_000] as const

interface ReachControlsProps {
  search: CoverageQuestion
  onChange(change: Partial<CoverageQuestion>): void
  /** The time that the slider shows; it runs ahead of the address while it is dragged. */
  minutes: number
  onMinutes(minutes: number): void
}

/** From where, how long, how far off the road, over which roads. */
export function ReachControls({ search, onChange, minutes, onMinutes }: ReachControlsProps) {
  const m = useMessages(messages)
  const { data: posts } = useQuery(borderPostsQuery)
  const settings = useRoadSettings()
  return (
    <div className={styles.controls}>
      <PostChoice
        posts={posts?.features ?? []}
        chosen={readPosts(search)}
        onChange={(ids) => onChange({ posts: writePosts(ids) })}
      />
      <MinutesSlider minutes={minutes} onChange={onMinutes} />
      <RoadStateChoice choice={search} {...settings} onChange={onChange} />
      <details className={styles.options}>
        <summary>
          {m.options} <span>{m.optionsNow(search)}</span>
        </summary>
        <div className={styles.choices}>
          <OffRoadChoice
            metres={search.offRoadMetres ?? DEFAULT_OFF_ROAD_METRES}
            onChange={(offRoadMetres) => onChange({ offRoadMetres })}
          />
          <NetworkOptions choice={search} onChange={onChange} />
          <Checkbox
            label={m.includeUnconfirmed}
            checked={search.includeUnconfirmed ?? false}
            onChange={(checked) => onChange({ includeUnconfirmed: checked || undefined })}
          />
        </div>
      </details>
    </div>
  )
}

interface MinutesSliderProps {
  minutes: number
  onChange(minutes: number): void
}

export function MinutesSlider({ minutes, onChange }: MinutesSliderProps) {
  const m = useMessages(messages)
  const id = useId()
  const { duration } = useFormats()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{m.minutes}</label>
      <output htmlFor={id}>{duration(minutes * 60)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={MINUTE_STEPS.length - 1}
        step={1}
        value={nearestStep(minutes)}
        aria-valuetext={duration(minutes * 60)}
        onChange={(event) => onChange(MINUTE_STEPS[Number(event.target.value)] ?? DEFAULT_MINUTES)}
      />
    </div>
  )
}

/** Index of the step nearest to a time; an address may hold any. */
function nearestStep(minutes: number): number {
  const distances = MINUTE_STEPS.map((step) => Math.abs(step - minutes))
  return distances.indexOf(Math.min(...distances))
}

function OffRoadChoice({ metres, onChange }: { metres: number; onChange(metres: number): void }) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const steps = [...new Set([...OFF_ROAD_STEPS, metres])].sort((a, b) => a - b)
  return (
    <label className={styles.offRoad}>
      <span>{m.offRoad}</span>
      <select value={metres} onChange={(event) => onChange(Number(event.target.value))}>
        {steps.map((step) => (
          <option key={step} value={step}>
            {distance(step)}
          </option>
        ))}
      </select>
      <span className={styles.hint}>{m.offRoadHint}</span>
    </label>
  )
}
