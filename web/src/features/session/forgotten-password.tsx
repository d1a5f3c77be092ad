import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { askForReset } from './session-requests.ts'

interface ForgottenPasswordProps {
  canResetByEmail: boolean
  email: string
  onEmail(email: string): void
  onBack(): void
}

/** A link by mail where the server sends mail; otherwise, whom to ask. */
export function ForgottenPassword({ canResetByEmail, email, onEmail, onBack }: ForgottenPasswordProps) {
  const m = useMessages(messages)
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: askForReset })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate(email)
  }

  const back = (
    <Button variant="quiet" className={styles.link} onClick={onBack}>
      {m.back}
    </Button>
  )
  if (!canResetByEmail || isSuccess) {
    return (
      <div className={styles.form}>
        <h2 className={styles.title}>{m.resetTitle}</h2>
        <p role="status">{isSuccess ? m.resetSent : m.resetByAdministrator}</p>
        <div className={styles.buttons}>{back}</div>
      </div>
    )
  }
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <h2 className={styles.title}>{m.resetTitle}</h2>
      <p>{m.resetText}</p>
      <Field label={m.email}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="username"
            maxLength={200}
            required
            value={email}
            onChange={(event) => onEmail(event.target.value)}
          />
        )}
      </Field>
      <FormProblem error={error} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={isPending}>
          {m.resetSend}
        </Button>
        {back}
      </div>
    </form>
  )
}
