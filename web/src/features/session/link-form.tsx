import type { LinkDescription } from '@borne/api/contracts/session'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { useSignIn } from './session-requests.ts'

interface LinkFormProps {
  token: string
  link: LinkDescription
  /** One is signed in. */
  onDone(): void
}

/** Who one is, where it is not known yet, and the password; then one is in. */
export function LinkForm({ token, link, onDone }: LinkFormProps) {
  const m = useMessages(messages)
  const isSetUp = link.purpose === 'set-up'
  const [name, setName] = useState(link.name)
  const [email, setEmail] = useState(link.email)
  const [password, setPassword] = useState('')
  const { mutate, isPending, error } = useSignIn()

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const who = isSetUp ? { name: name.trim(), email: email.trim() } : {}
    mutate({ with: 'link', input: { token, password, ...who } }, { onSuccess: onDone })
  }

  const errorAt = (field: string) => fieldError(error, field)
  const isAtField = ['name', 'email', 'password'].some(errorAt)
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <header className={styles.intro}>
        <h1>{m.linkTitles[link.purpose]}</h1>
        <p>{introOf(link, m)}</p>
      </header>
      {isSetUp && <NameField name={name} error={errorAt('name')} onName={setName} />}
      <EmailField isGiven={!isSetUp} email={email} error={errorAt('email')} onEmail={setEmail} />
      <PasswordField
        label={m.newPassword}
        kind="new"
        isFocused={!isSetUp}
        error={errorAt('password')}
        value={password}
        onChange={setPassword}
      />
      {!isAtField && <FormProblem error={error} />}
      <Button type="submit" variant="primary" disabled={isPending}>
        {isSetUp ? m.create : m.enter}
      </Button>
    </form>
  )
}

function introOf({ purpose, name }: LinkDescription, m: (typeof messages)['fr']): string {
  return purpose === 'set-up' ? m.linkTexts['set-up'] : m.linkTexts[purpose](name)
}

function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.problem.errors?.find((one) => one.field === field)?.message
}

interface NameFieldProps {
  name: string
  error: string | undefined
  onName(name: string): void
}

function NameField({ name, error, onName }: NameFieldProps) {
  const m = useMessages(messages)
  return (
    <Field label={m.name} error={error}>
      {(control) => (
        <input
          {...control}
          autoComplete="name"
          maxLength={200}
          required
          value={name}
          onChange={(event) => onName(event.target.value)}
        />
      )}
    </Field>
  )
}

interface EmailFieldProps {
  /** The link says whose it is: shown, so that the browser keeps the password under it. */
  isGiven: boolean
  email: string
  error: string | undefined
  onEmail(email: string): void
}

function EmailField({ isGiven, email, error, onEmail }: EmailFieldProps) {
  const m = useMessages(messages)
  return (
    <Field label={m.email} error={error}>
      {(control) => (
        <input
          {...control}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          required
          readOnly={isGiven}
          value={email}
          onChange={(event) => onEmail(event.target.value)}
        />
      )}
    </Field>
  )
}
