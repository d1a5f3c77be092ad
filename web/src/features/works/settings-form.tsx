import { IconArrowUp, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useRef } from 'react'
import { ApiProblem } from '../../platform/api.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'

interface SettingDialogProps {
  title: string
  isWide?: boolean
  error: unknown
  isPending: boolean
  /** Answers whether it was saved. */
  onSave(): Promise<boolean>
  onClose(): void
  children: ReactNode
}

/** The form of one setting: what is refused is told at its field, or at the foot. */
export function SettingDialog({
  title,
  isWide = false,
  error,
  isPending,
  onSave,
  onClose,
  children,
}: SettingDialogProps) {
  const m = useMessages(settingsMessages)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const isStale = error instanceof ApiProblem && error.problem.code === 'works-party-changed-meanwhile'

  async function submit() {
    if (await onSave()) onClose()
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  return (
    <Dialog
      isOpen
      isWide={isWide}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button type="submit" form={id} variant="primary" disabled={isPending}>
            {m.save}
          </Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <FormProblem error={error} />
        {isStale && <p className={styles.muted}>{m.changedMeanwhile}</p>}
      </form>
    </Dialog>
  )
}

interface TextRowProps {
  label: string
  value: string
  onChange(value: string): void
  error?: string | undefined
  hint?: string | undefined
  type?: 'text' | 'date'
  inputMode?: 'text' | 'decimal'
  longest?: number
}

export function TextRow({
  label,
  value,
  onChange,
  error,
  hint,
  type = 'text',
  inputMode = 'text',
  longest = 200,
}: TextRowProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type={type}
          inputMode={inputMode}
          maxLength={longest}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

interface SelectRowProps<V extends string> {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  /** The first choice, which chooses nothing. */
  none?: string
  onChange(value: V): void
  error?: string | undefined
  isFixed?: boolean
}

export function SelectRow<V extends string>({
  label,
  value,
  options,
  none,
  onChange,
  error,
  isFixed = false,
}: SelectRowProps<V>) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <select
          {...control}
          value={value}
          disabled={isFixed}
          onChange={({ target }) => onChange(target.value as V)}
        >
          {none !== undefined && <option value="">{none}</option>}
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

interface NamesProps {
  draft: { readonly nameFr: string; readonly nameEn: string; readonly source: string }
  errorAt(path: string): string | undefined
  change(patch: { nameFr?: string; nameEn?: string; source?: string }): void
}

/** Names and source, as calendars and checklists have them. */
export function NameRows({ draft, errorAt, change }: NamesProps) {
  const m = useMessages(settingsMessages)
  return (
    <>
      <div className={styles.pair}>
        <TextRow
          label={m.nameFr}
          value={draft.nameFr}
          error={errorAt('nameFr')}
          onChange={(nameFr) => change({ nameFr })}
        />
        <TextRow
          label={m.nameEn}
          value={draft.nameEn}
          error={errorAt('nameEn')}
          onChange={(nameEn) => change({ nameEn })}
        />
      </div>
      <Field label={m.source} hint={m.sourceHint} error={errorAt('source')}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={draft.source}
            onChange={({ target }) => change({ source: target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface RowsProps<R extends { readonly key: string }> {
  label: string
  rows: readonly R[]
  onChange(rows: readonly R[]): void
  /** How a row is called, where it is moved or removed. */
  nameOf(row: R, index: number): string
  canMove?: boolean
  children(row: R, index: number, patch: (change: Partial<R>) => void): ReactNode
}

/** Rows of fields of one form: changed, moved up and removed. */
export function SettingRows<R extends { readonly key: string }>({
  label,
  rows,
  onChange,
  nameOf,
  canMove = false,
  children,
}: RowsProps<R>) {
  const m = useMessages(settingsMessages)
  if (rows.length === 0) return null
  return (
    <ol className={styles.rows} aria-label={label}>
      {rows.map((row, index) => (
        <li key={row.key} className={styles.row}>
          <div className={styles.rowFields}>
            {children(row, index, (change) =>
              onChange(rows.map((one) => (one.key === row.key ? { ...one, ...change } : one))),
            )}
          </div>
          <div className={styles.rowButtons}>
            {canMove && index > 0 && (
              <IconButton
                label={m.moveUp(nameOf(row, index))}
                icon={<IconArrowUp />}
                tip="before"
                onClick={() =>
                  onChange([...rows.slice(0, index - 1), row, rows[index - 1]!, ...rows.slice(index + 1)])
                }
              />
            )}
            <IconButton
              label={m.remove(nameOf(row, index))}
              icon={<IconX />}
              tip="before"
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}
