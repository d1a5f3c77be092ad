import type { WorksContractDetail } from '@borne/api/contracts/works'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { contractEditorMessages } from './contract-editor-messages.ts'

type Archivable = Pick<WorksContractDetail, 'id' | 'reference' | 'title' | 'version'>

/** Takes a contract out of the lists, or puts it back; either can be undone for as long as the message stands. */
function useArchive(contract: Archivable) {
  const m = useMessages(contractEditorMessages)
  const toast = useToast()
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ action, version }: { action: 'archive' | 'restore'; version: number }) =>
      sendJson<WorksContractDetail>('POST', `/api/works/contracts/${contract.id}/${action}`, { version }),
    onSettled: () => client.invalidateQueries({ queryKey: ['works'] }),
  })
  async function change(action: 'archive' | 'restore', version = contract.version, isUndo = false) {
    try {
      const next = await mutateAsync({ action, version })
      const inverse = action === 'archive' ? 'restore' : 'archive'
      const said = action === 'archive' ? m.archived : m.restored
      const undo = () => void change(inverse, next.version, true)
      toast.show(said(contract.reference), isUndo ? {} : { undo })
      return true
    } catch (error) {
      toast.show(reasonOf(error))
      return false
    }
  }
  return { change, isPending }
}

export function RestoreButton({
  contract,
  variant = 'plain',
}: {
  contract: Archivable
  variant?: 'primary' | 'plain'
}) {
  const m = useMessages(contractEditorMessages)
  const { change, isPending } = useArchive(contract)
  return (
    <Button
      variant={variant}
      size={variant === 'primary' ? 'normal' : 'small'}
      aria-label={`${m.restore} ${contract.reference}`}
      disabled={isPending}
      onClick={() => void change('restore')}
    >
      {m.restore}
    </Button>
  )
}

/** Asks once, by the name of the contract. */
export function ArchiveButton({ contract, onArchived }: { contract: Archivable; onArchived(): void }) {
  const m = useMessages(contractEditorMessages)
  const [isAsking, setIsAsking] = useState(false)
  const { change, isPending } = useArchive(contract)
  return (
    <>
      <Button variant="quiet" disabled={isPending} onClick={() => setIsAsking(true)}>
        {m.archive}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.archiveTitle(contract.reference, contract.title)}
        confirmLabel={m.archive}
        onConfirm={async () => {
          setIsAsking(false)
          if (await change('archive')) onArchived()
        }}
        onCancel={() => setIsAsking(false)}
      >
        <p>{m.archiveText}</p>
      </ConfirmDialog>
    </>
  )
}
