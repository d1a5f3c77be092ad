import type { ReportFact } from '@borne/geodata/works/state'
import type { Measure } from '@borne/geodata/works/types'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { formMessages } from './form-messages.ts'
import { FormRefusal } from './form-refusal.tsx'
import { readQuantity, writeQuantity } from './money.ts'
import { progressMessages } from './progress-messages.ts'
import { useRecordEvent } from './use-record-event.ts'

interface ReportCorrectionProps {
  report: ReportFact
  view: ContractView
  onDone(): void
}

/** A new version of a report: nothing is overwritten, and it is validated anew. */
export function ReportCorrection({ report, view, onDone }: ReportCorrectionProps) {
  const m = useMessages(progressMessages)
  const words = useMessages(formMessages)
  const { language } = useLanguage()
  const bill = view.state.bills.at(-1)?.bill
  const [values, setValues] = useState(() =>
    report.measures.map((measure) =>
      'packageCode' in measure
        ? String(measure.percent).replace('.', language === 'fr' ? ',' : '.')
        : writeQuantity(measure.quantityMilli, language),
    ),
  )
  const [note, setNote] = useState(report.note)
  const [fallReason, setFallReason] = useState(report.fallReason ?? '')
  const [isTried, setIsTried] = useState(false)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const read = values.map(readQuantity)

  async function submit() {
    setIsTried(true)
    if (read.some((value) => value === null)) return
    const measures = report.measures.map((measure, index): Measure => {
      const milli = read[index]!
      return 'packageCode' in measure
        ? { packageCode: measure.packageCode, percent: milli / 1000 }
        : { itemCode: measure.itemCode, quantityMilli: milli }
    })
    const payload = { measures, note: note.trim(), fallReason: fallReason.trim() || null }
    const photoIds = [...(view.events.find(({ id }) => id === report.eventId)?.photoIds ?? [])]
    const draft = {
      kind: 'progress-report' as const,
      happenedOn: report.on,
      replaces: report.eventId,
      payload,
      photoIds,
    }
    if (await record(draft, true)) onDone()
  }

  return (
    <form
      noValidate
      className={styles.answer}
      aria-label={m.correcting}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {report.measures.map((measure, index) => {
        const code = 'packageCode' in measure ? measure.packageCode : measure.itemCode
        const named = 'packageCode' in measure ? bill?.packages : bill?.items
        const unit = 'packageCode' in measure ? '%' : bill?.items.find((item) => item.code === code)?.unit
        return (
          <Field
            key={code}
            label={`${named?.find((one) => one.code === code)?.label ?? code} (${unit ?? ''})`}
            error={isTried && read[index] === null ? words.notQuantity : undefined}
          >
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                value={values[index]}
                onChange={({ target }) => setValues(values.with(index, target.value))}
              />
            )}
          </Field>
        )
      })}
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
      <Field label={words.note}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={4000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <FormRefusal refusals={refusals} error={error} />
      <div className={styles.actions}>
        <Button size="small" onClick={onDone}>
          {m.cancel}
        </Button>
        <Button type="submit" size="small" variant="primary" disabled={isPending}>
          {m.keepCorrection}
        </Button>
      </div>
    </form>
  )
}
