import type { Reach } from '@borne/api/contracts/coverage'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { keepUnderHand } from '../../platform/keep-under-hand.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { askRoads } from '../../platform/roads-worker/roads-here.ts'
import { networkParams } from '../../ui/network-options.tsx'
import type { CoverageQuestion } from './search.ts'

export const DEFAULT_MINUTES = 60
export const DEFAULT_OFF_ROAD_METRES = 2000

/** What an address asks of the reach, defaults written out. */
function reachParams(search: CoverageQuestion) {
  return {
    posts: search.posts,
    minutes: search.minutes ?? DEFAULT_MINUTES,
    offRoadMetres: search.offRoadMetres ?? DEFAULT_OFF_ROAD_METRES,
    includeUnconfirmed: search.includeUnconfirmed ?? false,
    ...networkParams(search),
  }
}

/** The reach that an address asks for. */
export function reachQuery(search: CoverageQuestion) {
  const params = reachParams(search)
  return queryOptions({
    queryKey: [ROADS_KEY, 'reach', params],
    queryFn: ({ signal }) => getJson<Reach>('/api/reach', params, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** The same, computed in this browser from that edition of the inputs. */
export function reachHereQuery(search: CoverageQuestion, edition: number) {
  const { minutes, ...others } = reachParams(search)
  const queryKey = [ROADS_KEY, 'reach-here', edition, others, minutes]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => askRoads('reach', { ...others, minutes }, signal),
    placeholderData: (previous: Reach | undefined, before) => keepUnderHand(queryKey, previous, before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })
}

/** The chosen posts of an address; empty = every operational post. */
export function readPosts(search: CoverageQuestion): string[] {
  return search.posts?.split(',').filter(Boolean) ?? []
}

export function writePosts(postIds: readonly string[]): string | undefined {
  return postIds.length > 0 ? postIds.join(',') : undefined
}
