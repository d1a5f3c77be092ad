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
import { FormRefusal } from './form-refusal.tsx'
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
              {'note' in event.payload && event.kind !== 'progress-report' && (
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
    <form
      className={styles.form}
      onSubmit={(submitted) => {
        submitted.preventDefault()
        void submit()
      }}
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
      <FormRefusal refusals={refusals} error={error} />
      <div className={styles.actions}>
        <Button size="small" onClick={onDone}>
          {m.cancel}
        </Button>
        <Button type="submit" size="small" variant="danger" disabled={isPending}>
          {m.confirmWithdraw}
        </Button>
      </div>
    </form>
  )
}

/** Another day, another remark: the rest of what was recorded stays. */
function CorrectForm({ event, view, onDone }: FormProps) {
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
    <form
      className={styles.form}
      onSubmit={(submitted) => {
        submitted.preventDefault()
        void submit()
      }}
    >
      <Field label={m.day}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            max={view.today}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        )}
      </Field>
      <Field label={m.note}>
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
