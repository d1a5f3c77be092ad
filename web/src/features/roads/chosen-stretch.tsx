import type { RoadDay } from '@borne/api/contracts/roads'
import { IconX } from '@tabler/icons-react'
import { IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { RoadCauseText } from '../../ui/road-cause-text.tsx'
import { roadWords } from '../../ui/road-words.ts'
import styles from './day-result.module.css'
import { messages } from './messages.ts'

interface ChosenStretchProps {
  day: RoadDay
  /** Place among the drawn stretches. */
  index: number
  onClose(): void
}

/** What became of the stretch that was clicked, and why. */
export function ChosenStretch({ day, index, onClose }: ChosenStretchProps) {
  const m = useMessages(messages)
  const words = useMessages(roadWords)
  const stretch = day.roads.features[index]?.properties
  const cause = stretch && day.causes[stretch.cause]
  if (!stretch) return null
  return (
    <section className={styles.stretch} aria-label={m.stretch} role="status">
      <p>
        <strong>{words.levels[stretch.level]}</strong>
        {cause && (
          <span className={styles.cause}>
            <RoadCauseText cause={cause} />
          </span>
        )}
      </p>
      <IconButton label={m.closeStretch} tip="below-end" icon={<IconX size={18} />} onClick={onClose} />
    </section>
  )
}
