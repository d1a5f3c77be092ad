import type { WorksFile, WorksParties } from '@borne/api/contracts/works'
import { contractState } from '@borne/geodata/works/contract-state'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useBlocker } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './contract-editor.module.css'
import { ArchiveButton } from './contract-editor-archive.tsx'
import { ContractConflictDialog } from './contract-editor-conflict.tsx'
import { ContractMoney, ContractTerms, ContractWhat } from './contract-editor-fields.tsx'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { useContractEditor } from './use-contract-editor.ts'

const FORM_ID = 'contract-form'

/** A new contract, or what is stated of one. */
export function ContractEditor({ file }: { file: WorksFile | null }) {
  const m = useMessages(contractEditorMessages)
  const editor = useContractEditor(file)
  const { form, problem, conflict, isPending } = editor
  const { data: parties, error, refetch } = useQuery(worksPartiesQuery)
  const formElement = useRef<HTMLFormElement>(null)
  const complaints = editor.faultCount + (problem?.errors?.length ?? 0)
  useFocusOnComplaint(formElement, complaints)
  const contract = file?.contract
  const hasProject = (parties?.projects.length ?? 0) > 0
  return (
    <Panel
      title={contract ? m.editTitle(contract.reference) : m.newTitle}
      back={<IconButton label={m.back} icon={<IconArrowLeft />} onClick={() => void editor.leave()} />}
      footer={
        <>
          {contract && <ArchiveButton contract={contract} onArchived={() => void editor.leaveArchived()} />}
          <Button onClick={() => void editor.leave()}>{m.cancel}</Button>
          <Button variant="primary" type="submit" form={FORM_ID} disabled={isPending || !hasProject}>
            {isPending ? m.saving : contract ? m.save : m.create}
          </Button>
        </>
      }
    >
      {error && !parties && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !parties && <Skeleton lines={12} />}
      {parties && !hasProject && <NoProject />}
      {parties && hasProject && (
        <form
          id={FORM_ID}
          ref={formElement}
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void editor.submit()
          }}
        >
          {problem && <FormProblem error={{ problem }} />}
          {complaints > 0 && (
            <p className={styles.faults} role="alert">
              {m.faultCount(complaints)}
            </p>
          )}
          <FormParts form={form} parties={parties} isSigned={isSigned(file)} />
        </form>
      )}
      {conflict && parties && (
        <ContractConflictDialog
          conflict={conflict}
          mine={form.draft}
          parties={parties}
          onClose={() => editor.closeConflict(conflict)}
          onMerge={(merged) => void editor.merge(merged, conflict)}
        />
      )}
      <LeaveGuard isBlocked={editor.isBlocked} />
    </Panel>
  )
}

function FormParts({
  form,
  parties,
  isSigned: isLocked,
}: {
  form: ReturnType<typeof useContractEditor>['form']
  parties: WorksParties
  isSigned: boolean
}) {
  return (
    <>
      <ContractWhat form={form} parties={parties} />
      <ContractMoney form={form} isSigned={isLocked} />
      <ContractTerms form={form} isSigned={isLocked} />
    </>
  )
}

/** From the signature or the start order on, money and terms change by amendment alone. */
function isSigned(file: WorksFile | null): boolean {
  if (!file) return false
  const { chain } = contractState(file.contract, file.events)
  return chain.signature !== null || chain['start-order'] !== null
}

function NoProject() {
  const m = useMessages(contractEditorMessages)
  const maySet = usePermission('works.settings')
  return (
    <EmptyState
      title={m.noProject}
      action={
        maySet && (
          <Link to="/works/settings" className={buttonClass('primary')}>
            {m.toSettings}
          </Link>
        )
      }
    >
      {m.noProjectText} {!maySet && m.askSettings}
    </EmptyState>
  )
}

/** When fields are refused, the first of them gets the focus. */
function useFocusOnComplaint(form: RefObject<HTMLFormElement | null>, complaints: number) {
  useEffect(() => {
    if (complaints > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [form, complaints])
}

/** Asks once before typed changes are lost; moving the map is no leaving. */
function LeaveGuard({ isBlocked }: { isBlocked(): boolean }) {
  const m = useMessages(contractEditorMessages)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isBlocked(),
    enableBeforeUnload: isBlocked,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      isOpen={status === 'blocked'}
      title={m.leaveTitle}
      confirmLabel={m.leave}
      onConfirm={() => proceed?.()}
      onCancel={() => reset?.()}
    >
      <p>{m.leaveText}</p>
    </ConfirmDialog>
  )
}
