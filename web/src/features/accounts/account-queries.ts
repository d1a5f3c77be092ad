import type { AccessSettings, Account, Accounts } from '@borne/api/contracts/accounts'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => getJson<Accounts>('/api/accounts', {}, signal),
})

export const accessSettingsQuery = queryOptions({
  queryKey: ['access-settings'],
  queryFn: ({ signal }) => getJson<AccessSettings>('/api/settings/access', {}, signal),
})

/** Puts an account that the server answered in the place of the old one. */
export function keepAccount(client: QueryClient, account: Account): void {
  client.setQueryData(accountsQuery.queryKey, (old) => {
    if (!old) return old
    const isKnown = old.items.some(({ id }) => id === account.id)
    return {
      items: isKnown
        ? old.items.map((one) => (one.id === account.id ? account : one))
        : [...old.items, account],
    }
  })
}
