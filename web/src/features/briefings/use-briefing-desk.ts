import type { Briefing } from '@borne/api/contracts/briefings'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiProblem, sendJson } from '../../platform/api.ts'
import { useReturns } from '../../platform/caller.ts'
import { useConnection } from '../../platform/connection.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BriefingDesk, type DeskDoors } from './briefing-desk.ts'
import { BRIEFINGS_KEY, briefingQuery, getBriefing } from './briefings-queries.ts'
import { editorMessages } from './editor-messages.ts'
import { dropStoredDraft, storeDraft, storedDraft } from './stored-drafts.ts'

/** The desk of a briefing for as long as its page is open: it saves by itself, and once more when one leaves. */
export function useBriefingDesk(briefing: Briefing) {
  const doors = useDoors(briefing.id)
  const accountId = useSignedIn()?.accountId ?? ''
  const [desk] = useState(
    () => new BriefingDesk(briefing, doors, storedDraft({ accountId, briefingId: briefing.id })),
  )
  const state = useSyncExternalStore(desk.subscribe, desk.getState)
  const { isOnline } = useConnection()
  const returns = useReturns()
  useEffect(() => desk.take(briefing), [desk, briefing])
  useEffect(() => {
    if (isOnline && returns >= 0) void desk.save()
  }, [desk, isOnline, returns])
  useEffect(() => () => void desk.save(), [desk])
  return { desk, ...state }
}

function useDoors(briefingId: string): DeskDoors {
  const m = useMessages(editorMessages)
  const client = useQueryClient()
  const toast = useToast()
  const accountId = useSignedIn()?.accountId ?? ''
  return {
    async send(draft, version) {
      const saved = await sendJson<Briefing>('PUT', `/api/briefings/${briefingId}`, { ...draft, version })
      client.setQueryData(briefingQuery(briefingId).queryKey, saved)
      void client.invalidateQueries({ queryKey: [BRIEFINGS_KEY, 'list'] })
      return saved
    },
    fetch: () => getBriefing(briefingId),
    keep(unsaved) {
      if (unsaved) storeDraft({ accountId, briefingId, ...unsaved })
      else dropStoredDraft({ accountId, briefingId })
    },
    judge: judgeFailure,
    onTookTheirs: () => toast.show(m.tookTheirs),
  }
}

function judgeFailure(error: unknown): 'stale' | 'silent' | 'refused' {
  if (!(error instanceof ApiProblem)) return 'refused'
  const { code, status } = error.problem
  if (code === 'briefing-changed-meanwhile') return 'stale'
  // The sign-in that covers the page lets it be sent again.
  return status === 0 || code === 'sign-in-required' ? 'silent' : 'refused'
}
