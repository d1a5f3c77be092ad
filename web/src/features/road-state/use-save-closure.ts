import type { Closure } from '@borne/api/contracts/road-state'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { renewRoads } from '../../platform/renew-roads.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { closureMessages } from './closure-messages.ts'
import { useClosureWords } from './use-closure-words.ts'

interface Write {
  method: 'POST' | 'PATCH'
  /** After `/api/closures`. */
  path: string
  body: unknown
}

/** A change of a closure: the lists are read again, and everything that is computed from it. */
export function useSaveClosure() {
  const client = useQueryClient()
  return useMutation<Closure, Error, Write>({
    mutationFn: ({ method, path, body }) => sendJson<Closure>(method, `/api/closures${path}`, body),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['closures'] }), renewRoads(client)]),
  })
}

type Action = 'confirm' | 'lift' | 'restore'
const INVERSE: Partial<Record<Action, Action>> = { lift: 'restore', restore: 'lift' }

/** Confirms, lifts, or takes a lifting back; what can be undone offers it. */
export function useClosureActions() {
  const m = useMessages(closureMessages)
  const toast = useToast()
  const { nameOf } = useClosureWords()
  const { mutateAsync: send, isPending } = useSaveClosure()

  async function act(action: Action, closure: Closure, isUndo = false): Promise<void> {
    try {
      const body = { version: closure.version }
      const next = await send({ method: 'POST', path: `/${closure.id}/${action}`, body })
      const said = { confirm: m.confirmedToast, lift: m.liftedToast, restore: m.restoredToast }[action]
      const inverse = INVERSE[action]
      toast.show(said(nameOf(next)), inverse && !isUndo ? { undo: () => void act(inverse, next, true) } : {})
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
    }
  }
  return { act, isPending }
}
