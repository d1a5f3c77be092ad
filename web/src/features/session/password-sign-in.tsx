import { type FormEvent, useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { ForgottenPassword } from './forgotten-password.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { useSignIn } from './session-requests.ts'
import { SignInRefusal } from './sign-in-refusal.tsx'
import { useSlowDown } from './use-slow-down.ts'

interface PasswordSignInProps {
  openIdName: string | null
  canResetByEmail: boolean
  next: string
  /** The organisation's sign-in sent the person back. */
  isRefused: boolean
}

/** Address and password, or the organisation's own sign-in. */
export function PasswordSignIn({ openIdName, canResetByEmail, next, isRefused }: PasswordSignInProps) {
  const m = useMessages(messages)
  const [email, setEmail] = useState('')
  const [hasForgotten, setHasForgotten] = useState(false)
  if (hasForgotten) {
    return (
      <ForgottenPassword
        canResetByEmail={canResetByEmail}
        email={email}
        onEmail={setEmail}
        onBack={() => setHasForgotten(false)}
      />
    )
  }
  return (
    <>
      {isRefused && (
        <p className={styles.problem} role="alert">
          {m.openIdRefused}
        </p>
      )}
      <PasswordForm email={email} onEmail={setEmail} onForgotten={() => setHasForgotten(true)} />
      {openIdName && (
        <>
          <p className={styles.or}>{m.or}</p>
          <a href={`/api/openid/start?next=${encodeURIComponent(next)}`} className={buttonClass()}>
            {openIdName}
          </a>
        </>
      )}
    </>
  )
}

interface PasswordFormProps {
  email: string
  onEmail(email: string): void
  onForgotten(): void
}

function PasswordForm({ email, onEmail, onForgotten }: PasswordFormProps) {
  const m = useMessages(messages)
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useSignIn()
  const seconds = useSlowDown(error)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate({ with: 'password', input: { email, password } })
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label={m.email}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            required
            value={email}
            onChange={(event) => onEmail(event.target.value)}
          />
        )}
      </Field>
      <PasswordField label={m.password} kind="current" value={password} onChange={setPassword} />
      <SignInRefusal error={error} seconds={seconds} />
      <div ref={error ? bringIntoView : undefined} className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={isPending || seconds > 0}>
          {m.signIn}
        </Button>
        <Button variant="quiet" className={styles.link} onClick={onForgotten}>
          {m.forgotten}
        </Button>
      </div>
    </form>
  )
}

/** A refusal pushes the button down: it stays in sight. */
function bringIntoView(buttons: HTMLElement | null) {
  buttons?.scrollIntoView({ block: 'nearest' })
}
