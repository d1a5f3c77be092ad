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
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery(checklistsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const checklist = data?.items.find(({ id }) => id === chosen) ?? data?.items[0]
  if (!data || !checklist) {
    return (
      <InspectionFrame view={view} checklist={null}>
        {error ? (
          <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </InspectionFrame>
    )
  }
  return (
    <InspectionFrame key={checklist.id} view={view} checklist={checklist}>
      <ChoiceField
        label={m.checklist}
        hint={checklist.source && m.source(checklist.source)}
        options={data.items.map((one) => ({
          value: one.id,
          label: language === 'fr' ? one.nameFr : one.nameEn,
        }))}
        value={checklist.id}
        onChange={setChosen}
      />
    </InspectionFrame>
  )
}

interface InspectionFrameProps {
  view: ContractView
  checklist: Checklist | null
  /** The choice of the checklist. */
  children: React.ReactNode
}

function InspectionFrame({ view, checklist, children }: InspectionFrameProps) {
  const m = useMessages(inspectionMessages)
  const words = useMessages(formMessages)
  const { forms } = useMessages(contractMessages)
  const { language } = useLanguage()
  const close = useCloseForm()
  const [answers, setAnswers] = useState<InspectionDraft['answers']>({})
  const [rest, setRest] = useState({
    on: view.today,
    note: '',
    photoIds: [] as readonly string[],
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
      {children}
      {checklist && (
        <>
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
