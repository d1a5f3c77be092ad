import type { WorksParties } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { MergeDialog } from '../../ui/merge-dialog.tsx'
import type { ContractDraft, ContractField } from './contract-editor-draft.ts'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { compareContractDrafts, mergeContractDrafts } from './contract-merge.ts'
import type { ContractConflict } from './use-contract-editor.ts'

interface ContractConflictDialogProps {
  conflict: ContractConflict
  mine: ContractDraft
  parties: WorksParties
  onClose(): void
  onMerge(merged: ContractDraft): void
}

/** Two people changed a contract at once: a person chooses field by field what stays. */
export function ContractConflictDialog({
  conflict: { base, theirs, theirDraft },
  mine,
  parties,
  onClose,
  onMerge,
}: ContractConflictDialogProps) {
  const m = useMessages(contractEditorMessages)
  const tell = useTeller(parties)
  return (
    <MergeDialog
      title={m.conflictTitle(theirs.reference)}
      intro={m.conflictText}
      differences={compareContractDrafts(base, mine, theirDraft).map(({ field, changedBy }) => ({
        field,
        label: m.fields[field],
        changedBy,
        base: tell(base, field),
        mine: tell(mine, field),
        theirs: tell(theirDraft, field),
      }))}
      onMerge={(kept) => onMerge(mergeContractDrafts(mine, theirDraft, kept))}
      onClose={onClose}
    />
  )
}

/** Tells a field of a draft, line by line: names in the place of identifiers. */
function useTeller({ projects, contractors }: WorksParties) {
  const m = useMessages(contractEditorMessages)
  const { data: posts } = useQuery(borderPostsQuery)
  return ({ texts, postIds }: ContractDraft, field: ContractField | 'postIds'): string[] => {
    if (field === 'postIds') {
      const names = new Map(posts?.features.map(({ id, properties }) => [String(id), properties.name]))
      return postIds.map((id) => names.get(id) ?? id)
    }
    const text = texts[field].trim()
    if (field === 'projectId') return [projects.find(({ id }) => id === text)?.name ?? text].filter(Boolean)
    if (field === 'contractorId')
      return [contractors.find(({ id }) => id === text)?.name ?? (text || m.noContractor)]
    return text === '' ? [] : [text]
  }
}
