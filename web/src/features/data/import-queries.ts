import type { ImportRejects, ImportRuns } from '@borne/api/contracts/imports'
import type { SystemStatus } from '@borne/api/contracts/system'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

export const REJECTS_PER_PAGE = 50

export const importRunsQuery = queryOptions({
  queryKey: ['import-runs'],
  queryFn: ({ signal }) => getJson<ImportRuns>('/api/import-runs', { limit: 200 }, signal),
})

export function importRejectsQuery(importRunId: number, offset: number) {
  return queryOptions({
    queryKey: ['import-rejects', importRunId, offset],
    queryFn: ({ signal }) =>
      getJson<ImportRejects>(
        `/api/import-runs/${importRunId}/rejects`,
        { limit: REJECTS_PER_PAGE, offset },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => getJson<SystemStatus>('/api/system', {}, signal),
})
