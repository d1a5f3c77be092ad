import type { WorksParties } from '@borne/api/contracts/works'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from './api.ts'

/** Who pays and who builds: the works and the accounts both name them. */
export const worksPartiesQuery = queryOptions({
  queryKey: ['works', 'parties'],
  queryFn: ({ signal }) => getJson<WorksParties>('/api/works/parties', {}, signal),
})
