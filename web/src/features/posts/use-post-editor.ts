import type { BorderPostDetail, PostInput } from '@borne/api/contracts/posts'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiProblem, type Problem } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { changedFields, isSame } from './compare-versions.ts'
import { editorMessages } from './editor-messages.ts'
import { checkDraft, draftOf, inputOf, newDraft, type PostDraft, statementOf } from './post-draft.ts'
import { reasonOf, useSavePost } from './use-save-post.ts'

/** Two versions that grew from the same one: mine was refused because theirs came first. */
export interface Conflict {
  readonly base: PostInput
  readonly mine: PostInput
  readonly theirs: BorderPostDetail
}

export interface PostForm {
  readonly draft: PostDraft
  change(patch: Partial<PostDraft>): void
  /** What is wrong with a field, by the path that the server uses: `contacts.0.role`. */
  errorAt(path: string): string | undefined
}

/** The state of the form: what is typed, what is wrong with it, and how it is saved, undone and merged. */
export function usePostEditor(post: BorderPostDetail | null, position: [number, number] | null) {
  const m = useMessages(editorMessages)
  const navigate = useNavigate()
  const toast = useToast()
  const { mutateAsync: send, isPending } = useSavePost()
  const [opened] = useState(() => {
    const input = post ? statementOf(post) : inputOf(newDraft(today(), position))
    return { input, version: post?.version ?? 0 }
  })
  const [draft, setDraft] = useState(() => (post ? draftOf(opened.input) : newDraft(today(), position)))
  const [isChecked, setIsChecked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const isLeaving = useRef(false)

  const faults = isChecked ? checkDraft(draft) : {}
  const isDirty = !isSame(draft, draftOf(opened.input))

  const form: PostForm = {
    draft,
    change: (patch) => {
      setDraft((old) => ({ ...old, ...patch }))
      if (problem) setProblem(withoutFields(problem, Object.keys(patch)))
    },
    errorAt: (path) => {
      const fault = faults[path]
      return fault ? m.fault[fault] : problem?.errors?.find(({ field }) => field === path)?.message
    },
  }

  async function save(input: PostInput, base: { input: PostInput; version: number }) {
    setProblem(null)
    try {
      const saved = post
        ? await send({
            method: 'PATCH',
            path: `/${post.id}`,
            body: { ...changedFields(base.input, input), version: base.version },
          })
        : await send({ method: 'POST', path: '', body: input })
      offerUndo(saved, base.input)
      await leave(saved.id)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const theirs = currentVersion(error.problem)
      if (theirs) setConflict({ base: base.input, mine: input, theirs })
      else setProblem(error.problem)
    }
  }

  function offerUndo(saved: BorderPostDetail, before: PostInput) {
    const back = changedFields(statementOf(saved), before)
    const undo = post
      ? { method: 'PATCH' as const, path: `/${saved.id}`, body: { ...back, version: saved.version } }
      : { method: 'POST' as const, path: `/${saved.id}/archive`, body: { version: saved.version } }
    toast.show(post ? m.savedToast(saved.name) : m.createdToast(saved.name), {
      undo: () =>
        void send(undo).then(
          () => toast.show(m.undoneToast(saved.name)),
          (error) => toast.show(m.undoFailed(reasonOf(error))),
        ),
    })
  }

  async function leave(postId: string | null) {
    isLeaving.current = true
    if (postId) await navigate({ to: '/posts/$postId', params: { postId }, search: keepFilters })
    else await navigate({ to: '/posts', search: keepFilters })
  }

  return {
    form,
    problem,
    conflict,
    isPending,
    isDirty,
    faultCount: Object.keys(faults).length,
    isBlocked: () => isDirty && !isLeaving.current,
    leave: () => leave(post?.id ?? null),
    closeConflict: () => setConflict(null),
    submit: async () => {
      setIsChecked(true)
      if (Object.keys(checkDraft(draft)).length > 0) return
      const input = inputOf(draft)
      if (post && isSame(input, opened.input)) return toast.show(m.unchanged)
      setDraft(draftOf(input))
      await save(input, opened)
    },
    merge: async (merged: PostInput, { theirs }: Conflict) => {
      setConflict(null)
      setDraft(draftOf(merged))
      await save(merged, { input: statementOf(theirs), version: theirs.version })
    },
  }
}

function keepFilters<S extends object>(old: S) {
  return { ...old, position: undefined }
}

function currentVersion(problem: Problem): BorderPostDetail | undefined {
  if (problem.code !== 'post-changed-meanwhile') return undefined
  return problem.extra?.current as BorderPostDetail | undefined
}

/** A field that is typed in again is no longer the one that was refused. */
function withoutFields(problem: Problem, fields: readonly string[]): Problem {
  const names = fields.map((field) => (field === 'latitude' || field === 'longitude' ? 'position' : field))
  const errors = problem.errors?.filter(({ field }) => !names.includes(field.split('.')[0] ?? ''))
  return { ...problem, errors }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
