import type { Way } from '@borne/api/contracts/ways'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { keepUnderHand } from '../../platform/keep-under-hand.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { askRoads } from '../../platform/roads-worker/roads-here.ts'
import { networkParams } from '../../ui/network-options.tsx'
import { readAreas } from './avoided-areas.ts'
import type { WaysQuestion } from './search.ts'
import { chosenStops, readStops, stopPosition } from './stops.ts'

/** What an address asks of the way, defaults written out. */
function wayParams(search: WaysQuestion) {
  const stops = chosenStops(readStops(search.stops))
  return {
    stops: stops.join(';'),
    by: search.by ?? ('time' as const),
    alternatives: stops.length === 2,
    onward: search.onward,
    ...networkParams(search),
  }
}

/** The way that an address asks for; it waits until two stops are chosen. */
export function wayQuery(search: WaysQuestion) {
  const params = wayParams(search)
  return queryOptions({
    queryKey: [ROADS_KEY, 'way', params],
    queryFn: ({ signal }) => getJson<Way>('/api/ways', params, signal),
    enabled: params.stops.includes(';'),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** The same, computed in this browser from that edition of the inputs. */
export function wayHereQuery(search: WaysQuestion, edition: number) {
  const { stops, avoid, ...others } = wayParams(search)
  const queryKey = [ROADS_KEY, 'way-here', edition, { ...others, avoid }, stops]
  const asked = {
    ...others,
    stops: stops.split(';').map((stop) => stopPosition(stop) ?? stop),
    areas: readAreas(avoid),
  }
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => askRoads('way', asked, signal),
    placeholderData: (previous: Way | undefined, before) => keepUnderHand(queryKey, previous, before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })
}
