import type { RoadConditions } from '../road-state/conditions.ts'
import { isFerry, type RoadGraph } from './graph.ts'
import { CLOSED } from './shortest-path.ts'

const known = new WeakMap<RoadConditions, RoadConditions>()

/**
 * The same conditions without the vehicle's wait for ferries, for a stage whose wait is told apart. See
 * `compileRoadState`: the wait is paid in halves where a ferry leaves and reaches land.
 */
export function withoutWait(graph: RoadGraph, conditions: RoadConditions): RoadConditions {
  const found = known.get(conditions)
  if (found) return found
  const halfWait = (conditions.vehicle.ferry?.waitMinutes ?? 0) * 3000
  const edgeCentiseconds = conditions.edgeCentiseconds.map((cost, edge) => {
    if (cost === CLOSED || !isFerry(graph, edge)) return cost
    const landings = graph.isOnLand[graph.edgeFrom[edge]!]! + graph.isOnLand[graph.edgeTo[edge]!]!
    return Math.max(0, cost - landings * halfWait)
  })
  const made = { ...conditions, edgeCentiseconds }
  known.set(conditions, made)
  return made
}
