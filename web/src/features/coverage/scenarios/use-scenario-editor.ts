import type { CoverageScenario } from '@borne/api/contracts/coverage'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiProblem, getJson, reasonOf } from '../../../platform/api.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type KeptDraft, keepDraft, keptDraft } from './kept-drafts.ts'
import { draftOf, inputOf, isSameDraft, type ScenarioDraft } from './scenario-draft.ts'
import { scenarioMessages } from './scenario-messages.ts'
import { scenarioQuery } from './scenario-queries.ts'
import { useSaveScenario } from './use-scenario-actions.ts'

export interface ScenarioConflict {
  readonly theirs: CoverageScenario
}

/**
 * What happens between opening a scenario and saving it: the draft is kept until then, and two people may save at once.
 *
 * @param fresh What a new scenario begins with.
 */
export function useScenarioEditor(
  scenario: CoverageScenario | null,
  fresh: ScenarioDraft,
  onSaved: (id: string) => void,
) {
  const m = useMessages(scenarioMessages)
  const toast = useToast()
  const client = useQueryClient()
  const scenarioId = scenario?.id
  const begun = (): KeptDraft => {
    const draft = scenario ? draftOf(scenario) : fresh
    return { draft, base: draft, version: scenario?.version ?? 0 }
  }
  const [{ draft, base, version }, setState] = useState<KeptDraft>(() => keptDraft(scenarioId) ?? begun())
  const [conflict, setConflict] = useState<ScenarioConflict | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { mutateAsync: send, isPending } = useSaveScenario()
  const isChanged = !isSameDraft(draft, base)
  useEffect(() => {
    keepDraft(scenarioId, isChanged ? { draft, base, version } : null)
  }, [scenarioId, isChanged, draft, base, version])

  async function store(next: ScenarioDraft, over: number): Promise<void> {
    setError(null)
    try {
      const saved = scenarioId
        ? await send({ method: 'PUT', path: `/${scenarioId}`, body: { ...inputOf(next), version: over } })
        : await send({ method: 'POST', path: '', body: inputOf(next) })
      keepDraft(scenarioId, null)
      setState({ draft: draftOf(saved), base: draftOf(saved), version: saved.version })
      toast.show(m.saved(saved.name), { undo: () => void takeBack(saved, scenarioId ? base : null) })
      onSaved(saved.id)
    } catch (caught) {
      const isStale = caught instanceof ApiProblem && caught.problem.status === 409
      if (!isStale || !scenarioId) return setError(caught)
      const theirs = await getJson<CoverageScenario>(`/api/coverage/scenarios/${scenarioId}`)
      setConflict({ theirs })
    }
  }

  /** Puts the version before back; what was created is archived. */
  async function takeBack(saved: CoverageScenario, before: ScenarioDraft | null): Promise<void> {
    try {
      const back = before
        ? await send({
            method: 'PUT',
            path: `/${saved.id}`,
            body: { ...inputOf(before), version: saved.version },
          })
        : await send({ method: 'POST', path: `/${saved.id}/archive`, body: { version: saved.version } })
      if (before) setState({ draft: before, base: draftOf(back), version: back.version })
      toast.show(before ? m.undone(back.name) : m.archivedToast(back.name))
    } catch (caught) {
      toast.show(m.failedToast(reasonOf(caught)))
    }
  }

  return {
    draft,
    base,
    conflict,
    error,
    isChanged,
    isPending,
    change: (patch: Partial<ScenarioDraft>) =>
      setState((old) => ({ ...old, draft: { ...old.draft, ...patch } })),
    save: () => store(draft, version),
    /** Over what somebody else saved meanwhile. */
    saveMerged: async (merged: ScenarioDraft, theirs: CoverageScenario) => {
      setConflict(null)
      setState({ draft: merged, base: draftOf(theirs), version: theirs.version })
      client.setQueryData(scenarioQuery(theirs.id).queryKey, theirs)
      await store(merged, theirs.version)
    },
    closeConflict: () => setConflict(null),
    discard: () => {
      const before = { draft, base, version }
      setState({ draft: base, base, version })
      toast.show(m.discarded, { undo: () => setState(before) })
    },
  }
}

export type ScenarioForm = ReturnType<typeof useScenarioEditor>
