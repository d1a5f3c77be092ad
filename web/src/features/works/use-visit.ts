import type { WorksFile } from '@borne/api/contracts/works'
import { contractState } from '@borne/geodata/works/contract-state'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { thisDay } from '../../ui/days.ts'
import { drop, keep as keepOnDevice } from './kept-outbox.ts'
import { type KeptVisit, removePhoto, writePhoto } from './kept-store.ts'
import { type Sent, sendKept } from './send-kept.ts'
import { isRunning } from './stage-marks.ts'
import { newVisit, type VisitDraft, type VisitPhoto, visitPackages } from './visit-draft.ts'
import { eventsOfVisit, judgeVisit, type VisitRefusal } from './visit-events.ts'

/**
 * A visit from its first note to its sending. Each change is kept on the device.
 *
 * @param kept The draft that the device has of this contract.
 */
export function useVisit(file: WorksFile, kept: KeptVisit | undefined, accountId: string) {
  const client = useQueryClient()
  const { contract, events } = file
  const [draft, setDraft] = useState<VisitDraft>(
    () => kept?.draft ?? newVisit(contract, accountId, new Date()),
  )
  const [isJudged, setIsJudged] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [isSending, setIsSending] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  const state = useMemo(
    () => contractState(contract, events, { on: draft.on, knownAt: '9999-12-31T23:59:59.999Z' }),
    [contract, events, draft.on],
  )
  const bill = state.bills.at(-1)?.bill
  const packages = visitPackages(bill, state.proposedProgress.packages, draft)
  const visitEvents = eventsOfVisit(draft, packages, contract.contractor?.name ?? '')
  const refusals = judgeVisit(file, visitEvents, { accountId, today: thisDay() })

  function keep(next: VisitDraft) {
    setDraft(next)
    void keepOnDevice({ draft: next, events: [], waitsSince: null, refusal: null }).catch(setFailure)
  }

  return {
    draft,
    isRunning: isRunning(state.stage),
    packages,
    viewpoints: knownViewpoints(file),
    change: (patch: Partial<VisitDraft>) => keep({ ...draft, ...patch }),
    addPhoto: async (chosen: File, viewpoint: string | null): Promise<VisitPhoto> => {
      const takenAt = new Date(chosen.lastModified || Date.now()).toISOString()
      const photo = { id: crypto.randomUUID(), fileName: chosen.name, takenAt, viewpoint }
      await writePhoto(photo.id, chosen).catch(setFailure)
      return photo
    },
    removePhoto: (id: string) => {
      keep({ ...draft, photos: draft.photos.filter((photo) => photo.id !== id) })
      void removePhoto(id).catch(setFailure)
    },
    /** Told once the person wanted to send it. */
    refusals: isJudged ? refusals : NO_REFUSALS,
    /** A value under the last one asks for its reason at once. */
    falls: packages.filter(({ percent, last }) => percent < last),
    /** The device could not keep it. */
    failure,
    isSending,
    /** How the last sending went. */
    sent,
    discard: () => drop({ draft, events: [], waitsSince: null, refusal: null }),
    send: async (): Promise<Sent | null> => {
      setIsJudged(true)
      if (refusals.length > 0) return null
      setIsSending(true)
      const waiting = { draft, events: visitEvents, waitsSince: new Date().toISOString(), refusal: null }
      await keepOnDevice(waiting).catch(setFailure)
      const answer = await sendKept(client, waiting)
      setIsSending(false)
      setSent(answer)
      return answer
    },
  }
}

const NO_REFUSALS: readonly VisitRefusal[] = []
export type Visit = ReturnType<typeof useVisit>

/** Views that were photographed before, with their last photo: the next one is taken from there too. */
function knownViewpoints({
  photos,
}: WorksFile): { name: string; thumbnail: string; takenAt: string | null }[] {
  const latest = new Map<string, { name: string; thumbnail: string; takenAt: string | null }>()
  for (const { viewpoint, takenAt, urls } of photos) {
    if (!viewpoint) continue
    const known = latest.get(viewpoint)
    if (known && (known.takenAt ?? '') >= (takenAt ?? '')) continue
    latest.set(viewpoint, { name: viewpoint, thumbnail: urls.thumbnail, takenAt })
  }
  return [...latest.values()].sort((a, b) => a.name.localeCompare(b.name))
}
