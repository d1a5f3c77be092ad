import type { WorksFile } from '@borne/api/contracts/works'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ContractEditor } from './contract-editor.tsx'
import { RestoreButton } from './contract-editor-archive.tsx'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { useLeaveEditor } from './use-contract-editor.ts'
import { contractQuery } from './works-queries.ts'

export function NewContractPage() {
  return <ContractEditor file={null} />
}

/** What is stated of a contract, opened for a change; an archived one is restored first. */
export function EditContractPage() {
  const m = useMessages(contractEditorMessages)
  const contractId = useParams({ strict: false }).contractId ?? ''
  const { data: file, error, refetch } = useQuery({ ...contractQuery(contractId), refetchOnMount: 'always' })
  if (file && !file.contract.isArchived) return <ContractEditor key={contractId} file={file} />
  return (
    <EditorShell file={file ?? null}>
      {file && <ArchivedContract file={file} />}
      {error && !file && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !file && <Skeleton lines={12} />}
    </EditorShell>
  )
}

function EditorShell({ file, children }: { file: WorksFile | null; children: React.ReactNode }) {
  const m = useMessages(contractEditorMessages)
  const leave = useLeaveEditor()
  return (
    <Panel
      title={file ? m.editTitle(file.contract.reference) : m.edit}
      back={
        <IconButton
          label={m.back}
          icon={<IconArrowLeft />}
          onClick={() => void leave(file?.contract.id ?? null)}
        />
      }
    >
      {children}
    </Panel>
  )
}

function ArchivedContract({ file }: { file: WorksFile }) {
  const m = useMessages(contractEditorMessages)
  return (
    <EmptyState title={m.isArchived} action={<RestoreButton contract={file.contract} variant="primary" />}>
      {m.isArchivedText}
    </EmptyState>
  )
}
