import type { WorksFile } from '@borne/api/contracts/works'
import { IconCloudUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { KeptVisit } from './kept-store.ts'
import { refusalText, refusalWords } from './refusal-words.ts'
import { useVisit, type Visit } from './use-visit.ts'
import styles from './visit.module.css'
import { BackToContract } from './visit-back.tsx'
import { hasNotes } from './visit-draft.ts'
import { VisitLostDay } from './visit-lost-day.tsx'
import { visitMessages } from './visit-messages.ts'
import { VisitPhotos } from './visit-photos.tsx'
import { VisitProgress } from './visit-progress.tsx'
import { VisitPunches } from './visit-punches.tsx'

interface VisitFormProps {
  file: WorksFile
  kept: KeptVisit | undefined
  accountId: string
}

export function VisitForm({ file, kept, accountId }: VisitFormProps) {
  const m = useMessages(visitMessages)
  const { instant } = useFormats()
  const visit = useVisit(file, kept, accountId)
  const { draft, change, failure, sent } = visit
  if (sent === 'waits') return <VisitWaits file={file} />
  return (
    <Panel
      title={m.title}
      subtitle={file.contract.title}
      back={<BackToContract contractId={file.contract.id} />}
      footer={<VisitFoot visit={visit} />}
    >
      <div className={styles.visit}>
        {!visit.isRunning && <p className={styles.warning}>{m.closed}</p>}
        {kept && <p className={styles.muted}>{m.draftKept(instant(draft.startedAt))}</p>}
        {Boolean(failure) && (
          <p className={styles.warning} role="alert">
            {m.notKept}
          </p>
        )}
        <VisitProgress visit={visit} />
        <VisitLostDay draft={draft} change={change} />
        <VisitPunches visit={visit} />
        <VisitPhotos visit={visit} />
        <section className={styles.part}>
          <Field label={m.note} hint={m.noteHint}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                maxLength={4000}
                dir="auto"
                value={draft.note}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
        </section>
        <Refusals visit={visit} answer={kept?.refusal ?? null} />
        {hasNotes(draft) && <Discard visit={visit} />}
      </div>
    </Panel>
  )
}

/** The pages that are not open yet may be out of reach: the visit is told here, and the way on is a choice. */
function VisitWaits({ file: { contract } }: { file: WorksFile }) {
  const m = useMessages(visitMessages)
  return (
    <Panel title={m.title} subtitle={contract.title} back={<BackToContract contractId={contract.id} />}>
      <EmptyState icon={<IconCloudUp aria-hidden="true" size={32} />} title={m.waitsTitle}>
        {m.waitsText}
      </EmptyState>
    </Panel>
  )
}

function VisitFoot({ visit }: { visit: Visit }) {
  const m = useMessages(visitMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const { draft, packages, isSending } = visit
  const moved = packages.filter(({ percent, last }) => percent !== last).length

  async function send() {
    const sent = await visit.send()
    if (sent !== 'sent') return
    toast.show(m.sentToast)
    await navigate({ to: '/works/$contractId', params: { contractId: draft.contractId } })
  }

  return (
    <div className={styles.foot}>
      <p className={styles.muted}>
        {moved === 0 ? m.confirmed : m.summary(moved, draft.punches.length, draft.photos.length)}
      </p>
      <Button
        variant="primary"
        className={styles.send ?? ''}
        disabled={isSending}
        onClick={() => void send()}
      >
        {isSending ? m.sending : m.send}
      </Button>
    </div>
  )
}

/** What the rules say against it, told here or by the server. */
function Refusals({ visit: { refusals }, answer }: { visit: Visit; answer: string | null }) {
  const m = useMessages(visitMessages)
  const words = useMessages(refusalWords)
  const told = new Set(refusals.map(({ refusal }) => refusalText(refusal, words)))
  if (answer) told.add(answer)
  if (told.size === 0) return null
  return (
    <div className={styles.warning} role="alert">
      <p>{m.refused}</p>
      <ul>
        {[...told].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function Discard({ visit }: { visit: Visit }) {
  const m = useMessages(visitMessages)
  const navigate = useNavigate()
  const [isAsking, setIsAsking] = useState(false)
  async function discard() {
    await visit.discard()
    await navigate({ to: '/works/$contractId', params: { contractId: visit.draft.contractId } })
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {m.discard}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.discardTitle}
        confirmLabel={m.discard}
        onConfirm={() => void discard()}
        onCancel={() => setIsAsking(false)}
      />
    </>
  )
}
