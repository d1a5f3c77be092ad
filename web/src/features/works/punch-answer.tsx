import type { PunchItem } from '@borne/geodata/works/state'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { FormRefusal } from './form-refusal.tsx'
import { PhotoChoice } from './photo-choice.tsx'
import styles from './punch.module.css'
import type { PunchAction } from './punch-line.tsx'
import { punchMessages } from './punch-messages.ts'
import { useRecordEvent } from './use-record-event.ts'

interface PunchAnswerProps {
  item: PunchItem
  action: PunchAction
  view: ContractView
  onDone(): void
}

/** The next step of a réserve, with a word and a photo; lifting asks for the photo and for a second person. */
export function PunchAnswer({ item, action, view, onDone }: PunchAnswerProps) {
  const m = useMessages(punchMessages)
  const [note, setNote] = useState('')
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const { record, refusals, error, isPending } = useRecordEvent(view)

  async function submit() {
    const draft = { kind: action, about: item.id, payload: { note: note.trim() }, photoIds: [...photoIds] }
    if (await record(draft, true)) onDone()
  }

  return (
    <form
      noValidate
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label={m.note}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {action !== 'punch-reopened' && <PhotoChoice view={view} chosen={photoIds} onChange={setPhotoIds} />}
      {action === 'punch-lifted' && <p className={styles.hint}>{m.photoNeeded}</p>}
      <FormRefusal refusals={refusals} error={error} />
      <div className={styles.actions}>
        <Button size="small" onClick={onDone}>
          {m.cancel}
        </Button>
        <Button type="submit" size="small" variant="primary" disabled={isPending}>
          {m.actions[action]}
        </Button>
      </div>
    </form>
  )
}
