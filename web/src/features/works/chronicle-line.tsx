import type { RecordedEvent } from '@borne/api/contracts/works'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './chronicle.module.css'
import { chronicleMessages } from './chronicle-messages.ts'
import type { ContractView } from './contract-view.ts'
import { useEventText } from './event-text.ts'
import { eventWords } from './event-words.ts'
import { DayField, NoteField } from './form-frame.tsx'
import { InlineForm } from './inline-form.tsx'
import { ReportCorrection } from './report-correction.tsx'
import { useRecordEvent } from './use-record-event.ts'
import { useContractSearch } from './use-works-search.ts'

interface ChronicleLineProps {
  event: RecordedEvent
  /** By what is known: neither corrected nor withdrawn. */
  counts: boolean
  isWithdrawn: boolean
  view: ContractView
}

/** One recorded event, in words; it is corrected or withdrawn by another one, never changed. */
export function ChronicleLine({ event, counts, isWithdrawn, view }: ChronicleLineProps) {
  const m = useMessages(chronicleMessages)
  const words = useMessages(eventWords)
  const { day, instant } = useFormats()
  const { change } = useContractSearch()
  const mayManage = usePermission('works.manage')
  const [open, setOpen] = useState<'correct' | 'withdraw' | null>(null)
  const text = useEventText(view)(event)
  const isCounted = counts || event.kind === 'withdrawal'
  return (
    <li className={styles.event} data-counts={isCounted}>
      <div className={styles.eventHead}>
        <time dateTime={event.happenedOn}>{day(event.happenedOn)}</time>
        <strong>{words.kinds[event.kind]}</strong>
        {event.replaces && <span className={styles.mark}>{m.corrects}</span>}
        {!isCounted && <span className={styles.mark}>{isWithdrawn ? m.withdrawn : m.replaced}</span>}
        <IconButton
          label={m.showAt}
          icon={<IconHistory size={16} />}
          tip="below-end"
          className={styles.at}
          onClick={() => change({ asOf: event.happenedOn === view.today ? undefined : event.happenedOn })}
        />
      </div>
      {text && <p className={styles.text}>{text}</p>}
      <p className={styles.small}>{m.recorded(instant(event.recordedAt), event.recordedByName)}</p>
      {mayManage && !view.isPast && counts && (
        <>
          {open === null && (
            <div className={styles.actions}>
              {'note' in event.payload && (
                <Button variant="quiet" size="small" onClick={() => setOpen('correct')}>
                  {m.correct}
                </Button>
              )}
              <Button variant="quiet" size="small" onClick={() => setOpen('withdraw')}>
                {m.withdraw}
              </Button>
            </div>
          )}
          {open === 'correct' && <CorrectForm event={event} view={view} onDone={() => setOpen(null)} />}
          {open === 'withdraw' && <WithdrawForm event={event} view={view} onDone={() => setOpen(null)} />}
        </>
      )}
    </li>
  )
}

interface FormProps {
  event: RecordedEvent
  view: ContractView
  onDone(): void
}

function WithdrawForm({ event, view, onDone }: FormProps) {
  const m = useMessages(chronicleMessages)
  const [reason, setReason] = useState('')
  const { record, refusals, error, isPending } = useRecordEvent(view)
  async function submit() {
    const draft = { kind: 'withdrawal' as const, about: event.id, payload: { reason: reason.trim() } }
    if (await record(draft, true)) onDone()
  }
  return (
    <InlineForm
      label={m.withdraw}
      action={m.confirmWithdraw}
      isDangerous
      {...{ refusals, error, isPending }}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Field label={m.withdrawReason}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </InlineForm>
  )
}

/** A report is corrected as a whole; of anything else the day and the remark. */
function CorrectForm({ event, view, onDone }: FormProps) {
  if (event.kind !== 'progress-report') return <CorrectNote event={event} view={view} onDone={onDone} />
  const { id: eventId, happenedOn: on, photoIds, payload } = event
  return <ReportCorrection report={{ eventId, on, photoIds, ...payload }} view={view} onDone={onDone} />
}

/** Another day, another remark: the rest of what was recorded stays. */
function CorrectNote({ event, view, onDone }: FormProps) {
  const m = useMessages(chronicleMessages)
  const [day, setDay] = useState(event.happenedOn)
  const [note, setNote] = useState('note' in event.payload ? event.payload.note : '')
  const { record, refusals, error, isPending } = useRecordEvent(view)
  async function submit() {
    const draft = {
      kind: event.kind,
      happenedOn: day,
      replaces: event.id,
      about: event.about,
      payload: { ...event.payload, note: note.trim() },
      photoIds: [...event.photoIds],
    }
    if (await record(draft, true)) onDone()
  }
  return (
    <InlineForm
      label={m.correct}
      action={m.keepCorrection}
      {...{ refusals, error, isPending }}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
      <NoteField value={note} onChange={setNote} />
    </InlineForm>
  )
}
