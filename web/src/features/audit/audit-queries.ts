import type { AuditChain, AuditEvents } from '@borne/api/contracts/audit'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type ApiParams, getJson, withParams } from '../../platform/api.ts'
import type { AuditSearch } from './search.ts'

export const EVENTS_PER_PAGE = 50

/** Read once: each reading of the journal is itself a line of the journal. */
export function auditQuery(search: AuditSearch) {
  const params = { ...filterParams(search), limit: EVENTS_PER_PAGE, offset: search.offset ?? 0 }
  return queryOptions({
    queryKey: ['audit', params],
    queryFn: ({ signal }) => getJson<AuditEvents>('/api/audit', params, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

export const auditChainQuery = queryOptions({
  queryKey: ['audit-chain'],
  queryFn: ({ signal }) => getJson<AuditChain>('/api/audit/chain', {}, signal),
  staleTime: 300_000,
  refetchOnWindowFocus: false,
})

/** Where the lines that are looked at come as CSV. */
export function auditExportPath(search: AuditSearch): string {
  return withParams('/api/exports/audit.csv', filterParams(search))
}

function filterParams({ action, who, subject, subjectId, from, to, q }: AuditSearch): ApiParams {
  return { action, accountId: who, subject, subjectId, from, to, q: q?.trim() || undefined }
}
