import type { RecordedEvent } from '@borne/api/contracts/works'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { MeasureList } from './measure-list.tsx'
import { progressMessages } from './progress-messages.ts'

/** What a report said before it was corrected, the latest version first; nothing of it is lost. */
export function FormerVersions({ eventId, view }: { eventId: string; view: ContractView }) {
  const m = useMessages(progressMessages)
  const { day, instant } = useFormats()
  return formerVersions(view.events, eventId).map(
    ({ id, happenedOn, recordedAt, recordedByName, payload: { measures, note, fallReason } }) => (
      <details key={id} className={styles.fold}>
        <summary>{m.formerVersion(day(happenedOn), instant(recordedAt), recordedByName)}</summary>
        <MeasureList measures={measures} view={view} />
        {fallReason && <p className={styles.text}>{m.fall(fallReason)}</p>}
        {note && <p className={styles.text}>{note}</p>}
      </details>
    ),
  )
}

type Report = Extract<RecordedEvent, { kind: 'progress-report' }>

function formerVersions(events: readonly RecordedEvent[], eventId: string): Report[] {
  const replaced = events.find(({ id }) => id === eventId)?.replaces
  const former = events.find(({ id }) => id === replaced)
  return former?.kind === 'progress-report' ? [former, ...formerVersions(events, former.id)] : []
}
