import type { BorderPostDetail, PostInput } from '@borne/api/contracts/posts'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiProblem, type Problem } from '../../platform/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { isSame } from './compare-versions.ts'
import { editorMessages } from './editor-messages.ts'
import { checkDraft, draftOf, inputOf, newDraft, type PostDraft, statementOf } from './post-draft.ts'
import { type PostBase, usePostSaver } from './use-post-saver.ts'

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

/** What happens between opening the form and leaving it: typing, saving, and two people saving. */
export function usePostEditor(post: BorderPostDetail | null, position: [number, number] | null) {
  const m = useMessages(editorMessages)
  const toast = useToast()
  const { save, isPending } = usePostSaver(post?.id ?? null)
  const leave = useLeave()
  const [opened] = useState(() => openingOf(post, position))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const { form, setDraft, faults, check, problem, setProblem } = usePostForm(opened.draft)
  const hasLeft = useRef(false)

  async function trySave(input: PostInput, base: PostBase) {
    setProblem(null)
    setDraft(draftOf(input))
    try {
      const saved = await save(input, base)
      hasLeft.current = true
      await leave(saved.id)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const theirs = currentVersion(error.problem)
      if (theirs) setConflict({ base: base.input, mine: input, theirs })
      else if (error.problem.code !== 'sign-in-required') setProblem(error.problem)
    }
  }

  return {
    form,
    problem,
    conflict,
    isPending,
    faultCount: Object.keys(faults).length,
    /** Whether leaving would lose what was typed. */
    isBlocked: () => !hasLeft.current && !isSame(form.draft, opened.draft),
    leave: () => leave(post?.id ?? null),
    closeConflict: () => setConflict(null),
    submit: async () => {
      if (!check()) return
      const input = inputOf(form.draft)
      if (post && isSame(input, opened.base.input)) toast.show(m.unchanged)
      else await trySave(input, opened.base)
    },
    merge: async (merged: PostInput, { theirs }: Conflict) => {
      setConflict(null)
      await trySave(merged, { input: statementOf(theirs), version: theirs.version })
    },
  }
}

/** What is typed, and what is wrong with it: from the first try to save on, as one types. */
function usePostForm(opened: PostDraft) {
  const m = useMessages(editorMessages)
  const [draft, setDraft] = useState(opened)
  const [isChecked, setIsChecked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const faults = isChecked ? checkDraft(draft) : {}

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
  const check = () => {
    setIsChecked(true)
    return Object.keys(checkDraft(draft)).length === 0
  }
  return { form, setDraft, faults, check, problem, setProblem }
}

function openingOf(post: BorderPostDetail | null, position: [number, number] | null) {
  const today = new Date().toISOString().slice(0, 10)
  const draft = post ? draftOf(statementOf(post)) : newDraft(today, position)
  return { draft, base: { input: inputOf(draft), version: post?.version ?? 0 } }
}

function useLeave() {
  const navigate = useNavigate()
  return (postId: string | null) =>
    postId
      ? navigate({ to: '/posts/$postId', params: { postId }, search: keepFilters })
      : navigate({ to: '/posts', search: keepFilters })
}

function keepFilters<S extends object>(old: S) {
  return { ...old, position: undefined }
}

function currentVersion(problem: Problem): BorderPostDetail | undefined {
  if (problem.code !== 'post-changed-meanwhile') return undefined
  return problem.extra?.current as BorderPostDetail | undefined
}

/** A field that is typed in again is no longer the one that was refused. */
function withoutFields(problem: Problem, fields: readonly string[]): Problem | null {
  const names = fields.map((field) => (field === 'latitude' || field === 'longitude' ? 'position' : field))
  const errors = problem.errors?.filter(({ field }) => !names.includes(field.split('.')[0] ?? ''))
  return problem.errors && errors?.length === 0 ? null : { ...problem, errors }
}
