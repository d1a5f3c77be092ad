import type { WorksRefusal, WorksWarningCode } from '@borne/geodata/works/results'
import { type ReactNode, useId } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './form.module.css'
import { formMessages } from './form-messages.ts'
import { FormRefusal } from './form-refusal.tsx'
import { FormWarning } from './form-warning.tsx'
import { useContractSearch } from './use-works-search.ts'

interface FormFrameProps {
  title: string
  isWide?: boolean
  refusals: readonly WorksRefusal[]
  /** What to look at twice; it may be recorded all the same. */
  warnings?: readonly WorksRefusal<WorksWarningCode>[]
  error: unknown
  isPending: boolean
  /** Nothing can be recorded: the fields say why. */
  isClosed?: boolean
  onSubmit(): void
  children: ReactNode
}

/** A form over the page of the contract: what is refused is told at its foot, or beside the field that it names. */
export function FormFrame({
  title,
  isWide = false,
  refusals,
  warnings = [],
  error,
  isPending,
  isClosed,
  onSubmit,
  children,
}: FormFrameProps) {
  const m = useMessages(formMessages)
  const close = useCloseForm()
  const id = useId()
  return (
    <Dialog
      isOpen
      isWide={isWide}
      title={title}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{m.cancel}</Button>
          <Button type="submit" form={id} variant="primary" disabled={isPending || isClosed}>
            {m.record}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <FormWarning warnings={warnings} />
        <FormRefusal refusals={refusals} error={error} />
      </form>
    </Dialog>
  )
}

export function useCloseForm(): () => void {
  const { change } = useContractSearch()
  return () => change({ form: undefined, event: undefined })
}

interface TextFieldProps {
  label: string
  value: string
  onChange(value: string): void
  hint?: string
  error?: string | undefined
  inputMode?: 'decimal' | 'numeric' | 'text'
}

export function TextField({ label, value, onChange, hint, error, inputMode = 'text' }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          inputMode={inputMode}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

interface DayFieldProps {
  label: string
  value: string
  onChange(day: string): void
  max?: string
  error?: string | undefined
}

export function DayField({ label, value, onChange, max, error }: DayFieldProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <input
          {...control}
          type="date"
          max={max}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

interface ChoiceFieldProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
  hint?: string
}

export function ChoiceField<V extends string>({
  label,
  options,
  value,
  onChange,
  hint,
}: ChoiceFieldProps<V>) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value as V)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function NoteField({ value, onChange }: { value: string; onChange(note: string): void }) {
  const m = useMessages(formMessages)
  return (
    <Field label={m.note} hint={m.noteHint}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={4000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
