import type { Account } from '@borne/api/contracts/accounts'
import { IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { subOfficesQuery } from '../../platform/sub-offices-query.ts'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { roleNames } from '../../ui/role-words.ts'
import { DataTable } from '../../ui/table.tsx'
import { accountMessages } from './account-messages.ts'
import { isByName, stateOf } from './account-words.ts'
import styles from './accounts.module.css'

interface AccountsTableProps {
  accounts: readonly Account[]
  onOpen(account: Account): void
}

export function AccountsTable({ accounts, onOpen }: AccountsTableProps) {
  const m = useMessages(accountMessages)
  return (
    <div className={styles.table}>
      <DataTable caption={m.caption}>
        <thead>
          <tr>
            <th scope="col">{m.name}</th>
            <th scope="col" className={styles.email}>
              {m.email}
            </th>
            {[m.role, m.scope, m.lastSeen, m.state].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} onOpen={() => onOpen(account)} />
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function AccountRow({ account, onOpen }: { account: Account; onOpen(): void }) {
  const m = useMessages(accountMessages)
  const names = useMessages(roleNames)
  const formats = useFormats()
  const state = stateOf(account)
  return (
    <tr className={styles.row} data-left={account.leftAt ? true : undefined}>
      <th scope="row">
        <button type="button" className={styles.open} onClick={onOpen}>
          {account.name || m.forgotten}
        </button>
        <span className={styles.emailBelow}>{account.email}</span>
      </th>
      <td className={styles.email}>{account.email || '—'}</td>
      <td>{names[account.role]}</td>
      <td>
        <Scope account={account} />
      </td>
      <td className={styles.when}>
        {account.lastSeenAt ? (
          <time dateTime={account.lastSeenAt} title={formats.instant(account.lastSeenAt)}>
            {formats.relative(account.lastSeenAt)}
          </time>
        ) : (
          m.never
        )}
      </td>
      <td>
        <span className={styles.state} data-state={state}>
          {m.states[state]}
        </span>
        {account.hasSecondFactor && (
          <span className={styles.shield} title={m.secondFactorOn}>
            <IconShieldLock aria-hidden="true" size={16} />
            <span className="visually-hidden">{m.secondFactorOn}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

/** The firm, the sub-office, the number of posts, or everything: what rows the account meets. */
function Scope({ account }: { account: Account }) {
  const { role, subOfficeId, postIds, contractorId } = account
  const m = useMessages(accountMessages)
  const { data } = useQuery(subOfficesQuery)
  if (role === 'contractor' && contractorId) return <FirmScope account={account} firmId={contractorId} />
  if (isByName(role)) return m.posts(postIds.length)
  const office = data?.items.find(({ id }) => id === subOfficeId)?.name
  if (role === 'focal-point') return office ?? '—'
  return office ? `${m.everyPost} · ${office}` : m.everyPost
}

function FirmScope({ account: { postIds }, firmId }: { account: Account; firmId: string }) {
  const m = useMessages(accountMessages)
  const { data } = useQuery(worksPartiesQuery)
  const firm = data?.contractors.find(({ id }) => id === firmId)?.name ?? '—'
  return postIds.length === 0 ? firm : `${firm} · ${m.posts(postIds.length)}`
}
