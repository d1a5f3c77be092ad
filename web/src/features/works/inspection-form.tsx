import type { Checklist } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useSignedIn } from '../../platform/session-query.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import form from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import styles from './inspection.module.css'
import { InspectionAnswer, pointId } from './inspection-answer.tsx'
import { type InspectionDraft, NO_ANSWER, newInspection, unanswered } from './inspection-draft.ts'
import { inspectionMessages } from './inspection-messages.ts'
import { useKept } from './kept-outbox.ts'
import { draftId, isInspection, isOpen } from './kept-store.ts'
import { PhotoChoice } from './photo-choice.tsx'
import { useInspection } from './use-inspection.ts'
import { checklistsQuery } from './works-queries.ts'

/** An inspection by a checklist, point by point: kept on the device until the server has it. */
export function InspectionForm({ view }: { view: ContractView }) {
  const m = useMessages(inspectionMessages)
  const lists = useQuery(checklistsQuery)
  const accountId = useSignedIn()?.accountId
  const kept = useKept(accountId)?.filter(isInspection)
  const open = kept?.find((one) => one.draft.contractId === view.contract.id && isOpen(one))
  const [first] = lists.data?.items ?? []
  // A draft brings its own list: only a new inspection waits for those of the server.
  if (kept && accountId && (open || first)) {
    const begun = open?.draft ?? newInspection(view.contract, first!, accountId, new Date())
    return <InspectionEditor view={view} lists={lists.data?.items ?? []} begun={begun} />
  }
  return (
    <ClosedFrame>
      {lists.isPending && <Skeleton lines={8} />}
      {lists.error && (
        <ErrorState problem={lists.error} what={m.loadFailed} onRetry={() => void lists.refetch()} />
      )}
      {lists.data && !first && <p>{m.noList}</p>}
    </ClosedFrame>
  )
}

function ClosedFrame({ children }: { children: ReactNode }) {
  const { forms } = useMessages(contractMessages)
  return (
    <FormFrame
      title={forms.inspection}
      refusals={[]}
      error={null}
      isPending={false}
      isClosed
      onSubmit={() => undefined}
    >
      {children}
    </FormFrame>
  )
}

interface InspectionEditorProps {
  view: ContractView
  lists: readonly Checklist[]
  begun: InspectionDraft
}

function InspectionEditor({ view, lists, begun }: InspectionEditorProps) {
  const m = useMessages(inspectionMessages)
  const words = useMessages(formMessages)
  const { forms } = useMessages(contractMessages)
  const close = useCloseForm()
  const toast = useToast()
  const [isTried, setIsTried] = useState(false)
  const inspection = useInspection(view, begun)
  const { draft, change } = inspection
  const { checklist } = draft
  const missing = unanswered(draft)

  async function submit() {
    setIsTried(true)
    const [first] = missing
    if (first !== undefined) {
      document.getElementById(pointId(first))?.scrollIntoView({ block: 'center' })
      return
    }
    const sent = await inspection.send()
    if (sent === null || sent === 'refused') return
    toast.show(sent === 'sent' ? words.recorded : m.waits)
    close()
  }

  return (
    <FormFrame
      title={forms.inspection}
      refusals={inspection.refusals.map(({ refusal }) => refusal)}
      error={null}
      isPending={inspection.isSending}
      onSubmit={() => void submit()}
    >
      <KeptNote inspection={inspection} onDiscarded={close} />
      <ChecklistChoice
        lists={lists.some(({ id }) => id === checklist.id) ? lists : [checklist, ...lists]}
        checklist={checklist}
        onChange={(chosen) => {
          change({ checklist: chosen, answers: {} })
          setIsTried(false)
        }}
      />
      <DayField label={words.day} max={view.today} value={draft.on} onChange={(on) => change({ on })} />
      <Points view={view} inspection={inspection} missing={isTried ? missing : []} />
      <TextField
        label={m.owner}
        hint={words.ownerHint}
        value={draft.owner}
        onChange={(owner) => change({ owner })}
      />
      <PhotoChoice
        view={view}
        device={inspection.device}
        chosen={draft.photoIds}
        onChange={(photoIds) => change({ photoIds })}
      />
      <NoteField value={draft.note} onChange={(note) => change({ note })} />
      <p className={form.hint} role="status">
        {missing.length > 0 && isTried
          ? m.missing(missing.length)
          : `${m.answered(checklist.items.length - missing.length, checklist.items.length)}. ${m.opens(opened(draft.answers))}`}
      </p>
    </FormFrame>
  )
}

type Inspection = ReturnType<typeof useInspection>

/** That it is kept here and since when, why the server sent it back, and the way to be rid of it. */
function KeptNote({ inspection, onDiscarded }: { inspection: Inspection; onDiscarded(): void }) {
  const m = useMessages(inspectionMessages)
  const { instant } = useFormats()
  const { draft, failure } = inspection
  const kept = useKept(draft.accountId)?.find((one) => draftId(one.draft) === draft.inspectionId)
  if (failure) {
    return (
      <p className={form.hint} role="alert">
        {m.notKept}
      </p>
    )
  }
  if (!kept) return <p className={form.hint}>{m.keeps}</p>
  return (
    <div className={styles.kept}>
      {kept.refusal && <p role="alert">{m.sentBack(kept.refusal)}</p>}
      <p className={form.hint}>{m.keptSince(instant(draft.startedAt))}</p>
      <Button
        variant="quiet"
        size="small"
        onClick={() => {
          void inspection.discard()
          onDiscarded()
        }}
      >
        {m.discard}
      </Button>
    </div>
  )
}

function ChecklistChoice({
  lists,
  checklist,
  onChange,
}: {
  lists: readonly Checklist[]
  checklist: Checklist
  onChange(checklist: Checklist): void
}) {
  const m = useMessages(inspectionMessages)
  const { language } = useLanguage()
  return (
    <ChoiceField
      label={m.checklist}
      hint={checklist.source && m.source(checklist.source)}
      options={lists.map((one) => ({ value: one.id, label: language === 'fr' ? one.nameFr : one.nameEn }))}
      value={checklist.id}
      onChange={(id) => {
        const chosen = lists.find((one) => one.id === id)
        if (chosen) onChange(chosen)
      }}
    />
  )
}

interface PointsProps {
  view: ContractView
  inspection: Inspection
  missing: readonly string[]
}

function Points({ view, inspection, missing }: PointsProps) {
  const { checklist, answers } = inspection.draft
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
          device={inspection.device}
          onChange={(answer) => inspection.answer(item.id, answer)}
        />
      ))}
    </ol>
  )
}

function opened(answers: InspectionDraft['answers']): number {
  return Object.values(answers).filter(({ result, punch }) => result === 'nonconforming' && punch).length
}
