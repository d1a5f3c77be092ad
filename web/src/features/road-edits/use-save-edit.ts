import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { EDITS_KEY, renewRoads } from '../../platform/renew-roads.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { editMessages } from './edit-messages.ts'
import { useEditWords } from './use-edit-words.ts'

interface Write {
  method: 'POST' | 'PATCH'
  /** After `/api/road-edits`. */
  path: string
  body: unknown
}

/** A change of a correction: the list is read again, and everything that is computed from it. */
export function useSaveEdit() {
  const client = useQueryClient()
  return useMutation<RoadEdit, Error, Write>({
    mutationFn: ({ method, path, body }) => sendJson<RoadEdit>(method, `/api/road-edits${path}`, body),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: [EDITS_KEY] }), renewRoads(client)]),
  })
}

type Decision = 'accept' | 'reject'
const DECISION_OF: Partial<Record<RoadEdit['state'], Decision>> = { accepted: 'accept', rejected: 'reject' }

/**
 * Accepts or rejects. A decision that replaced another one can be taken back to it; the first one cannot, because nothing
 * becomes undecided again: the other decision stays one click away.
 */
export function useEditDecision(onDecided: (edit: RoadEdit) => void) {
  const m = useMessages(editMessages)
  const toast = useToast()
  const { nameOf } = useEditWords()
  const { mutateAsync: send, isPending } = useSaveEdit()

  async function decide(decision: Decision, edit: RoadEdit, isUndo = false): Promise<void> {
    try {
      const body = { version: edit.version }
      const next = await send({ method: 'POST', path: `/${edit.id}/${decision}`, body })
      const said = decision === 'accept' ? m.acceptedToast : m.rejectedToast
      const before = DECISION_OF[edit.state]
      toast.show(said(nameOf(next)), before && !isUndo ? { undo: () => void decide(before, next, true) } : {})
      onDecided(next)
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
    }
  }
  return { decide, isPending }
}
