import type { Closure } from '@borne/api/contracts/road-state'
import { useState } from 'react'
import { ApiProblem, reasonOf } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import {
  type ClosureDraft,
  type ClosureStatement,
  changedStatement,
  checkClosureDraft,
  disputedFields,
  draftOfClosure,
  newClosureDraft,
  statementOfDraft,
} from './closure-draft.ts'
import { closureMessages } from './closure-messages.ts'
import { useOpenClosure } from './closures-on-map.tsx'
import { editorMessages } from './editor-messages.ts'
import { useClosureWords } from './use-closure-words.ts'
import { useSaveClosure } from './use-save-closure.ts'

/** What happens between opening the form and leaving it: drawing, saving, and two people saving. */
export function useClosureEditor(closure: Closure | null) {
  const m = useMessages(editorMessages)
  const words = useMessages(closureMessages)
  const toast = useToast()
  const { nameOf } = useClosureWords()
  const { mutateAsync: send, isPending } = useSaveClosure()
  const open = useOpenClosure()
  // A report that is sent again after a silence is kept once.
  const [newId] = useState(() => globalThis.crypto.randomUUID?.())
  const [base, setBase] = useState(() => ({
    draft: closure ? draftOfClosure(closure) : newClosureDraft(new Date()),
    version: closure?.version ?? 0,
  }))
  const [draft, setDraft] = useState(base.draft)
  const [isChecked, setIsChecked] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [theirs, setTheirs] = useState<Closure | null>(null)
  const faults = isChecked ? checkClosureDraft(draft) : {}

  /** @param before What an undoing goes back to. */
  async function save(before: ClosureDraft, version: number, change: Partial<ClosureStatement>) {
    setError(null)
    try {
      const saved = closure
        ? await send({ method: 'PATCH', path: `/${closure.id}`, body: { ...change, version } })
        : await send({ method: 'POST', path: '', body: { ...change, id: newId } })
      offerUndo(saved, before)
      open(saved.id)
    } catch (caught) {
      const current = caught instanceof ApiProblem ? currentVersion(caught) : undefined
      if (current) setTheirs(current)
      else setError(caught)
    }
  }

  function offerUndo(saved: Closure, before: ClosureDraft) {
    const back = closure
      ? {
          method: 'PATCH' as const,
          path: `/${saved.id}`,
          body: { ...changedStatement(draftOfClosure(saved), before), version: saved.version },
        }
      : { method: 'POST' as const, path: `/${saved.id}/lift`, body: { version: saved.version } }
    const undo = () => void send(back).catch((caught) => toast.show(words.failedToast(reasonOf(caught))))
    toast.show(closure ? words.savedToast(nameOf(saved)) : words.reportedToast(nameOf(saved)), { undo })
  }

  return {
    draft,
    change: (patch: Partial<ClosureDraft>) => {
      setDraft((old) => ({ ...old, ...patch }))
      setError(null)
    },
    errorAt: (field: keyof ClosureStatement): string | undefined => {
      const fault = faults[field]
      if (fault) return m.fault[fault]
      const problem = error instanceof ApiProblem ? error.problem : undefined
      return problem?.errors?.find((one) => one.field === field)?.message
    },
    /** What is not told beside a field. */
    error: error instanceof ApiProblem && error.problem.errors?.length ? null : error,
    isPending,
    theirs,
    submit: async () => {
      setIsChecked(true)
      if (Object.keys(checkClosureDraft(draft)).length > 0) return
      const change = closure ? changedStatement(base.draft, draft) : statementOfDraft(draft)
      if (closure && Object.keys(change).length === 0) toast.show(m.unchanged)
      else await save(base.draft, base.version, change)
    },
    leave: () => open(closure?.id ?? null),
    /** What differs between the two versions of what the person changed: the colleague's other changes stay. */
    disputed: (current: Closure) =>
      disputedFields({ before: base.draft, mine: draft, theirs: draftOfClosure(current) }),
    keepMine: (current: Closure) => {
      setTheirs(null)
      return save(draftOfClosure(current), current.version, changedStatement(base.draft, draft))
    },
    takeTheirs: (current: Closure) => {
      setTheirs(null)
      setBase({ draft: draftOfClosure(current), version: current.version })
      setDraft(draftOfClosure(current))
    },
    closeConflict: () => setTheirs(null),
  }
}

export type ClosureForm = ReturnType<typeof useClosureEditor>

function currentVersion({ problem }: ApiProblem): Closure | undefined {
  if (problem.code !== 'closure-changed-meanwhile') return undefined
  return problem.extra?.current as Closure | undefined
}
