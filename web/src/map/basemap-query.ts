import type { BasemapDescription } from '@borne/api/contracts/basemap'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../platform/api.ts'

export const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: ({ signal }) => getJson<BasemapDescription>('/api/basemap', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  meta: { isSameForAll: true },
})
