import type { Mission } from '@borne/api/contracts/missions'
import { useState } from 'react'
import { thisDay } from '../../../ui/days.ts'
import { Checkbox, Field } from '../../../ui/field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useMessages } from '../../../ui/language.tsx'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import { doneMessages } from './done-messages.ts'
import { checkedInOn, clearedDays } from './mission-course.ts'
import { FormDialog, NoteField } from './step-dialog.tsx'
import { useRecordField } from './use-record.ts'

interface DoneFormProps {
  mission: Mission
  nameOf(placeId: string): string
  onClose(): void
}

interface VisitDraft {
  readonly visitId: string
  readonly placeId: string
  readonly isMade: boolean
  readonly on: string
  readonly findings: string
}

/** Ends a mission with what was visited and found. Whatever was checked in stands as made. */
export function DoneForm({ mission, nameOf, onClose }: DoneFormProps) {
  const m = useMessages(doneMessages)
  const words = useMessages(dayMessages)
  const [visits, setVisits] = useState(() => draftVisits(mission))
  const [note, setNote] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const { record, failure } = useRecordField(mission)
  const change = (visitId: string, patch: Partial<VisitDraft>) =>
    setVisits((old) => old.map((visit) => (visit.visitId === visitId ? { ...visit, ...patch } : visit)))

  async function end() {
    setIsChecked(true)
    if (visits.some(({ isMade, on }) => isMade && on === '')) return
    onClose()
    const told = visits.map(({ visitId, isMade, on, findings }) => ({
      visitId,
      visitedOn: isMade ? on : null,
      findings: findings.trim(),
    }))
    const happenedAt = new Date().toISOString()
    await record({ id: crypto.randomUUID(), happenedAt, kind: 'done', payload: { note, visits: told } })
  }

  return (
    <FormDialog
      title={words.asks.done(mission.title)}
      label={words.acts.done}
      isWide
      onSubmit={end}
      onClose={onClose}
    >
      <p>{words.askTexts.done}</p>
      {visits.map((visit) => (
        <fieldset key={visit.visitId} className={styles.visit}>
          <legend>{nameOf(visit.placeId)}</legend>
          <Checkbox
            label={m.visitMade}
            checked={visit.isMade}
            onChange={(isMade) => change(visit.visitId, { isMade })}
          />
          {visit.isMade && (
            <Field label={m.on} error={isChecked && visit.on === '' ? m.dayMissing : undefined}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  max={thisDay()}
                  value={visit.on}
                  onChange={({ target }) => change(visit.visitId, { on: target.value })}
                />
              )}
            </Field>
          )}
          <NoteField
            label={m.findings}
            note={visit.findings}
            onChange={(findings) => change(visit.visitId, { findings })}
          />
        </fieldset>
      ))}
      <NoteField label={words.note} note={note} onChange={setNote} />
      <FormProblem error={failure} />
    </FormDialog>
  )
}

function draftVisits({ visits, events }: Mission): VisitDraft[] {
  const today = thisDay()
  const days = clearedDays(events)
  return visits.map(({ id: visitId, placeId }) => {
    const seen = checkedInOn(events, placeId)
    const planned = days.find((day) => day.visits.some((visit) => visit.visitId === visitId))?.date
    const guess = planned !== undefined && planned <= today ? planned : today
    return { visitId, placeId, isMade: seen !== null, on: seen ?? guess, findings: '' }
  })
}
