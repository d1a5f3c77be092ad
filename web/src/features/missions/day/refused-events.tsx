import { Button } from '../../../ui/button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { checkInMessages } from './check-in-messages.ts'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import { dropEvent, type KeptEvent } from './kept-events.ts'
import { useMoment } from './use-moment.ts'

/** What was noted here and the server did not take: the person reads why, and lets it go. */
export function RefusedEvents({ kept }: { kept: readonly KeptEvent[] }) {
  const m = useMessages(checkInMessages)
  const words = useMessages(dayMessages)
  const moment = useMoment()
  const refused = kept.filter(({ refusal }) => refusal !== null)
  if (refused.length === 0) return null
  return (
    <ul className={styles.refused} aria-label={m.refusedTitle}>
      {refused.map((one) => (
        <li key={one.event.id}>
          <strong>
            {words.kinds[one.event.kind]}, {moment(one.event.happenedAt)}
          </strong>{' '}
          {m.notTaken} {one.refusal}
          <Button size="small" onClick={() => void dropEvent(one)}>
            {m.letGo}
          </Button>
        </li>
      ))}
    </ul>
  )
}
