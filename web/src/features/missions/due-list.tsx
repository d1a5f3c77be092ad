import type { DueVisit } from '@borne/api/contracts/missions'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'
import { dueMessages } from './due-messages.ts'
import { dueText } from './due-words.ts'
import { missionsMessages } from './messages.ts'

interface DueListProps {
  items: readonly DueVisit[]
  chosen: ReadonlySet<string>
  onToggle(due: DueVisit, isChosen: boolean): void
  onHover(postId: string | null): void
}

const SHOWN_REASONS = 3

/** What is to be visited, the most pressing first, each with why. */
export function DueList({ items, chosen, onToggle, onHover }: DueListProps) {
  const m = useMessages(demandMessages)
  return (
    <ol className={styles.due} aria-label={m.due}>
      {items.map((due, index) => (
        <li key={due.postId} onMouseEnter={() => onHover(due.postId)} onMouseLeave={() => onHover(null)}>
          <DueLine
            due={due}
            rank={index + 1}
            isChosen={chosen.has(due.postId)}
            onToggle={(isChosen) => onToggle(due, isChosen)}
          />
        </li>
      ))}
    </ol>
  )
}

interface DueLineProps {
  due: DueVisit
  rank: number
  isChosen: boolean
  onToggle(isChosen: boolean): void
}

function DueLine({ due, rank, isChosen, onToggle }: DueLineProps) {
  const m = useMessages(demandMessages)
  const d = useMessages(dueMessages)
  const words = useMessages(missionsMessages)
  const formats = useFormats()
  const id = `due-${due.postId}`
  const { reasons, earliest, latest, plannedIn } = due
  const dates = [earliest && d.after(formats.day(earliest)), latest && d.before(formats.day(latest))]
  return (
    <div className={styles.dueLine} data-chosen={isChosen || undefined}>
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        disabled={due.position === null}
        aria-describedby={`${id}-why`}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <label htmlFor={id}>
        <span className={styles.rank} data-priority={due.priority} aria-hidden="true">
          {rank}
        </span>
        <strong>{due.name}</strong>
        {due.isDemonstration && <span className={styles.demo}>{words.demonstration}</span>}
      </label>
      <span className={styles.minutes}>{formats.duration(due.minutes * 60)}</span>
      <div id={`${id}-why`} className={styles.why}>
        <ul>
          {reasons.slice(0, SHOWN_REASONS).map((reason) => (
            <li key={JSON.stringify(reason)}>{dueText(reason, d, formats)}</li>
          ))}
        </ul>
        {reasons.length > SHOWN_REASONS && (
          <details>
            <summary>+{reasons.length - SHOWN_REASONS}</summary>
            <ul>
              {reasons.slice(SHOWN_REASONS).map((reason) => (
                <li key={JSON.stringify(reason)}>{dueText(reason, d, formats)}</li>
              ))}
            </ul>
          </details>
        )}
        <p className={styles.muted}>
          {[
            m.priorityIs(words.priorities[due.priority].toLowerCase()),
            ...dates.filter(Boolean),
            plannedIn.length > 0 && d.plannedIn(formats.list(plannedIn.map(({ reference }) => reference))),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {due.position === null && <p className={styles.muted}>{d.noPosition}</p>}
      </div>
    </div>
  )
}
