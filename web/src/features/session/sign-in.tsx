import { useQuery } from '@tanstack/react-query'
import type { ToggleEvent } from 'react'
import { sessionQuery } from '../../platform/session-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { CodeForm } from './code-form.tsx'
import { DemonstrationCards } from './demonstration-cards.tsx'
import { messages } from './messages.ts'
import { PasswordSignIn } from './password-sign-in.tsx'
import styles from './session.module.css'

interface SignInProps {
  /** The session ended in the middle of work, which waits under this. */
  isAgain?: boolean
  /** Where a provider sends the person back to. */
  next: string
  /** Code of the refusal with which a provider sent the person back. */
  problem?: string | undefined
}

/** Every way into the house: a click in the demonstration, a password and its code, the organisation's account. */
export function SignIn({ isAgain = false, next, problem }: SignInProps) {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery(sessionQuery)
  if (!data) {
    return error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />
  }
  if (data.signedIn?.stage === 'second-factor') return <CodeForm />
  const { demonstrationRoles, openIdName, canResetByEmail, needsSetUp } = data.options
  const isDemonstration = demonstrationRoles.length > 0
  const form = (
    <PasswordSignIn
      openIdName={openIdName}
      canResetByEmail={canResetByEmail}
      next={next}
      isRefused={problem !== undefined}
    />
  )
  return (
    <>
      {isAgain && (
        <header className={styles.intro}>
          <h1>{m.again}</h1>
          <p>{m.againText}</p>
        </header>
      )}
      {isDemonstration && <DemonstrationCards roles={demonstrationRoles} isAgain={isAgain} />}
      {needsSetUp && <p className={styles.setUp}>{m.needsSetUp}</p>}
      {isDemonstration ? (
        <details className={styles.own} open={problem !== undefined} onToggle={bringIntoView}>
          <summary>{m.ownAccount}</summary>
          {form}
        </details>
      ) : (
        <>
          {!isAgain && <h1 className={styles.title}>{m.signInTitle}</h1>}
          {form}
        </>
      )}
    </>
  )
}

function bringIntoView({ currentTarget }: ToggleEvent<HTMLDetailsElement>) {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
}
