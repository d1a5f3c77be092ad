import type { Checklist, WorksFile, WorksProgress, WorksRows } from '@borne/api/contracts/works'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

/** Every contract that the person sees: it comes whole, and the filters work on it at once. */
export const portfolioQuery = queryOptions({
  queryKey: ['works', 'portfolio'],
  queryFn: ({ signal }) => getJson<WorksRows>('/api/works/contracts', {}, signal),
})

export function postWorksQuery(postId: string) {
  return queryOptions({
    queryKey: ['works', 'portfolio', 'of-post', postId],
    queryFn: ({ signal }) => getJson<WorksRows>('/api/works/contracts', { postId }, signal),
  })
}

/** All that happened on a contract: the page folds it for the days that are asked. */
export function contractQuery(contractId: string) {
  return queryOptions({
    queryKey: ['works', 'contract', contractId],
    queryFn: ({ signal }) =>
      getJson<WorksFile>(`/api/works/contracts/${encodeURIComponent(contractId)}`, {}, signal),
  })
}

export const progressQuery = queryOptions({
  queryKey: ['works', 'progress'],
  queryFn: ({ signal }) => getJson<WorksProgress>('/api/works/progress-by-month', {}, signal),
})

/** What inspections look at, point by point. */
export const checklistsQuery = queryOptions({
  queryKey: ['works', 'checklists'],
  queryFn: ({ signal }) => getJson<{ items: Checklist[] }>('/api/works/checklists', {}, signal),
})
