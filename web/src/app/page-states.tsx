import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { buttonClass } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { Panel } from '../ui/panel.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import { messages } from './messages.ts'

export function NotFoundPage() {
  const m = useMessages(messages)
  return (
    <Panel title={m.notFoundTitle}>
      <EmptyState
        title={m.notFoundText}
        action={
          <Link to="/posts" className={buttonClass('primary')}>
            {m.notFoundAction}
          </Link>
        }
      />
    </Panel>
  )
}

/** A page that failed while it was drawn, or whose code could not be loaded. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const m = useMessages(messages)
  return <ErrorState problem={error} what={m.pageFailed} onRetry={reset} />
}
