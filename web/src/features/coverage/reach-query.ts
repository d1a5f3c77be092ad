import type { Reach } from '@borne/api/contracts/coverage'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { networkParams } from '../../ui/network-options.tsx'
import type { CoverageQuestion } from './search.ts'

export const DEFAULT_MINUTES = 60
export const DEFAULT_OFF_ROAD_METRES = 2000

/** The reach that an address asks for, defaults written out. */
export function reachQuery(search: CoverageQuestion) {
  const params = {
    posts: search.posts,
    minutes: search.minutes ?? DEFAULT_MINUTES,
    offRoadMetres: search.offRoadMetres ?? DEFAULT_OFF_ROAD_METRES,
    includeUnconfirmed: search.includeUnconfirmed ?? false,
    ...networkParams(search),
  }
  return queryOptions({
    queryKey: [ROADS_KEY, 'reach', params],
    queryFn: ({ signal }) => getJson<Reach>('/api/reach', params, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** The chosen posts of an address; empty = every operational post. */
export function readPosts(search: CoverageQuestion): string[] {
  return search.posts?.split(',').filter(Boolean) ?? []
}

export function writePosts(postIds: readonly string[]): string | undefined {
  return postIds.length > 0 ? postIds.join(',') : undefined
}
