import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'

/** After many refusals: how long until the next try. */
export function SlowDown({ seconds }: { seconds: number }) {
  const m = useMessages(messages)
  if (seconds === 0) return null
  const wait = seconds > 90 ? m.minutes(Math.ceil(seconds / 60)) : m.seconds(seconds)
  return (
    <p className={styles.slowed} role="timer" aria-live="off">
      {m.slowed(wait)}
    </p>
  )
}
