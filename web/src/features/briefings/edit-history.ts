import { type BriefingDraft, isSame } from './briefing-draft.ts'

/** A draft with what it was before, for undo and redo. */
export interface EditHistory {
  readonly past: readonly BriefingDraft[]
  readonly present: BriefingDraft
  readonly future: readonly BriefingDraft[]
  /** What the last change was of: another one of the same is one step with it. */
  readonly of: string | null
}

const MOST_KEPT = 100

export function beginHistory(present: BriefingDraft): EditHistory {
  return { past: [], present, future: [], of: null }
}

/**
 * Another draft in the place of the present one; the same one again changes nothing.
 *
 * @param of What is changed, such as the text that one types in: changes of the same, one after the other, are undone at once.
 *   Null: a step of its own.
 */
export function replaceDraft(history: EditHistory, next: BriefingDraft, of: string | null): EditHistory {
  if (isSame(history.present, next)) return history
  const isMore = of !== null && of === history.of
  const past = isMore ? history.past : [...history.past.slice(1 - MOST_KEPT), history.present]
  return { past, present: next, future: [], of }
}

export function undo(history: EditHistory): EditHistory {
  const before = history.past.at(-1)
  if (!before) return history
  const future = [history.present, ...history.future]
  return { past: history.past.slice(0, -1), present: before, future, of: null }
}

export function redo(history: EditHistory): EditHistory {
  const [after, ...future] = history.future
  if (!after) return history
  return { past: [...history.past, history.present], present: after, future, of: null }
}
