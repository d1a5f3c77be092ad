import type { Checklist } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import form from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import styles from './inspection.module.css'
import { InspectionAnswer, pointId } from './inspection-answer.tsx'
import {
  type AnswerDraft,
  eventsOfInspection,
  type InspectionDraft,
  NO_ANSWER,
  unanswered,
} from './inspection-draft.ts'
import { inspectionMessages } from './inspection-messages.ts'
import { PhotoChoice } from './photo-choice.tsx'
import { useRecordEvent } from './use-record-event.ts'
import { checklistsQuery } from './works-queries.ts'

/** An inspection by a checklist, point by point; what fails opens a nonconformity in the same sending. */
export function InspectionForm({ view }: { view: ContractView }) {
  const m = useMessages(inspectionMessages)
  const words = useMessages(formMessages)
  const { forms } = useMessages(contractMessages)
  const { language } = useLanguage()
  const close = useCloseForm()
  const lists = useQuery(checklistsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const checklist = lists.data?.items.find(({ id }) => id === chosen) ?? lists.data?.items[0]
  const [answers, setAnswers] = useState<InspectionDraft['answers']>({})
  const [rest, setRest] = useState<Omit<InspectionDraft, 'checklist' | 'answers'>>({
    on: view.today,
    note: '',
    photoIds: [],
    owner: view.contract.contractor?.name ?? '',
  })
  const [isTried, setIsTried] = useState(false)
  const { recordAll, refusals, error, isPending } = useRecordEvent(view)
  const missing = checklist ? unanswered({ checklist, answers }) : []
  const set = (patch: Partial<typeof rest>) => setRest({ ...rest, ...patch })

  async function submit() {
    setIsTried(true)
    const [first] = missing
    if (first !== undefined) document.getElementById(pointId(first))?.scrollIntoView({ block: 'center' })
    else if (checklist && (await recordAll(eventsOfInspection({ checklist, answers, ...rest }, language))))
      close()
  }

  return (
    <FormFrame
      title={forms.inspection}
      refusals={refusals}
      error={error}
      isPending={isPending}
      isClosed={!checklist}
      onSubmit={() => void submit()}
    >
      {!lists.data && lists.isPending && <Skeleton lines={8} />}
      {!lists.data && lists.error && (
        <ErrorState problem={lists.error} what={m.loadFailed} onRetry={() => void lists.refetch()} />
      )}
      {lists.data && !checklist && <p>{m.noList}</p>}
      {checklist && (
        <>
          <ChecklistChoice
            lists={lists.data?.items ?? []}
            checklist={checklist}
            onChange={(id) => {
              setChosen(id)
              setAnswers({})
              setIsTried(false)
            }}
          />
          <DayField label={words.day} max={view.today} value={rest.on} onChange={(on) => set({ on })} />
          <Points
            {...{ view, checklist, answers }}
            missing={isTried ? missing : []}
            onChange={(id, answer) => setAnswers({ ...answers, [id]: answer })}
          />
          <TextField
            label={m.owner}
            hint={words.ownerHint}
            value={rest.owner}
            onChange={(owner) => set({ owner })}
          />
          <PhotoChoice view={view} chosen={rest.photoIds} onChange={(photoIds) => set({ photoIds })} />
          <NoteField value={rest.note} onChange={(note) => set({ note })} />
          <p className={form.hint} role="status">
            {missing.length > 0 && isTried
              ? m.missing(missing.length)
              : `${m.answered(checklist.items.length - missing.length, checklist.items.length)}. ${m.opens(opened(answers))}`}
          </p>
        </>
      )}
    </FormFrame>
  )
}

function ChecklistChoice({
  lists,
  checklist,
  onChange,
}: {
  lists: readonly Checklist[]
  checklist: Checklist
  onChange(id: string): void
}) {
  const m = useMessages(inspectionMessages)
  const { language } = useLanguage()
  return (
    <ChoiceField
      label={m.checklist}
      hint={checklist.source && m.source(checklist.source)}
      options={lists.map((one) => ({ value: one.id, label: language === 'fr' ? one.nameFr : one.nameEn }))}
      value={checklist.id}
      onChange={onChange}
    />
  )
}

function Points({
  view,
  checklist,
  answers,
  missing,
  onChange,
}: {
  view: ContractView
  checklist: Checklist
  answers: InspectionDraft['answers']
  missing: readonly string[]
  onChange(itemId: string, answer: AnswerDraft): void
}) {
  return (
    <ol className={styles.points}>
      {checklist.items.map((item, index) => (
        <InspectionAnswer
          key={item.id}
          item={item}
          number={index + 1}
          answer={answers[item.id] ?? NO_ANSWER}
          isMissing={missing.includes(item.id)}
          view={view}
          onChange={(answer) => onChange(item.id, answer)}
        />
      ))}
    </ol>
  )
}

function opened(answers: InspectionDraft['answers']): number {
  return Object.values(answers).filter(({ result, punch }) => result === 'nonconforming' && punch).length
}
