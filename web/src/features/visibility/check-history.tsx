import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { visibilityMessages } from './messages.ts'
import { PlaqueMark } from './plaque-mark.tsx'
import styles from './visibility.module.css'
import { checksQuery } from './visibility-queries.ts'

/** What was seen before, the latest first. */
export function CheckHistory({ pair: { postId, donorId } }: { pair: { postId: string; donorId: string } }) {
  const m = useMessages(visibilityMessages)
  const { day } = useFormats()
  const { data } = useQuery(checksQuery({ postId, donorId }))
  if (!data) return null
  return (
    <section aria-labelledby="check-history">
      <h3 id="check-history" className={styles.heading}>
        {m.history}
      </h3>
      {data.items.length === 0 && <p className={styles.facts}>{m.noHistory}</p>}
      <ul className={styles.history}>
        {data.items.map(({ id, what, state, seenOn, note, photo, recordedBy }) => (
          <li key={id}>
            <PlaqueMark state={state} />
            <div>
              <strong>{m.told(m.marks[what], m.states[state])}</strong>
              <span className={styles.facts}>
                {day(seenOn)}
                {recordedBy && ` · ${m.by(recordedBy)}`}
              </span>
              {note && <span className={styles.note}>{note}</span>}
            </div>
            {photo && (
              <a href={`/api/visibility/checks/${id}/photo/large`} target="_blank" rel="noreferrer">
                <img
                  className={styles.thumbnail}
                  src={`/api/visibility/checks/${id}/photo/thumbnail`}
                  alt={m.photoOf(m.marks[what], day(seenOn))}
                  loading="lazy"
                />
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
