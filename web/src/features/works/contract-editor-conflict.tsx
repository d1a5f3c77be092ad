import type { WorksParties } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './contract-editor.module.css'
import { type ContractDraft, type ContractField, changedContractFields } from './contract-editor-draft.ts'
import { contractEditorMessages } from './contract-editor-messages.ts'
import type { ContractConflict } from './use-contract-editor.ts'

interface ContractConflictDialogProps {
  conflict: ContractConflict
  mine: ContractDraft
  parties: WorksParties
  onClose(): void
  onKeepMine(): void
  onTakeTheirs(): void
}

/** Where two people changed a contract at once: what differs, side by side, and a choice between the two. */
export function ContractConflictDialog({
  conflict: { theirs, theirDraft },
  mine,
  parties,
  onClose,
  onKeepMine,
  onTakeTheirs,
}: ContractConflictDialogProps) {
  const m = useMessages(contractEditorMessages)
  const tell = useTeller(parties)
  const fields = changedContractFields(mine, theirDraft)
  return (
    <Dialog
      isOpen
      isWide
      title={m.conflictTitle(theirs.reference)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onTakeTheirs}>{m.takeTheirs}</Button>
          <Button variant="primary" disabled={fields.length === 0} onClick={onKeepMine}>
            {m.keepMine}
          </Button>
        </>
      }
    >
      <p>{m.conflictText}</p>
      {fields.length === 0 ? (
        <p>{m.conflictSame}</p>
      ) : (
        <div className={styles.compare}>
          <DataTable caption={m.conflictTitle(theirs.reference)}>
            <thead>
              <tr>
                <th scope="col">{m.field}</th>
                <th scope="col">{m.mine}</th>
                <th scope="col">{m.theirs}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{m.fields[field]}</th>
                  <td>{tell(mine, field)}</td>
                  <td>{tell(theirDraft, field)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </div>
      )}
    </Dialog>
  )
}

/** Tells a field of a draft: names in the place of identifiers. */
function useTeller({ projects, contractors }: WorksParties) {
  const m = useMessages(contractEditorMessages)
  const { data: posts } = useQuery(borderPostsQuery)
  return ({ texts, postIds }: ContractDraft, field: ContractField | 'postIds'): string => {
    if (field === 'postIds') {
      const names = new Map(posts?.features.map(({ id, properties }) => [String(id), properties.name]))
      return postIds.map((id) => names.get(id) ?? id).join(', ')
    }
    const text = texts[field]
    if (field === 'projectId') return projects.find(({ id }) => id === text)?.name ?? text
    if (field === 'contractorId')
      return contractors.find(({ id }) => id === text)?.name ?? (text || m.noContractor)
    return text
  }
}
