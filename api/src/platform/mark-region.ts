import type { RoadGraph } from '@borne/geodata/road-network/graph'

/** By edge index: 1 inside Guidimakha, and where people added a road. */
export function markRegion(graph: RoadGraph, edgeIds: readonly number[]): Uint8Array {
  const inRegion = new Set(edgeIds)
  return Uint8Array.from(graph.edgeId, (id, edge) => (inRegion.has(id) || graph.additions.has(edge) ? 1 : 0))
}
