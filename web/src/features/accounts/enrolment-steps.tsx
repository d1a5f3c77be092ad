import type { Enrolment, RecoveryCodes } from '@borne/api/contracts/accounts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { CodeField } from './code-field.tsx'
import styles from './own-account.module.css'
import { ownMessages } from './own-messages.ts'

const QrCode = lazy(async () => ({ default: (await import('../../ui/qr-code.tsx')).QrCode }))

interface EnrolmentStepsProps {
  onCodes(codes: readonly string[]): void
  /** Absent where the second factor must be turned on. */
  onCancel?: () => void
}

/** Two steps: the authenticator takes the secret, and a first code proves that it has it. */
export function EnrolmentSteps({ onCodes, onCancel }: EnrolmentStepsProps) {
  const m = useMessages(ownMessages)
  const { data, error, refetch } = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => sendJson<Enrolment>('POST', '/api/account/second-factor'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (error && !data) {
    return <ErrorState problem={error} what={m.secondFactor} onRetry={() => void refetch()} />
  }
  if (!data) return <Skeleton lines={6} />
  return (
    <ol ref={bringIntoView} className={styles.steps}>
      <li>
        <h3>{m.step1}</h3>
        <p className={styles.hint}>{m.step1Hint}</p>
        <Suspense fallback={<div className={styles.qr} />}>
          <QrCode text={data.uri} label={m.qr} />
        </Suspense>
        <p className={styles.secret}>
          <span>{m.secret}</span>
          <code data-testid="secret">{inGroups(data.secret)}</code>
        </p>
      </li>
      <li>
        <h3>{m.step2}</h3>
        <FirstCode onCodes={onCodes} onCancel={onCancel} />
      </li>
    </ol>
  )
}

function FirstCode({ onCodes, onCancel }: EnrolmentStepsProps) {
  const m = useMessages(ownMessages)
  const [code, setCode] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendJson<RecoveryCodes>('PUT', '/api/account/second-factor', { code: code.replace(/\s/g, '') }),
    onSuccess: ({ codes }) => onCodes(codes),
  })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate()
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <CodeField isDigits label={m.code} code={code} onCode={setCode} />
      <FormProblem error={error} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={isPending}>
          {m.confirm}
        </Button>
        {onCancel && <Button onClick={onCancel}>{m.cancel}</Button>}
      </div>
    </form>
  )
}

function bringIntoView(steps: HTMLElement | null) {
  steps?.scrollIntoView({ block: 'nearest' })
}

/** Four by four, as one types it. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
