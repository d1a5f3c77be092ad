import type { CoverageScenario, CoverageScenarioInput } from '@borne/api/contracts/coverage'
import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import type { Side } from '../../../ui/merge-sides.ts'
import type { BaseQuestion } from './base-question.ts'

/** A scenario under the hand. */
export interface ScenarioDraft {
  readonly name: string
  readonly note: string
  readonly question: BaseQuestion
  readonly changes: readonly CoverageChange[]
}

export const DRAFT_FIELDS = ['name', 'note', 'question', 'changes'] as const
export type DraftField = (typeof DRAFT_FIELDS)[number]

export function newDraft(question: BaseQuestion, changes: readonly CoverageChange[] = []): ScenarioDraft {
  return { name: '', note: '', question, changes }
}

export function draftOf({ name, note, question, changes }: CoverageScenario): ScenarioDraft {
  return { name, note, question, changes }
}

export function inputOf({ name, note, question, changes }: ScenarioDraft): CoverageScenarioInput {
  return {
    name: name.trim(),
    note: note.trim(),
    question,
    changes: changes as CoverageScenarioInput['changes'],
  }
}

export function isSameDraft(one: ScenarioDraft, other: ScenarioDraft): boolean {
  return DRAFT_FIELDS.every((field) => isSameField(one, other, field))
}

function isSameField(one: ScenarioDraft, other: ScenarioDraft, field: DraftField): boolean {
  return sortedText(one[field]) === sortedText(other[field])
}

/** The order of the keys of an object, and keys without a value, make no difference. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Where two versions that grew from the same one differ, and who made it so. */
export function compareDrafts(
  base: ScenarioDraft,
  mine: ScenarioDraft,
  theirs: ScenarioDraft,
): { field: DraftField; changedBy: Side | 'both' }[] {
  return DRAFT_FIELDS.filter((field) => !isSameField(mine, theirs, field)).map((field) => ({
    field,
    changedBy: isSameField(base, theirs, field) ? 'mine' : isSameField(base, mine, field) ? 'theirs' : 'both',
  }))
}

export function mergeDrafts(
  mine: ScenarioDraft,
  theirs: ScenarioDraft,
  kept: Partial<Record<DraftField, Side>>,
): ScenarioDraft {
  const of = (field: DraftField) => (kept[field] === 'theirs' ? theirs : mine)
  return {
    name: of('name').name,
    note: of('note').note,
    question: of('question').question,
    changes: of('changes').changes,
  }
}
