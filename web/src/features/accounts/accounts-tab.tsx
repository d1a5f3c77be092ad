import type { Account, HandedLink } from '@borne/api/contracts/accounts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { accountMessages } from './account-messages.ts'
import { accountsQuery } from './account-queries.ts'
import { chooseAccounts } from './account-words.ts'
import styles from './accounts.module.css'
import { AccountsTable } from './accounts-table.tsx'
import { HandedLinkDialog } from './handed-link-dialog.tsx'

/** A link that was just made, and whose it is: shown once. */
export interface ShownLink {
  readonly account: Account
  readonly link: HandedLink
}

type Opened = { account: Account | null } | null

/** Every account: who may come in, as what, and since when they were last here. */
export function AccountsTab() {
  const m = useMessages(accountMessages)
  const { data, error, refetch } = useQuery(accountsQuery)
  const [text, setText] = useState('')
  const [withLeft, setWithLeft] = useState(false)
  const [opened, setOpened] = useState<Opened>(null)
  const [link, setLink] = useState<ShownLink | null>(null)
  if (error && !data) return <ErrorState problem={error} what={m.listFailed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  const shown = chooseAccounts(data.items, text, withLeft)
  const leftCount = data.items.filter(({ leftAt }) => leftAt).length
  return (
    <>
      <search className={styles.tools}>
        <input
          type="search"
          aria-label={m.search}
          placeholder={m.searchHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {leftCount > 0 && (
          <Checkbox label={m.withLeft(leftCount)} checked={withLeft} onChange={setWithLeft} />
        )}
        <Button
          variant="primary"
          icon={<IconPlus aria-hidden="true" />}
          onClick={() => setOpened({ account: null })}
        >
          {m.newAccount}
        </Button>
      </search>
      {shown.length === 0 ? (
        <EmptyState title={m.noneTitle}>{m.noneText}</EmptyState>
      ) : (
        <AccountsTable accounts={shown} onOpen={(account) => setOpened({ account })} />
      )}
      {opened && (
        <AccountDialog
          account={opened.account}
          onOpen={(account) => setOpened({ account })}
          onClose={() => setOpened(null)}
          onLink={(made) => {
            setOpened(null)
            setLink(made)
          }}
        />
      )}
      {link && <HandedLinkDialog shown={link} onClose={() => setLink(null)} />}
    </>
  )
}
