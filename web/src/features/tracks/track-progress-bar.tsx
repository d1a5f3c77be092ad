import type { Track } from '@borne/api/contracts/tracks'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { trackMessages } from './track-messages.ts'
import styles from './tracks.module.css'

/** What is being done with a track, and how far it is. */
export function TrackProgressBar({ track: { name, progress } }: { track: Track }) {
  const m = useMessages(trackMessages)
  const { percent } = useFormats()
  const stage = progress?.stage ?? 'waiting'
  const isMeasured = progress !== null && stage !== 'waiting'
  return (
    <div className={styles.progress}>
      <progress
        {...(isMeasured ? { value: progress.share } : {})}
        aria-label={`${m.stages[stage]}, ${name}`}
      />
      <span className={styles.muted}>
        {m.stages[stage]}
        {isMeasured && ` ${percent(progress.share)}`}
      </span>
    </div>
  )
}
