import type { Side } from '../../ui/merge-sides.ts'
import { type ContractDraft, type ContractField, changedContractFields } from './contract-editor-draft.ts'

type DraftField = ContractField | 'postIds'

export interface ContractDifference {
  readonly field: DraftField
  /** Who changed it since the version that both began from. */
  readonly changedBy: Side | 'both'
}

/** The fields in which my draft and theirs differ, each with who changed it since `base`. */
export function compareContractDrafts(
  base: ContractDraft,
  mine: ContractDraft,
  theirs: ContractDraft,
): ContractDifference[] {
  const byMe = new Set(changedContractFields(base, mine))
  const byThem = new Set(changedContractFields(base, theirs))
  return changedContractFields(mine, theirs).map((field) => ({
    field,
    changedBy: byMe.has(field) && byThem.has(field) ? 'both' : byMe.has(field) ? 'mine' : 'theirs',
  }))
}

/** Their draft with my fields where mine are kept. */
export function mergeContractDrafts(
  mine: ContractDraft,
  theirs: ContractDraft,
  kept: Partial<Record<DraftField, Side>>,
): ContractDraft {
  const texts = { ...theirs.texts }
  for (const field of Object.keys(texts) as ContractField[]) {
    if (kept[field] === 'mine') texts[field] = mine.texts[field]
  }
  return { texts, postIds: kept.postIds === 'mine' ? mine.postIds : theirs.postIds }
}
