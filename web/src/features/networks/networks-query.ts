import type { NetworkChanges, RoadNetworks } from '@borne/api/contracts/networks'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

export const NETWORKS_KEY = 'road-networks'

/** Every version of the network: candidates first, then those in service, then what was discarded. */
export const networksQuery = queryOptions({
  queryKey: [NETWORKS_KEY, 'list'],
  queryFn: ({ signal }) => getJson<RoadNetworks>('/api/road-networks', {}, signal),
})

/** The longest stretches that a version changes; its comparison may be made anew on the server. */
export function networkChangesQuery(networkId: number, comparedWith: number) {
  return queryOptions({
    queryKey: [NETWORKS_KEY, networkId, 'changes', comparedWith],
    queryFn: ({ signal }) => getJson<NetworkChanges>(`/api/road-networks/${networkId}/changes`, {}, signal),
    staleTime: 300_000,
  })
}
