import { conditionsOf } from '../road-network/arc-costs.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import { indexBorder, type NetworkSegment, type NetworkSettlement } from '../road-network/places.ts'
import { snapToRoad } from '../road-network/snap.ts'
import type { NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import type { RoadConditions } from '../road-state/conditions.ts'

/** A settlement with its place on the roads. */
export interface PlacedSettlement {
  readonly settlement: NetworkSettlement
  readonly point: SnappedPoint
}

interface PlacesNetwork {
  readonly graph: RoadGraph
  readonly borders: readonly NetworkSegment[]
  readonly settlements: readonly NetworkSettlement[]
}

/** As many as the choices of a distance under some permissions. */
const KEPT = 12
const kept = new WeakMap<
  readonly NetworkSettlement[],
  WeakMap<RoadConditions, Map<string, readonly PlacedSettlement[]>>
>()

/**
 * Settlements whose nearest usable road is near enough and, unless crossing is allowed, on their side of the border.
 * The last answers are kept: while the minutes change the places do not.
 *
 * @param offRoadMetres Farther than this from a road a settlement is left out.
 */
export function placeSettlements(
  network: PlacesNetwork,
  options: NetworkOptions,
  offRoadMetres: number,
): readonly PlacedSettlement[] {
  const { graph, settlements } = network
  const conditions = conditionsOf(graph, options)
  const ofSettlements =
    kept.get(settlements) ?? new WeakMap<RoadConditions, Map<string, PlacedSettlement[]>>()
  kept.set(settlements, ofSettlements)
  const ofState = ofSettlements.get(conditions) ?? new Map<string, readonly PlacedSettlement[]>()
  ofSettlements.set(conditions, ofState)
  const { allowCrossing, allowDocumented, allowPresumed, maxPresumedMetres } = options
  const key = `${allowCrossing} ${allowDocumented} ${allowPresumed && maxPresumedMetres} ${offRoadMetres}`
  const found = ofState.get(key)
  if (found) return found
  const isAcross = acrossBorderOf(network.borders)
  const placed = settlements.flatMap((settlement): PlacedSettlement[] => {
    const point = snapToRoad(graph, settlement.position, options, offRoadMetres)
    if (!point) return []
    const isBeyond = !allowCrossing && isAcross(settlement.position, point.snappedPosition)
    return isBeyond ? [] : [{ settlement, point }]
  })
  if (ofState.size >= KEPT) ofState.delete(ofState.keys().next().value!)
  ofState.set(key, placed)
  return placed
}

const indexed = new WeakMap<PlacesNetwork['borders'], ReturnType<typeof indexBorder>>()

function acrossBorderOf(borders: PlacesNetwork['borders']) {
  const found = indexed.get(borders) ?? indexBorder({ borders })
  indexed.set(borders, found)
  return found
}
