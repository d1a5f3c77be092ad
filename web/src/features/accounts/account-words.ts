import type { Account } from '@borne/api/contracts/accounts'
import type { accountMessages } from './account-messages.ts'

export type AccountState = keyof (typeof accountMessages)['fr']['states']

export function stateOf(account: Account): AccountState {
  if (account.forgottenAt) return 'forgotten'
  if (account.leftAt) return 'left'
  if (account.isDemonstration) return 'demonstration'
  return account.hasPassword || account.lastSeenAt ? 'active' : 'invited'
}

/** Whether the role meets only the posts that are named on the account. */
export function isByName(role: Account['role']): boolean {
  return role === 'contractor' || role === 'partner'
}

/** The accounts that a search by name or address finds, those of people who have left only when asked. */
export function chooseAccounts(accounts: readonly Account[], text: string, withLeft: boolean): Account[] {
  const asked = plain(text)
  return accounts.filter(
    (account) =>
      (withLeft || !account.leftAt) && (!asked || plain(`${account.name} ${account.email}`).includes(asked)),
  )
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
