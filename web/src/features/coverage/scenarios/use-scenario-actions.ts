import type { CoverageScenario } from '@borne/api/contracts/coverage'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reasonOf, sendJson } from '../../../platform/api.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { scenarioMessages } from './scenario-messages.ts'
import { SCENARIOS_KEY, scenarioQuery } from './scenario-queries.ts'

interface Write {
  method: 'POST' | 'PUT'
  /** After `/api/coverage/scenarios`. */
  path: string
  body: unknown
}

/** A change of the stored scenarios: their list is read again. */
export function useSaveScenario() {
  const client = useQueryClient()
  return useMutation<CoverageScenario, Error, Write>({
    mutationFn: ({ method, path, body }) =>
      sendJson<CoverageScenario>(method, `/api/coverage/scenarios${path}`, body),
    onSuccess: (saved) => client.setQueryData(scenarioQuery(saved.id).queryKey, saved),
    onSettled: () => client.invalidateQueries({ queryKey: [SCENARIOS_KEY, 'list'] }),
  })
}

/** Archives, restores, duplicates; each can be taken back. */
export function useScenarioActions() {
  const m = useMessages(scenarioMessages)
  const toast = useToast()
  const { mutateAsync: send, isPending } = useSaveScenario()

  async function tried<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act()
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
      return null
    }
  }
  async function setArchived({ id, version }: CoverageScenario, isArchived: boolean, isUndo = false) {
    const path = `/${id}/${isArchived ? 'archive' : 'restore'}`
    const next = await tried(() => send({ method: 'POST', path, body: { version } }))
    if (!next) return
    const said = isArchived ? m.archivedToast(next.name) : m.restoredToast(next.name)
    toast.show(said, isUndo ? {} : { undo: () => void setArchived(next, !isArchived, true) })
  }
  async function duplicate({ id, name }: CoverageScenario) {
    const copy = await tried(() =>
      send({ method: 'POST', path: `/${id}/duplicate`, body: { name: m.copyOf(name) } }),
    )
    if (copy) toast.show(m.duplicatedToast(copy.name), { undo: () => void setArchived(copy, true, true) })
  }
  return { setArchived, duplicate, isPending }
}
