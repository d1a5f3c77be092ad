import type { Isochrones } from '@borne/api/contracts/roads'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'
import { networkParams } from '../../ui/network-options.tsx'
import { DEFAULT_MINUTES } from './measure/measure-query.ts'
import type { CoverageQuestion } from './search.ts'

const BANDS = 3

/** Three steps up to the asked minutes, shortest first: 60 → 20, 40, 60. */
export function bandsOf(minutes: number): number[] {
  const bands = Array.from({ length: BANDS }, (_, band) => Math.round((minutes * (band + 1)) / BANDS))
  return [...new Set(bands.map((band) => Math.max(1, band)))]
}

/**
 * The areas that an address asks for.
 *
 * @param position Where one starts; null while nothing is chosen.
 */
export function isochronesQuery(search: CoverageQuestion, position: readonly [number, number] | null) {
  const minutes = bandsOf(search.minutes ?? DEFAULT_MINUTES).join(',')
  const params = { from: position?.join(','), minutes, ...networkParams(search) }
  return queryOptions({
    queryKey: [ROADS_KEY, 'isochrones', params],
    queryFn: ({ signal }) => getJson<Isochrones>('/api/roads/isochrones', params, signal),
    enabled: position !== null,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}
