import type { Position } from '../geometry/position.ts'
import { DEFAULT_NETWORK_OPTIONS } from './arc-costs.ts'
import { edgeIdOf, edgeOf, type GraphEdge, type RoadGraph } from './graph.ts'
import type { NetworkOptions, RoadEdgeRecord, SnappedPoint } from './types.ts'

/** Places on a grid of about a kilometre: `at(2, 1)` is 2 km east and 1 km north of the corner. */
export function at(x: number, y: number): Position {
  return [-12 + x / 107.4, 15 + y / 111.195]
}

/** A Mauritanian track of 1 km from node 1 to node 2, unless told otherwise. */
export function road(stated: Partial<RoadEdgeRecord> = {}): RoadEdgeRecord {
  const highway = stated.highway ?? 'track'
  return {
    id: 1,
    u: 1,
    v: 2,
    highway,
    lengthMetres: 1000,
    isOneway: false,
    isFerry: highway === 'ferry',
    structure: null,
    grade: 'mapped',
    iso3: 'MRT',
    coordinates: [at(0, 0), at(1, 0)],
    ...stated,
  }
}

/** A point inside an edge, by the id of its row. */
export function pointOn(graph: RoadGraph, edgeId: number | string, fraction: number): SnappedPoint {
  const edge = Array.from({ length: graph.edgeCount }, (_, e) => edgeIdOf(graph, e)).indexOf(edgeId)
  if (edge < 0) throw new RangeError(`no edge ${edgeId}`)
  const position = at(0, 0)
  return { position, snappedPosition: position, offRoadMetres: 0, edge, edgeId, fraction }
}

export const AT_HOME: NetworkOptions = DEFAULT_NETWORK_OPTIONS
export const ABROAD_TOO: NetworkOptions = { ...DEFAULT_NETWORK_OPTIONS, allowCrossing: true }

export function allEdges(graph: RoadGraph): GraphEdge[] {
  return Array.from({ length: graph.edgeCount }, (_, edge) => edgeOf(graph, edge))
}
