import type { Way } from '@borne/api/contracts/ways'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { networkParams } from '../../ui/network-options.tsx'
import type { WaysQuestion } from './search.ts'
import { chosenStops, readStops } from './stops.ts'

/** The way that an address asks for; it waits until two stops are chosen. */
export function wayQuery(search: WaysQuestion) {
  const stops = chosenStops(readStops(search.stops))
  const params = {
    stops: stops.join(';'),
    by: search.by ?? 'time',
    alternatives: stops.length === 2,
    onward: search.onward,
    ...networkParams(search),
  }
  return queryOptions({
    queryKey: [ROADS_KEY, 'way', params],
    queryFn: ({ signal }) => getJson<Way>('/api/ways', params, signal),
    enabled: stops.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}
