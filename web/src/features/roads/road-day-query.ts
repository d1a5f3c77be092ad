import type { RoadDay } from '@borne/api/contracts/roads'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { thisDay } from '../../ui/days.ts'
import { networkParams } from '../../ui/network-options.tsx'
import type { RoadsQuestion } from './search.ts'

/** The state of the roads that an address asks for: of today where it names no day. */
export function roadDayQuery(search: RoadsQuestion) {
  const params = { ...networkParams(search), date: search.on ?? thisDay(), against: search.against }
  return queryOptions({
    queryKey: [ROADS_KEY, 'day', params],
    queryFn: ({ signal }) => getJson<RoadDay>('/api/roads/day', params, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}
