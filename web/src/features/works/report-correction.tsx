import type { Measure, WorksPayloads } from '@borne/geodata/works/types'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { DayField, NoteField } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { InlineForm } from './inline-form.tsx'
import { type MeasureField, measureFields, readMeasure } from './measure-fields.ts'
import { progressMessages } from './progress-messages.ts'
import { useRecordEvent } from './use-record-event.ts'

interface ReportCorrectionProps {
  /** The version that counts. */
  report: {
    readonly eventId: string
    readonly on: string
    readonly photoIds: readonly string[]
  } & WorksPayloads['progress-report']
  view: ContractView
  onDone(): void
}

/** A new version of a whole report: nothing is overwritten, and it is validated anew. */
export function ReportCorrection({ report, view, onDone }: ReportCorrectionProps) {
  const m = useMessages(progressMessages)
  const { language } = useLanguage()
  const bill = view.state.bills.at(-1)?.bill
  const fields = measureFields(report.measures, bill, language)
  const [values, setValues] = useState(() => fields.map(({ written }) => written))
  const [on, setOn] = useState(report.on)
  const [note, setNote] = useState(report.note)
  const [fallReason, setFallReason] = useState(report.fallReason ?? '')
  const [isTried, setIsTried] = useState(false)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const measures = fields.map((field, index) => readMeasure(field, values[index] ?? ''))

  async function submit() {
    setIsTried(true)
    if (measures.includes(undefined)) return
    const draft = {
      kind: 'progress-report' as const,
      happenedOn: on,
      replaces: report.eventId,
      payload: {
        measures: measures.filter((measure): measure is Measure => measure != null),
        note: note.trim(),
        fallReason: fallReason.trim() || null,
      },
      photoIds: [...report.photoIds],
    }
    if (await record(draft, true)) onDone()
  }

  return (
    <InlineForm
      label={m.correcting}
      action={m.keepCorrection}
      {...{ refusals, error, isPending }}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <DayField label={m.day} max={view.today} value={on} onChange={setOn} />
      {fields.map((field, index) => (
        <MeasureRow
          key={Object.values(field.of).join()}
          field={field}
          value={values[index] ?? ''}
          isUnreadable={isTried && measures[index] === undefined}
          onChange={(value) => setValues(values.with(index, value))}
        />
      ))}
      <Field label={m.fallReason} hint={m.fallHint}>
        {(control) => (
          <input
            {...control}
            maxLength={4000}
            value={fallReason}
            onChange={({ target }) => setFallReason(target.value)}
          />
        )}
      </Field>
      <NoteField value={note} onChange={setNote} />
    </InlineForm>
  )
}

interface MeasureRowProps {
  field: MeasureField
  value: string
  isUnreadable: boolean
  onChange(value: string): void
}

/** What the version that counts says stays beside the field. */
function MeasureRow({ field, value, isUnreadable, onChange }: MeasureRowProps) {
  const m = useMessages(progressMessages)
  const words = useMessages(formMessages)
  const { number } = useFormats()
  const { label, unit, former } = field
  const hint = former === null ? m.notMeasured : m.former(`${number(former, 3)} ${unit}`)
  return (
    <Field label={`${label} (${unit})`} hint={hint} error={isUnreadable ? words.notQuantity : undefined}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
