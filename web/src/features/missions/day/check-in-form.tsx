import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { checkInMessages } from './check-in-messages.ts'
import styles from './day.module.css'
import type { FieldEvent } from './kept-events.ts'
import { NoteField } from './step-dialog.tsx'
import { useHere } from './use-here.ts'

export type CheckInKind = 'arrived' | 'left' | 'radio' | 'deviated'

interface CheckInFormProps {
  kind: CheckInKind
  teamId: string
  /** Where one most likely is. */
  placeId: string | undefined
  /** Of the plan of this team. */
  places: readonly string[]
  nameOf(placeId: string): string
  onRecord(event: FieldEvent): void
  onCancel(): void
}

/** What is about to be recorded, ready to be confirmed at once; hour, place and note may be changed. */
export function CheckInForm({ kind, teamId, placeId, places, nameOf, onRecord, onCancel }: CheckInFormProps) {
  const m = useMessages(checkInMessages)
  const formats = useFormats()
  const here = useHere()
  const [place, setPlace] = useState(placeId ?? places[0] ?? '')
  const [at, setAt] = useState<string>()
  const [note, setNote] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const now = new Date().toISOString().slice(0, 16)
  const hasPlace = kind === 'arrived' || kind === 'left'
  const lacksNote = kind === 'deviated' && note.trim() === ''

  function record() {
    setIsChecked(true)
    if (lacksNote) return
    // The clock of Mauritania is that of Greenwich.
    const happenedAt = at === undefined ? new Date().toISOString() : `${at}:00.000Z`
    const recorded = { id: crypto.randomUUID(), happenedAt }
    if (kind === 'deviated')
      return onRecord({ ...recorded, kind, payload: { teamId, position: here, note: note.trim() } })
    // Only an arrival names the place: a departure named so would count as another arrival.
    const said = kind === 'left' ? [m.leftNote(nameOf(place)), note].filter(Boolean).join('. ') : note
    const placeOf = kind === 'arrived' ? place : null
    onRecord({
      ...recorded,
      kind: 'checked-in',
      payload: { teamId, placeId: placeOf, position: here, note: said },
    })
  }

  return (
    <form
      className={styles.form}
      aria-label={m.title}
      onSubmit={(event) => {
        event.preventDefault()
        record()
      }}
    >
      <strong>
        {kind === 'arrived' && m.arrivedAt(nameOf(place))}
        {kind === 'left' && m.leftFrom(nameOf(place))}
        {kind === 'radio' && m.acts.radio}
        {kind === 'deviated' && m.acts.deviated.replace('…', '')}
      </strong>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" className={styles.tap ?? ''}>
          {m.record}
        </Button>
        <Button className={styles.tap ?? ''} onClick={onCancel}>
          {m.cancel}
        </Button>
      </div>
      {hasPlace && (
        <Field label={m.where}>
          {(control) => (
            <select {...control} value={place} onChange={({ target }) => setPlace(target.value)}>
              {places.map((id) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={m.when}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            max={now}
            value={at ?? now}
            onChange={({ target }) => setAt(target.value || undefined)}
          />
        )}
      </Field>
      <NoteField
        label={kind === 'deviated' ? m.deviationNote : m.note}
        note={note}
        error={isChecked && lacksNote ? m.deviationMissing : undefined}
        onChange={setNote}
      />
      <p className={styles.muted}>{here ? m.here(formats.position(here)) : m.nowhere}</p>
    </form>
  )
}
