import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { borderPostsQuery } from '../../../platform/border-posts-query.ts'
import { useRoadSettings } from '../../../platform/road-settings-query.ts'
import { Checkbox } from '../../../ui/field.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { NetworkOptions } from '../../../ui/network-options.tsx'
import { RoadStateChoice } from '../../../ui/road-state-choice.tsx'
import styles from '../controls.module.css'
import { messages } from '../messages.ts'
import { MinutesSlider } from '../minutes-slider.tsx'
import { PostChoice } from '../post-choice.tsx'
import type { CoverageQuestion } from '../search.ts'
import { AccessChoice } from './access-choice.tsx'
import { measureMessages } from './measure-messages.ts'
import { readPosts, writePosts } from './measure-query.ts'

interface MeasureControlsProps {
  search: CoverageQuestion
  onChange(change: Partial<CoverageQuestion>): void
  /** The time that the slider shows; it runs ahead of the address while it is dragged. */
  minutes: number
  onMinutes(minutes: number): void
  /** The figure that the time gives, under the slider. */
  figure: ReactNode
}

/** From where, how long, over which roads, and how off them. */
export function MeasureControls({ search, onChange, minutes, onMinutes, figure }: MeasureControlsProps) {
  const m = useMessages(measureMessages)
  const words = useMessages(messages)
  const { data: posts } = useQuery(borderPostsQuery)
  const settings = useRoadSettings()
  return (
    <div className={styles.controls}>
      <MinutesSlider label={m.minutes} minutes={minutes} onChange={onMinutes} />
      {figure}
      <PostChoice
        posts={posts?.features ?? []}
        chosen={readPosts(search)}
        onChange={(ids) => onChange({ posts: writePosts(ids) })}
      />
      <RoadStateChoice choice={search} {...settings} onChange={onChange} />
      <AccessChoice search={search} onChange={onChange} />
      <details className={styles.options}>
        <summary>
          {words.options} <span>{words.optionsNow(search)}</span>
        </summary>
        <div className={styles.choices}>
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
