import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadNetworkVersion } from './contract.ts'
import { decideNetwork, findNetwork, findNewerOfDay } from './queries.ts'

/** The version that comes with the product: filled anew by its own import, and there when all others are gone. */
const BUNDLED_NETWORK = 1

/**
 * Puts a candidate into service from its first day on, when what it changes was told: it was compared with the version that
 * it replaces. The line on the journal is the database's.
 *
 * @throws problem `network-not-found`, `network-decided`, `network-comparison-outdated`, or `network-superseded` where a
 *   newer import is in service from the same day on, so that this one would never be.
 */
export async function acceptNetwork(
  db: Db,
  networkId: number,
  accountId: string | null,
): Promise<RoadNetworkVersion> {
  const network = await networkOr404(db, networkId)
  if (network.state !== 'candidate') throw problem('network-decided', { id: networkId })
  if (!network.isComparisonCurrent) throw problem('network-comparison-outdated', { id: networkId })
  const newer = await findNewerOfDay(db, network)
  if (newer !== undefined) throw problem('network-superseded', { id: networkId, newer })
  return decide(db, networkId, { from: 'candidate', to: 'accepted', accountId })
}

/**
 * Removes the roads of a candidate, or of an accepted version, which is then no longer in service; its figures stay.
 *
 * @throws problem `network-not-found`, `network-decided` or `network-bundled`.
 */
export async function discardNetwork(
  db: Db,
  networkId: number,
  accountId: string | null,
): Promise<RoadNetworkVersion> {
  const { state } = await networkOr404(db, networkId)
  if (networkId === BUNDLED_NETWORK) throw problem('network-bundled')
  if (state === 'discarded') throw problem('network-decided', { id: networkId })
  return decide(db, networkId, { from: state, to: 'discarded', accountId })
}

async function decide(
  db: Db,
  networkId: number,
  decision: Parameters<typeof decideNetwork>[2],
): Promise<RoadNetworkVersion> {
  if (!(await decideNetwork(db, networkId, decision))) throw problem('network-decided', { id: networkId })
  return networkOr404(db, networkId)
}

export async function networkOr404(db: Db, networkId: number): Promise<RoadNetworkVersion> {
  const network = await findNetwork(db, networkId)
  if (!network) throw problem('network-not-found', { id: networkId })
  return network
}
