import type { Checklist } from '@borne/api/contracts/works'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { ChoiceField, DayField } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import styles from './inspection.module.css'
import { type AnswerDraft, NO_ANSWER, RESULTS } from './inspection-draft.ts'
import { inspectionMessages } from './inspection-messages.ts'
import { type DevicePhotos, PhotoChoice } from './photo-choice.tsx'

const SEVERITIES = ['minor', 'major', 'blocking'] as const

interface InspectionAnswerProps {
  item: Checklist['items'][number]
  number: number
  answer: AnswerDraft
  isMissing: boolean
  view: ContractView
  device: DevicePhotos
  onChange(answer: AnswerDraft): void
}

/** One point of a checklist: three answers under the thumb, a word where it is needed, and the nonconformity that it opens. */
export function InspectionAnswer({
  item,
  number,
  answer,
  isMissing,
  view,
  device,
  onChange,
}: InspectionAnswerProps) {
  const m = useMessages(inspectionMessages)
  const { language } = useLanguage()
  const [isNoted, setIsNoted] = useState(false)
  const isFault = answer.result === 'nonconforming'
  const change = (patch: Partial<AnswerDraft>) => onChange({ ...answer, ...patch })
  return (
    <li id={pointId(item.id)} data-missing={isMissing || undefined}>
      <fieldset className={styles.point}>
        <legend>
          {number}. {item[language]}
        </legend>
        <div className={styles.results}>
          {RESULTS.map((result) => (
            <label key={result} data-result={result}>
              <input
                type="radio"
                name={pointId(item.id)}
                className="visually-hidden"
                checked={answer.result === result}
                onChange={() => change({ result })}
              />
              <span>{m.results[result]}</span>
            </label>
          ))}
        </div>
        {isMissing && <p className={styles.missing}>{m.unanswered}</p>}
        {isFault || isNoted || answer.note ? (
          <Field label={m.comment}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={4000}
                value={answer.note}
                onChange={({ target }) => change({ note: target.value })}
              />
            )}
          </Field>
        ) : (
          answer.result && (
            <div>
              <Button size="small" variant="quiet" onClick={() => setIsNoted(true)}>
                {m.addComment}
              </Button>
            </div>
          )
        )}
        {isFault && (
          <>
            <PhotoChoice
              view={view}
              device={device}
              chosen={answer.photoIds}
              onChange={(photoIds) => change({ photoIds })}
            />
            <FollowUp answer={answer} onChange={(punch) => change({ punch })} />
          </>
        )}
      </fieldset>
    </li>
  )
}

export function pointId(itemId: string): string {
  return `point-${itemId}`
}

function FollowUp({
  answer: { punch },
  onChange,
}: {
  answer: AnswerDraft
  onChange(punch: AnswerDraft['punch']): void
}) {
  const m = useMessages(inspectionMessages)
  const form = useMessages(formMessages)
  const { severities } = useMessages(eventWords)
  return (
    <>
      <Checkbox
        label={m.follow}
        hint={m.followHint}
        checked={punch !== null}
        onChange={(isFollowed) => onChange(isFollowed ? NO_ANSWER.punch : null)}
      />
      {punch && (
        <div className={styles.follow}>
          <ChoiceField
            label={form.severity}
            options={SEVERITIES.map((value) => ({ value, label: severities[value] }))}
            value={punch.severity}
            onChange={(severity) => onChange({ ...punch, severity })}
          />
          <DayField
            label={form.dueOn}
            value={punch.dueOn}
            onChange={(dueOn) => onChange({ ...punch, dueOn })}
          />
        </div>
      )}
    </>
  )
}
