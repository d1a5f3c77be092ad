import { compareNetworks, type NetworkComparison } from '@borne/geodata/import/osm/compare-networks'
import type { OpenedDb } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { loadRoadEdges } from '../../platform/road-network-queries.ts'
import { networkOr404 } from './decide-network.ts'
import { findInService, storeComparison } from './queries.ts'

/**
 * Compares a candidate with the version that it would replace now.
 *
 * @throws problem `network-not-found`, `network-decided` or `roads-missing`.
 */
export async function compareAgain(
  db: OpenedDb,
  networkId: number,
  signal?: AbortSignal,
): Promise<{ comparison: NetworkComparison; comparedWith: number }> {
  const { state, validFrom } = await networkOr404(db, networkId)
  if (state !== 'candidate') throw problem('network-decided', { id: networkId })
  const inService = await findInService(db, validFrom)
  if (inService === null) throw problem('roads-missing')
  const [former, latter] = [await loadRoadEdges(db, inService), await loadRoadEdges(db, networkId)]
  const comparison = await compareNetworks(
    () => former,
    () => latter,
    { signal },
  )
  await db.transaction(() => storeComparison(db, networkId, inService, comparison))
  return { comparison, comparedWith: inService }
}
