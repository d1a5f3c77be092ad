import { STOP_CAUSES, type StopCause } from '@borne/geodata/works/types'
import { useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { possibleSteps, type Step } from './possible-steps.ts'
import { type EventDraft, useRecordEvent } from './use-record-event.ts'

/** Start, stop and resume orders, acceptances: the legal chain goes on. */
export function OrderForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const words = useMessages(eventWords)
  const { forms } = useMessages(contractMessages)
  const close = useCloseForm()
  const steps = possibleSteps(view.state)
  const [step, setStep] = useState<Step | undefined>(steps[0])
  const [day, setDay] = useState(view.today)
  const [cause, setCause] = useState<StopCause>('rain')
  const [note, setNote] = useState('')
  const { record, warn, refusals, error, isPending } = useRecordEvent(view)

  const payload = step === 'stop-order' ? { note: note.trim(), cause } : { note: note.trim() }
  const draft: EventDraft | undefined = step && { kind: step, happenedOn: day, payload }

  async function submit() {
    if (draft && (await record(draft, true))) close()
  }

  return (
    <FormFrame
      title={forms.order}
      refusals={refusals}
      warnings={draft && warn(draft)}
      error={error}
      isPending={isPending}
      isClosed={!step}
      onSubmit={() => void submit()}
    >
      {step ? (
        <>
          <ChoiceField
            label={m.step}
            hint={m.stepFollows}
            options={steps.map((value) => ({ value, label: words.kinds[value] }))}
            value={step}
            onChange={setStep}
          />
          <div className={styles.pair}>
            <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
            {step === 'stop-order' && (
              <ChoiceField
                label={m.cause}
                options={STOP_CAUSES.map((value) => ({ value, label: words.causes[value] }))}
                value={cause}
                onChange={setCause}
              />
            )}
          </div>
          <NoteField value={note} onChange={setNote} />
        </>
      ) : (
        <p>{m.noStep}</p>
      )}
    </FormFrame>
  )
}
