import type { SearchHits } from '@borne/api/contracts/search'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

export function searchQuery(text: string) {
  return queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) => getJson<SearchHits>('/api/search', { q: text }, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
}
