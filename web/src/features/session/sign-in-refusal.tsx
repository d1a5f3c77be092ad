import { ApiProblem } from '../../platform/api.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'

/**
 * Why one is not in; after many refusals, how long until the next try.
 *
 * @param seconds Until then, by `useSlowDown`.
 */
export function SignInRefusal({ error, seconds }: { error: unknown; seconds: number }) {
  const m = useMessages(messages)
  if (!isSlowDown(error)) return <FormProblem error={error} />
  if (seconds === 0) return null
  const wait = seconds > 90 ? m.minutes(Math.ceil(seconds / 60)) : m.seconds(seconds)
  return (
    <p className={styles.slowed} role="timer" aria-live="off">
      {m.slowed(wait)}
    </p>
  )
}

function isSlowDown(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'sign-in-slowed'
}
