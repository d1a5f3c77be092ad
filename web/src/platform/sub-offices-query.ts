import type { SubOffices } from '@borne/api/contracts/accounts'
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { getJson } from './api.ts'

export const subOfficesQuery = queryOptions({
  queryKey: ['sub-offices'],
  queryFn: ({ signal }) => getJson<z.infer<typeof SubOffices>>('/api/sub-offices', {}, signal),
  staleTime: 600_000,
})
