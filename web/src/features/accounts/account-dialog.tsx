import type { Account, AccountInput, NewAccount } from '@borne/api/contracts/accounts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AccountAccess } from './account-access.tsx'
import { AccountFields } from './account-fields.tsx'
import { accountMessages } from './account-messages.ts'
import { accountsQuery, keepAccount } from './account-queries.ts'
import { isByName } from './account-words.ts'
import styles from './accounts.module.css'
import type { ShownLink } from './accounts-tab.tsx'

const FORM_ID = 'account-form'

interface AccountDialogProps {
  /** Nothing for a new one. */
  account: Account | null
  /** The account has another version now. */
  onOpen(account: Account): void
  onLink(link: ShownLink): void
  onClose(): void
}

/** Makes an account or changes one: who it is, what it sees, and how its person comes in. */
export function AccountDialog({ account, onOpen, onLink, onClose }: AccountDialogProps) {
  const m = useMessages(accountMessages)
  const isFixed = account !== null && (account.isDemonstration || account.leftAt !== null)
  const { draft, setDraft, save, isPending, error } = useAccountForm(account, { onOpen, onLink, onClose })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    save()
  }

  return (
    <Dialog
      isOpen
      isWide
      title={account ? m.editTitle(account.name || m.forgotten) : m.newTitle}
      onClose={onClose}
      footer={
        isFixed ? (
          <Button onClick={onClose}>{m.close}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{m.cancel}</Button>
            <Button variant="primary" type="submit" form={FORM_ID} disabled={isPending}>
              {account ? m.save : m.create}
            </Button>
          </>
        )
      }
    >
      {!isFixed && (
        <form id={FORM_ID} className={styles.form} onSubmit={onSubmit}>
          <AccountFields draft={draft} error={error} onChange={(patch) => setDraft({ ...draft, ...patch })} />
          {account && <p className={styles.hint}>{m.sessionsEnd}</p>}
          {!hasFieldErrors(error) && <FormProblem error={error} />}
        </form>
      )}
      {account && (
        <AccountAccess key={account.version} account={account} onChanged={onOpen} onLink={onLink} />
      )}
    </Dialog>
  )
}

function useAccountForm(
  account: Account | null,
  { onOpen, onLink, onClose }: Omit<AccountDialogProps, 'account'>,
) {
  const m = useMessages(accountMessages)
  const toast = useToast()
  const client = useQueryClient()
  const [draft, setDraft] = useState<AccountInput>(() => draftOf(account))
  const { mutate, isPending, error } = useMutation<Account, Error, AccountInput>({
    mutationFn: async (input) => {
      if (account) {
        const body = { ...input, version: account.version }
        return sendJson<Account>('PATCH', `/api/accounts/${account.id}`, body)
      }
      const made = await sendJson<NewAccount>('POST', '/api/accounts', input)
      onLink(made)
      return made.account
    },
    onSuccess: (saved) => {
      keepAccount(client, saved)
      if (!account) return
      toast.show(m.saved(saved.name))
      onClose()
    },
    onError: async (failure) => {
      if (!account || !isStale(failure)) return
      const { items } = await client.fetchQuery({ ...accountsQuery, staleTime: 0 })
      const current = items.find(({ id }) => id === account.id)
      if (!current) return
      toast.show(m.changedMeanwhile)
      setDraft(draftOf(current))
      onOpen(current)
    },
  })
  const save = () =>
    mutate({
      ...draft,
      postIds: isByName(draft.role) ? draft.postIds : [],
      contractorId: draft.role === 'contractor' ? (draft.contractorId ?? null) : null,
    })
  return { draft, setDraft, save, isPending, error: isStale(error) ? null : error }
}

function draftOf(account: Account | null): AccountInput {
  if (!account) return { email: '', name: '', role: 'viewer', subOfficeId: null, postIds: [] }
  const { email, name, role, subOfficeId, postIds, contractorId } = account
  return { email, name, role, subOfficeId, postIds, contractorId }
}

function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'account-changed-meanwhile'
}

function hasFieldErrors(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.errors?.length ?? 0) > 0
}
