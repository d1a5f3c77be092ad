import type { RecordedEvents, WorksEventInput, WorksPhoto } from '@borne/api/contracts/works'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, reasonOf, sendJson, uploadFile } from '../../platform/api.ts'
import { dropVisit, keepVisit } from './visit-outbox.ts'
import { type KeptVisit, readPhoto } from './visit-store.ts'

export type Sent = 'sent' | 'waits' | 'refused'

/**
 * Sends a waiting visit: its photos first, each under the id that the device gave it, then all of its events in one
 * question. What was taken before and is sent once more is kept once; what gets no answer goes on waiting.
 */
export function sendVisit(client: QueryClient, visit: KeptVisit): Promise<Sent> {
  const id = visit.draft.reportId
  const sending = onTheirWay.get(id) ?? send(client, visit).finally(() => onTheirWay.delete(id))
  onTheirWay.set(id, sending)
  return sending
}

/** Whoever asks for a visit that is being sent gets the same answer. */
const onTheirWay = new Map<string, Promise<Sent>>()

async function send(client: QueryClient, visit: KeptVisit): Promise<Sent> {
  const { draft, events } = visit
  const path = `/api/works/contracts/${draft.contractId}`
  try {
    for (const photo of draft.photos) {
      const file = await readPhoto(photo.id)
      // A photo that the server has is no longer on the device.
      if (!file) continue
      const fields = { caption: '', takenAt: photo.takenAt, viewpoint: photo.viewpoint ?? '' }
      await uploadFile<WorksPhoto>(
        `${path}/photos/${photo.id}`,
        new File([file], photo.fileName, { type: file.type }),
        undefined,
        fields,
        'PUT',
      )
    }
    await sendJson<RecordedEvents>('POST', `${path}/events`, { events: events satisfies WorksEventInput[] })
  } catch (error) {
    if (mayPass(error)) return 'waits'
    await keepVisit({ ...visit, refusal: reasonOf(error) })
    return 'refused'
  }
  await dropVisit(visit)
  await client.invalidateQueries({ queryKey: ['works'] })
  return 'sent'
}

/** Silence, a server that is starting or too busy, a session that ended: the visit is as good as before. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  const { status, code } = error.problem
  return status === 0 || status === 429 || status >= 500 || code === 'sign-in-required'
}
