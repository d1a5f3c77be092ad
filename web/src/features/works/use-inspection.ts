import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLanguage } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { type AnswerDraft, eventsOfInspection, type InspectionDraft } from './inspection-draft.ts'
import { drop, keep } from './kept-outbox.ts'
import { type KeptInspection, removePhoto, writePhoto } from './kept-store.ts'
import { type Sent, sendKept } from './send-kept.ts'
import { judgeVisit, type VisitRefusal } from './visit-events.ts'

/** An inspection from its first answer to its sending. Each change is kept on the device. */
export function useInspection(view: ContractView, begun: InspectionDraft) {
  const client = useQueryClient()
  const { language } = useLanguage()
  const [draft, setDraft] = useState(begun)
  // A photo that is being kept ends after answers that were given meanwhile.
  const latest = useRef(begun)
  const [refusals, setRefusals] = useState<readonly VisitRefusal[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [isSending, setIsSending] = useState(false)

  function change(patch: Partial<InspectionDraft>) {
    latest.current = { ...latest.current, ...patch }
    setDraft(latest.current)
    void keep(noted(latest.current)).catch(setFailure)
  }

  /** A photo that was taken and then not chosen is not sent. */
  async function leaveOut(events: ReturnType<typeof eventsOfInspection>) {
    const used = new Set(events.flatMap(({ photoIds }) => photoIds ?? []))
    const unused = latest.current.photos.filter(({ id }) => !used.has(id))
    change({ photos: latest.current.photos.filter(({ id }) => used.has(id)) })
    for (const { id } of unused) await removePhoto(id).catch(setFailure)
  }

  return {
    draft,
    change,
    answer: (itemId: string, answer: AnswerDraft) =>
      change({ answers: { ...latest.current.answers, [itemId]: answer } }),
    device: {
      photos: draft.photos,
      add: async (file: File): Promise<string> => {
        const takenAt = new Date(file.lastModified || Date.now()).toISOString()
        const photo = { id: crypto.randomUUID(), fileName: file.name, takenAt, viewpoint: null }
        await writePhoto(photo.id, file).catch(setFailure)
        change({ photos: [...latest.current.photos, photo] })
        return photo.id
      },
    },
    refusals,
    /** The device could not keep it. */
    failure,
    isSending,
    discard: () => drop(noted(latest.current)),
    /** @returns null where the rules refuse it here already. */
    send: async (): Promise<Sent | null> => {
      const events = eventsOfInspection(latest.current, language)
      const by = { accountId: latest.current.accountId, today: view.today }
      const refused = judgeVisit(view, events, by)
      setRefusals(refused)
      if (refused.length > 0) return null
      setIsSending(true)
      await leaveOut(events)
      const kept = { ...noted(latest.current), events, waitsSince: new Date().toISOString() }
      await keep(kept).catch(setFailure)
      const sent = await sendKept(client, kept)
      setIsSending(false)
      return sent
    },
  }
}

function noted(draft: InspectionDraft): KeptInspection {
  return { draft, events: [], waitsSince: null, refusal: null }
}
