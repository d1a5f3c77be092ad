import type { RoadDay } from '@borne/api/contracts/roads'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { keepUnderHand } from '../../platform/keep-under-hand.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { askRoads } from '../../platform/roads-worker/roads-here.ts'
import { thisDay } from '../../ui/days.ts'
import { networkParams } from '../../ui/network-options.tsx'
import type { RoadsQuestion } from './search.ts'

function dayParams(search: RoadsQuestion) {
  return { ...networkParams(search), date: search.on ?? thisDay(), against: search.against }
}

/** The state of the roads that an address asks for: of today where it names no day. */
export function roadDayQuery(search: RoadsQuestion) {
  const params = dayParams(search)
  return queryOptions({
    queryKey: [ROADS_KEY, 'day', params],
    queryFn: ({ signal }) => getJson<RoadDay>('/api/roads/day', params, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** The same, computed in this browser from that edition of the inputs. */
export function roadDayHereQuery(search: RoadsQuestion, edition: number) {
  const { date, ...others } = dayParams(search)
  const queryKey = [ROADS_KEY, 'day-here', edition, others, date]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => askRoads('day', { ...others, date }, signal),
    placeholderData: (previous: RoadDay | undefined, before) => keepUnderHand(queryKey, previous, before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })
}
