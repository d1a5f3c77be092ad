import type { OwnAccount } from '@borne/api/contracts/accounts'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { getJson } from './api.ts'

/** The account of the person who is signed in. */
export const ownAccountQuery = queryOptions({
  queryKey: ['own-account'],
  queryFn: ({ signal }) => getJson<z.infer<typeof OwnAccount>>('/api/account', {}, signal),
})
