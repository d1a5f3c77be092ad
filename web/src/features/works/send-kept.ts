import type { RecordedEvents, WorksEventInput, WorksPhoto } from '@borne/api/contracts/works'
import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, reasonOf, sendJson, uploadFile } from '../../platform/api.ts'
import { drop, keep } from './kept-outbox.ts'
import { draftId, type Kept, readPhoto } from './kept-store.ts'

export type Sent = 'sent' | 'waits' | 'refused'

/**
 * Sends what waits: its photos first, each under the id that the device gave it, then all of its events in one
 * question. What was taken before and is sent once more is kept once; what gets no answer goes on waiting.
 */
export function sendKept(client: QueryClient, kept: Kept): Promise<Sent> {
  const id = draftId(kept.draft)
  const sending = onTheirWay.get(id) ?? send(client, kept).finally(() => onTheirWay.delete(id))
  onTheirWay.set(id, sending)
  return sending
}

/** Whoever asks for what is being sent gets the same answer. */
const onTheirWay = new Map<string, Promise<Sent>>()

async function send(client: QueryClient, kept: Kept): Promise<Sent> {
  const { draft, events } = kept
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
    await keep({ ...kept, refusal: reasonOf(error) })
    return 'refused'
  }
  await drop(kept)
  await client.invalidateQueries({ queryKey: ['works'] })
  return 'sent'
}

/** Silence, a server that is starting or too busy, a session that ended: what was noted is as good as before. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  const { status, code } = error.problem
  return status === 0 || status === 429 || status >= 500 || code === 'sign-in-required'
}
