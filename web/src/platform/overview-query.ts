import type { Overview } from '@borne/api/contracts/region'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from './api.ts'

/** The figures that are painted first. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => getJson<Overview>('/api/overview', {}, signal),
  staleTime: 60_000,
})
