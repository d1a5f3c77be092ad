import type { RecordedEvents, WorksEventInput } from '@borne/api/contracts/works'
import { isDay } from '@borne/geodata/works/days'
import { refuseEvent, type WorksEventDraft } from '@borne/geodata/works/refuse-event'
import type { WorksRefusal, WorksWarningCode } from '@borne/geodata/works/results'
import type { AnyWorksEvent } from '@borne/geodata/works/types'
import { warnEvent } from '@borne/geodata/works/warn-event'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { ContractView } from './contract-view.ts'
import { formMessages } from './form-messages.ts'
import { useRefusalText } from './refusal-text.ts'

/** What somebody records from a form; what is left out is made up here. */
export type EventDraft = Pick<WorksEventInput, 'kind' | 'payload'> &
  Partial<Pick<WorksEventInput, 'happenedOn' | 'about' | 'replaces' | 'photoIds'>>

/** A draft as an event of the contract that is not recorded yet: the last of all. */
export function draftedEvent(
  {
    contract,
    events,
    today,
  }: Pick<ContractView, 'contract' | 'today'> & {
    readonly events: readonly AnyWorksEvent[]
  },
  draft: EventDraft,
): AnyWorksEvent {
  const drafted = {
    id: crypto.randomUUID(),
    contractId: contract.id,
    ordinal: Math.max(0, ...events.map(({ ordinal }) => ordinal)) + 1,
    kind: draft.kind,
    happenedOn: draft.happenedOn ?? today,
    recordedAt: new Date().toISOString(),
    recordedBy: null,
    replaces: draft.replaces ?? null,
    about: draft.about ?? null,
    payload: draft.payload,
  }
  // The payload of a form has the shape of its kind; only the kind itself is not told apart here.
  return drafted as unknown as AnyWorksEvent
}

function eventToJudge(view: ContractView, draft: EventDraft): WorksEventDraft {
  const { kind, happenedOn, replaces, about, payload } = draftedEvent(view, draft)
  return { kind, happenedOn, replaces, about, payload } as WorksEventDraft
}

/**
 * Records an event: it is judged here first, by the rules of the server, then sent. The page is read anew afterwards.
 *
 * @returns `record` is false where it was refused; with `isToldHere` the caller shows why, else a message does.
 */
export function useRecordEvent(view: ContractView) {
  const client = useQueryClient()
  const toast = useToast()
  const m = useMessages(formMessages)
  const textOf = useRefusalText()
  const by = useSignedIn()?.accountId ?? null
  const [refusals, setRefusals] = useState<readonly WorksRefusal[]>([])
  const mutation = useMutation({
    mutationFn: (events: readonly WorksEventInput[]) =>
      sendJson<RecordedEvents>('POST', `/api/works/contracts/${view.contract.id}/events`, { events }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['works'] }),
  })

  function judge(draft: EventDraft): readonly WorksRefusal[] {
    return refuseEvent(view.contract, view.events, eventToJudge(view, draft), {
      by,
      today: view.today,
      photoIds: draft.photoIds ?? [],
    })
  }

  /** What to look at twice before it is recorded; a day that is not typed out yet says nothing. */
  function warn(draft: EventDraft): readonly WorksRefusal<WorksWarningCode>[] {
    const judged = eventToJudge(view, draft)
    return isDay(judged.happenedOn) ? warnEvent(view.contract, view.events, judged) : []
  }

  async function record(draft: EventDraft, isToldHere = false): Promise<boolean> {
    const refused = judge(draft)
    setRefusals(refused)
    const [first] = refused
    if (first) {
      if (!isToldHere) toast.show(textOf(first))
      return false
    }
    try {
      const happenedOn = draft.happenedOn ?? view.today
      await mutation.mutateAsync([{ ...draft, id: crypto.randomUUID(), happenedOn }])
      toast.show(m.recorded)
      return true
    } catch (error) {
      if (!isToldHere) toast.show(reasonOf(error))
      return false
    }
  }
  return { record, judge, warn, refusals, error: mutation.error, isPending: mutation.isPending }
}
