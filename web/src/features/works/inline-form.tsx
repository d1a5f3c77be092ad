import type { WorksRefusal } from '@borne/geodata/works/results'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { formMessages } from './form-messages.ts'
import { FormRefusal } from './form-refusal.tsx'
import styles from './inline-form.module.css'

interface InlineFormProps {
  /** Spoken name of the form. */
  label: string
  /** On the button that records. */
  action: string
  isDangerous?: boolean
  refusals: readonly WorksRefusal[]
  error: unknown
  isPending: boolean
  onSubmit(): void
  onCancel(): void
  children: ReactNode
}

/** A form in the line that it is about; what is refused is told above its buttons. */
export function InlineForm({
  label,
  action,
  isDangerous = false,
  refusals,
  error,
  isPending,
  onSubmit,
  onCancel,
  children,
}: InlineFormProps) {
  const m = useMessages(formMessages)
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <FormRefusal refusals={refusals} error={error} />
      <div className={styles.actions}>
        <Button size="small" onClick={onCancel}>
          {m.cancel}
        </Button>
        <Button type="submit" size="small" variant={isDangerous ? 'danger' : 'primary'} disabled={isPending}>
          {action}
        </Button>
      </div>
    </form>
  )
}
