import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, sendJson } from '../../platform/api.ts'
import { ownAccountQuery } from '../../platform/own-account-query.ts'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './own-account.module.css'
import { ownMessages } from './own-messages.ts'

export function OwnPassword({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const m = useMessages(ownMessages)
  if (!hasPassword) {
    return (
      <PanelSection title={m.password}>
        <p>{m.noPassword}</p>
      </PanelSection>
    )
  }
  return (
    <PanelSection title={m.password}>
      <p className={styles.lead}>{m.passwordText}</p>
      <PasswordForm email={email} />
    </PanelSection>
  )
}

function PasswordForm({ email }: { email: string }) {
  const m = useMessages(ownMessages)
  const toast = useToast()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendJson<void>('PUT', '/api/account/password', { current, next }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      toast.show(m.passwordChanged)
      void client.invalidateQueries(ownAccountQuery)
    },
  })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate()
  }

  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : []
  const errorAt = (field: string) => errors.find((one) => one.field === field)?.message
  const isAtField = ['current', 'next', 'password'].some(errorAt)
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={m.current}
        kind="current"
        error={errorAt('current')}
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        label={m.next}
        kind="new"
        error={errorAt('next') ?? errorAt('password')}
        value={next}
        onChange={setNext}
      />
      {!isAtField && <FormProblem error={error} />}
      <Button type="submit" disabled={isPending}>
        {m.changePassword}
      </Button>
    </form>
  )
}
