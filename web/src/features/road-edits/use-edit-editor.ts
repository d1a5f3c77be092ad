import type { EditKind, RoadEdit } from '@borne/api/contracts/road-edits'
import { useCallback, useState } from 'react'
import { ApiProblem, reasonOf } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import {
  changedStatement,
  checkEditDraft,
  draftOfEdit,
  type EditDraft,
  type EditStatement,
  newEditDraft,
  statementOfDraft,
} from './edit-draft.ts'
import { editMessages } from './edit-messages.ts'
import { editorMessages } from './editor-messages.ts'
import { useOpenEdit } from './edits-on-map.tsx'
import { useEditWords } from './use-edit-words.ts'
import type { DrawnLine } from './use-line-drawing.ts'
import { useSaveEdit } from './use-save-edit.ts'

/** What happens between beginning a correction and leaving it: drawing, saving, and two people saving. */
export function useEditEditor(edit: RoadEdit | null) {
  const m = useMessages(editorMessages)
  const open = useOpenEdit()
  const toast = useToast()
  const save = useSendEdit(edit)
  const [base, setBase] = useState(() => ({
    draft: edit ? draftOfEdit(edit) : newEditDraft(),
    version: edit?.version ?? 0,
  }))
  const [draft, setDraft] = useState(base.draft)
  const [isDrawing, setIsDrawing] = useState(edit === null)
  const [looseEnds, setLooseEnds] = useState(0)
  const [isChecked, setIsChecked] = useState(false)
  const faults = isChecked ? checkEditDraft(draft) : {}
  const change = useCallback((patch: Partial<EditDraft>) => setDraft((old) => ({ ...old, ...patch })), [])

  return {
    draft,
    change,
    isDrawing,
    looseEnds,
    draw: () => setIsDrawing(true),
    takeLine: useCallback(
      (drawn: DrawnLine) => {
        change({ line: drawn.line })
        setLooseEnds(drawn.looseEnds)
        setIsDrawing(false)
      },
      [change],
    ),
    /** Back to the line that there was; without one, out of the form. */
    leaveDrawing: () => (draft.line.length > 0 ? setIsDrawing(false) : open(edit)),
    changeKind: (kind: EditKind) =>
      change({ kind, line: [], highway: kind === 'change' ? '' : draft.highway || 'track' }),
    errorAt: (field: keyof EditStatement): string | undefined => {
      const fault = faults[field]
      if (fault) return m.fault[fault]
      const problem = save.error instanceof ApiProblem ? save.error.problem : undefined
      return problem?.errors?.find((one) => one.field === field)?.message
    },
    /** What is not told beside a field. */
    error: save.error instanceof ApiProblem && save.error.problem.errors?.length ? null : save.error,
    isPending: save.isPending,
    theirs: save.theirs,
    submit: async () => {
      if (isDrawing) return
      setIsChecked(true)
      if (Object.keys(checkEditDraft(draft)).length > 0) return
      const statement = edit ? changedStatement(base.draft, draft) : statementOfDraft(draft)
      if (edit && Object.keys(statement).length === 0) toast.show(m.unchanged)
      else await save.send(draft.kind, { version: base.version, statement, before: base.draft })
    },
    leave: () => open(edit),
    /** Only what the person changed: the colleague's other changes stay. */
    mine: changedStatement(base.draft, draft),
    keepMine: (current: RoadEdit) => {
      save.forgetConflict()
      const statement = changedStatement(base.draft, draft)
      return save.send(draft.kind, {
        version: current.version,
        statement,
        before: draftOfEdit(current),
      })
    },
    takeTheirs: (current: RoadEdit) => {
      save.forgetConflict()
      setBase({ draft: draftOfEdit(current), version: current.version })
      setDraft(draftOfEdit(current))
    },
    closeConflict: save.forgetConflict,
  }
}

export type EditForm = ReturnType<typeof useEditEditor>

interface Sent {
  version: number
  statement: Partial<EditStatement>
  /** What it was, to be put back. */
  before: EditDraft
}

/** Sends a new correction or a change of one; what came between is kept to be compared. */
function useSendEdit(edit: RoadEdit | null) {
  const words = useMessages(editMessages)
  const toast = useToast()
  const { nameOf } = useEditWords()
  const { mutateAsync, isPending } = useSaveEdit()
  const open = useOpenEdit()
  // A drawing that is sent again after a silence is kept once.
  const [newId] = useState(() => globalThis.crypto.randomUUID?.())
  const [error, setError] = useState<unknown>(null)
  const [theirs, setTheirs] = useState<RoadEdit | null>(null)

  async function send(kind: EditKind, { version, statement, before }: Sent) {
    setError(null)
    try {
      const saved = await mutateAsync(
        edit
          ? { method: 'PATCH', path: `/${edit.id}`, body: { ...statement, version } }
          : { method: 'POST', path: '', body: { ...statement, kind, id: newId } },
      )
      offerUndo(saved, before)
      open(saved)
    } catch (caught) {
      const current = caught instanceof ApiProblem ? currentVersion(caught) : undefined
      if (current) setTheirs(current)
      else setError(caught)
    }
  }

  function offerUndo(saved: RoadEdit, before: EditDraft) {
    const { id, version } = saved
    const back = edit
      ? {
          method: 'PATCH' as const,
          path: `/${id}`,
          body: { ...changedStatement(draftOfEdit(saved), before), version },
        }
      : { method: 'POST' as const, path: `/${id}/reject`, body: { version } }
    const undo = () =>
      void mutateAsync(back).catch((caught) => toast.show(words.failedToast(reasonOf(caught))))
    toast.show(edit ? words.savedToast(nameOf(saved)) : words.proposedToast(nameOf(saved)), { undo })
  }

  return { send, error, isPending, theirs, forgetConflict: () => setTheirs(null) }
}

function currentVersion({ problem }: ApiProblem): RoadEdit | undefined {
  if (problem.code !== 'edit-changed-meanwhile') return undefined
  return problem.extra?.edit as RoadEdit | undefined
}
