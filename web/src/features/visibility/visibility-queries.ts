import type { DonorVisibilities, VisibilityAudit, VisibilityChecks } from '@borne/api/contracts/visibility'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

/** Every answer about plaques and donors' marks is kept under it. */
export const VISIBILITY_KEY = 'visibility'

export const auditQuery = queryOptions({
  queryKey: [VISIBILITY_KEY, 'audit'],
  queryFn: ({ signal }) => getJson<VisibilityAudit>('/api/visibility', {}, signal),
})

export const donorsQuery = queryOptions({
  queryKey: [VISIBILITY_KEY, 'donors'],
  queryFn: ({ signal }) => getJson<DonorVisibilities>('/api/donors/visibility', {}, signal),
})

export function checksQuery(pair: { postId: string; donorId: string }) {
  return queryOptions({
    queryKey: [VISIBILITY_KEY, 'checks', pair.postId, pair.donorId],
    queryFn: ({ signal }) => getJson<VisibilityChecks>('/api/visibility/checks', { ...pair }, signal),
  })
}
