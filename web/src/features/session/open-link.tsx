import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ApiProblem } from '../../platform/api.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { LinkForm } from './link-form.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { inspectLink } from './session-requests.ts'

/** What a one-time link opens: the form that it is for, or why it opens nothing. */
export function OpenLink({ token, onDone }: { token: string; onDone(): void }) {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery({
    queryKey: ['session', 'link', token],
    queryFn: () => inspectLink(token),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (token === '') return <DeadLink title={m.linkMissingTitle} text={m.linkMissingText} />
  if (data) return <LinkForm token={token} link={data} onDone={onDone} />
  if (!error) return <Skeleton lines={5} />
  const status = error instanceof ApiProblem ? error.problem.status : 0
  if (status >= 400 && status < 500) return <DeadLink title={m.linkRefusedTitle} text={m.linkRefusedText} />
  return <ErrorState problem={error} what={m.linkFailed} onRetry={() => void refetch()} />
}

function DeadLink({ title, text }: { title: string; text: string }) {
  const m = useMessages(messages)
  return (
    <div className={styles.form}>
      <header className={styles.intro}>
        <h1>{title}</h1>
        <p>{text}</p>
      </header>
      <Link to="/sign-in" className={buttonClass()}>
        {m.toSignIn}
      </Link>
    </div>
  )
}
