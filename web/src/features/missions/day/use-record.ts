import type { Mission, MissionEventInput } from '@borne/api/contracts/missions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sendJson } from '../../../platform/api.ts'
import { useSignedIn } from '../../../platform/session-query.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { MISSIONS_KEY, missionQuery } from '../missions-queries.ts'
import { dayMessages } from './day-messages.ts'
import { type FieldEvent, keepEvent, type Sent, sendEvent } from './kept-events.ts'

/** A step at the desk: it needs the server, since it judges a version of the mission. */
export type DeskEvent = Exclude<MissionEventInput, FieldEvent>

export function useRecordDesk(mission: Mission) {
  const client = useQueryClient()
  const toast = useToast()
  const m = useMessages(dayMessages)
  return useMutation({
    mutationFn: (event: DeskEvent) => sendJson<Mission>('POST', `/api/missions/${mission.id}/events`, event),
    onSuccess: (saved, { kind }) => {
      client.setQueryData(missionQuery(mission.id).queryKey, saved)
      toast.show(m.recorded(m.kinds[kind]))
      return client.invalidateQueries({ queryKey: [MISSIONS_KEY, 'list'] })
    },
  })
}

/** Records what happens on the way: kept on the device first, then sent. */
export function useRecordField(mission: Mission) {
  const client = useQueryClient()
  const toast = useToast()
  const m = useMessages(dayMessages)
  const accountId = useSignedIn()?.accountId ?? ''
  const [failure, setFailure] = useState<unknown>(null)
  return {
    /** The device could not keep it. */
    failure,
    record: async (event: FieldEvent): Promise<Sent> => {
      const waitsSince = new Date().toISOString()
      const kept = {
        accountId,
        missionId: mission.id,
        title: mission.title,
        event,
        waitsSince,
        refusal: null,
      }
      await keepEvent(kept).catch(setFailure)
      const sent = await sendEvent(client, kept)
      if (sent === 'sent') toast.show(m.recorded(m.kinds[event.kind]))
      if (sent === 'waits') toast.show(m.keptHere(m.kinds[event.kind]))
      return sent
    },
  }
}
