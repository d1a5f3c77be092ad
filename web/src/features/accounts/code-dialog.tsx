import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { CodeField } from './code-field.tsx'
import styles from './own-account.module.css'
import { ownMessages } from './own-messages.ts'

interface CodeDialogProps {
  title: string
  text: string
  confirmLabel: string
  isDanger?: boolean
  /** Rejects when the code is refused. */
  onCode(code: string): Promise<void>
  onClose(): void
}

/** Asks for a code before something that only the person with the telephone may do. */
export function CodeDialog({ title, text, confirmLabel, isDanger, onCode, onClose }: CodeDialogProps) {
  const m = useMessages(ownMessages)
  const formId = useId()
  const [code, setCode] = useState('')
  const { mutate, isPending, error } = useMutation({ mutationFn: onCode })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate(code.trim())
  }

  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button type="submit" form={formId} variant={isDanger ? 'danger' : 'primary'} disabled={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={onSubmit}>
        <p>{text}</p>
        <CodeField label={m.codeOrRecovery} code={code} onCode={setCode} />
        <FormProblem error={error} />
      </form>
    </Dialog>
  )
}
