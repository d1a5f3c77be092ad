import type { Track } from '@borne/api/contracts/tracks'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { trackMessages } from './track-messages.ts'
import { TrackProgressBar } from './track-progress-bar.tsx'
import styles from './tracks.module.css'
import { isWorking } from './tracks-query.ts'
import { useOpenTrack } from './use-open-track.ts'

/** One line of the list: when it was driven, how much of it runs on roads, what it proposes. */
export function TrackLine({ track }: { track: Track }) {
  const m = useMessages(trackMessages)
  const { distance, day, number } = useFormats()
  const open = useOpenTrack()
  const { matchedMetres, unmatchedMetres, openProposalCount } = track
  const facts =
    matchedMetres === null
      ? []
      : [
          distance(matchedMetres + (unmatchedMetres ?? 0)),
          ...(openProposalCount > 0 ? [m.open(number(openProposalCount), openProposalCount)] : []),
        ]
  return (
    <li className={styles.item}>
      <button type="button" className={styles.line} onClick={() => open(track.id)}>
        <span className={styles.title}>
          {track.name}
          {track.isDemonstration && <span className={styles.mark}>{m.demonstration}</span>}
        </span>
        <span className={styles.muted}>
          {[day(track.startedAt ?? track.uploadedAt), ...facts].join(' · ')}
        </span>
        {track.refusal && <span className={styles.failure}>{track.refusal.title}</span>}
      </button>
      {isWorking(track) && <TrackProgressBar track={track} />}
    </li>
  )
}
