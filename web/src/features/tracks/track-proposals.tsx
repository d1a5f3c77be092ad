import type { TrackDetail } from '@borne/api/contracts/tracks'
import { useNavigate } from '@tanstack/react-router'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { trackMessages } from './track-messages.ts'
import styles from './tracks.module.css'

/** The roads that a track proposes; each opens in the list of corrections. */
export function TrackProposals({ track: { proposals } }: { track: TrackDetail }) {
  const m = useMessages(trackMessages)
  const { distance } = useFormats()
  const navigate = useNavigate({ from: '/roads' })
  const open = (editId: string, state: TrackDetail['proposals'][number]['state']) =>
    void navigate({
      search: (old) => ({
        ...old,
        part: undefined,
        track: undefined,
        correction: editId,
        decided: state === 'proposed' ? undefined : state,
      }),
    })
  if (proposals.length === 0) return <p className={styles.muted}>{m.proposalsNone}</p>
  return (
    <ul className={styles.proposals}>
      {proposals.map(({ editId, state, lengthMetres }) => (
        <li key={editId}>
          <button type="button" className={styles.link} onClick={() => open(editId, state)}>
            {m.proposal(distance(lengthMetres))}
          </button>{' '}
          <span className={styles.muted}>{m.proposalStates[state]}</span>
        </li>
      ))}
    </ul>
  )
}
