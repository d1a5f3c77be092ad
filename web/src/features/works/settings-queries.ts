import type { Checklist, CurrencyRate, WorkCalendar, WorksRows } from '@borne/api/contracts/works'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import type { DocumentKind } from './contract-documents.ts'

export const ratesQuery = queryOptions({
  queryKey: ['works', 'rates'],
  queryFn: ({ signal }) => getJson<{ items: CurrencyRate[] }>('/api/works/currency-rates', {}, signal),
})

export const calendarsQuery = queryOptions({
  queryKey: ['works', 'calendars'],
  queryFn: ({ signal }) => getJson<{ items: WorkCalendar[] }>('/api/works/calendars', {}, signal),
})

export const checklistsQuery = queryOptions({
  queryKey: ['works', 'checklists'],
  queryFn: ({ signal }) => getJson<{ items: Checklist[] }>('/api/works/checklists', {}, signal),
})

export interface DocumentTemplates {
  readonly items: readonly { readonly kind: DocumentKind; readonly changedAt: string | null }[]
}

export const templatesQuery = queryOptions({
  queryKey: ['works', 'templates'],
  queryFn: ({ signal }) => getJson<DocumentTemplates>('/api/works/document-templates', {}, signal),
})

/** The contracts that left the lists. */
export const archivedQuery = queryOptions({
  queryKey: ['works', 'archived'],
  queryFn: async ({ signal }) => {
    const rows = await getJson<WorksRows>('/api/works/contracts', { includeArchived: true }, signal)
    return rows.items.filter(({ isArchived }) => isArchived)
  },
})
