import type { Mission, MissionRuleRow } from '@borne/api/contracts/missions'
import type { BrokenMissionRule } from '@borne/geodata/itinerary/mission-types'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { ApiProblem } from '../../../platform/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { shortDay } from '../clock.ts'
import { ruleMessages } from '../rule-messages.ts'
import { brokenText } from '../rule-words.ts'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import { type DeskEvent, useRecordDesk, useRecordField } from './use-record.ts'

interface StepDialogProps {
  kind: DeskEvent['kind']
  mission: Mission
  rules: readonly MissionRuleRow[]
  onClose(): void
}

/** Asks once before a step at the desk, with what it needs; a refusal of the server is told in its words. */
export function StepDialog({ kind, mission, rules, onClose }: StepDialogProps) {
  const m = useMessages(dayMessages)
  const [note, setNote] = useState('')
  const [clearance, setClearance] = useState({ number: '', from: mission.from, until: mission.until })
  const [isChecked, setIsChecked] = useState(false)
  const { mutateAsync, error, isPending } = useRecordDesk(mission)
  const lacksReason = kind === 'refused' && note.trim() === ''
  const at = (field: string) =>
    error instanceof ApiProblem
      ? error.problem.errors?.find((one) => one.field === `payload.${field}`)?.message
      : undefined

  const isAtField = kind === 'cleared' && ['number', 'from', 'until'].some((field) => at(field) !== undefined)

  async function record() {
    setIsChecked(true)
    if (lacksReason) return
    const recorded = {
      id: crypto.randomUUID(),
      happenedAt: new Date().toISOString(),
      version: mission.version,
    }
    const event: DeskEvent =
      kind === 'cleared'
        ? { ...recorded, kind, payload: { ...clearance, note } }
        : { ...recorded, kind, payload: { note } }
    // What is refused is told in the dialog.
    await mutateAsync(event).then(onClose, () => {})
  }

  return (
    <FormDialog
      title={m.asks[kind](mission.title)}
      label={m.acts[kind].replace('…', '')}
      isDanger={kind === 'refused'}
      isPending={isPending}
      onSubmit={record}
      onClose={onClose}
    >
      <p>{m.askTexts[kind]}</p>
      {kind === 'cleared' && (
        <>
          <Field label={m.number} error={at('number')}>
            {(control) => (
              <input
                {...control}
                required
                maxLength={80}
                value={clearance.number}
                onChange={({ target }) => setClearance({ ...clearance, number: target.value })}
              />
            )}
          </Field>
          <div className={styles.pair}>
            {(['from', 'until'] as const).map((end) => (
              <Field key={end} label={m[end]} error={at(end)}>
                {(control) => (
                  <input
                    {...control}
                    type="date"
                    required
                    value={clearance[end]}
                    onChange={({ target }) => setClearance({ ...clearance, [end]: target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </>
      )}
      <NoteField
        label={kind === 'refused' ? m.reason : m.note}
        note={note}
        error={isChecked && lacksReason ? m.reasonMissing : undefined}
        onChange={setNote}
      />
      {!isAtField && <FormProblem error={error} />}
      <BrokenRules error={error} rules={rules} />
    </FormDialog>
  )
}

/** Asks before the teams leave: it needs no network. */
export function BegunDialog({ mission, onClose }: { mission: Mission; onClose(): void }) {
  const m = useMessages(dayMessages)
  const [note, setNote] = useState('')
  const { record, failure } = useRecordField(mission)
  return (
    <FormDialog
      title={m.asks.begun(mission.title)}
      label={m.acts.begun}
      onSubmit={async () => {
        onClose()
        const happenedAt = new Date().toISOString()
        await record({ id: crypto.randomUUID(), happenedAt, kind: 'begun', payload: { note } })
      }}
      onClose={onClose}
    >
      <p>{m.askTexts.begun}</p>
      <NoteField label={m.note} note={note} onChange={setNote} />
      <FormProblem error={failure} />
    </FormDialog>
  )
}

interface FormDialogProps {
  title: string
  /** The verb alone. */
  label: string
  isDanger?: boolean
  isWide?: boolean
  isPending?: boolean
  onSubmit(): Promise<unknown>
  onClose(): void
  children: ReactNode
}

export function FormDialog(props: FormDialogProps) {
  const { title, label, isDanger = false, isWide = false, isPending = false } = props
  const m = useMessages(dayMessages)
  const id = useId()
  return (
    <Dialog
      isOpen
      isWide={isWide}
      title={title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{m.cancel}</Button>
          <Button type="submit" form={id} variant={isDanger ? 'danger' : 'primary'} disabled={isPending}>
            {label}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void props.onSubmit()
        }}
      >
        {props.children}
      </form>
    </Dialog>
  )
}

interface NoteFieldProps {
  label: string
  note: string
  error?: string | undefined
  onChange(note: string): void
}

export function NoteField({ label, note, error, onChange }: NoteFieldProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={4000}
          value={note}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** The rules that the plan breaks, where the server refused it for them. */
function BrokenRules({ error, rules }: { error: unknown; rules: readonly MissionRuleRow[] }) {
  const m = useMessages(dayMessages)
  const words = useMessages(ruleMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  if (!(error instanceof ApiProblem) || error.problem.code !== 'mission-breaks-rules') return null
  const { broken = [] } = (error.problem.extra ?? {}) as { broken?: readonly BrokenMissionRule[] }
  return (
    <ul className={styles.broken} aria-label={m.brokenRules}>
      {broken.map((one, index) => (
        <li key={index}>
          {shortDay(one.date, language)} : {brokenText({ rules }, one, words, formats)}
        </li>
      ))}
    </ul>
  )
}
