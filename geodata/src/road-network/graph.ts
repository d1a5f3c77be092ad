import type Flatbush from 'flatbush'
import type { Position } from '../geometry/position.ts'
import type { RoadGrade, Surface } from './types.ts'

/** Stretch of the graph: a row of `road_edge`, a part of one that a gap's end cuts, or a connector across a gap. */
export interface GraphEdge {
  id: number | string
  highway: string
  grade: RoadGrade
  surface: Surface
  isOneway: boolean
  isFerry: boolean
  iso3: string | null
  lengthMetres: number
  /** Length of the hole of the map that a presumed stretch goes over; 0 on roads. */
  gapMetres: number
}

/**
 * Road network in typed arrays. Nodes and edges are indices from 0; an arc is an edge in one allowed direction.
 * The arcs that leave node n are `arcStart[n]` to `arcStart[n + 1] - 1` (compressed sparse rows).
 *
 * What a question costs lives apart, in `arc-costs.ts`: the same graph serves each set of permissions.
 */
export interface RoadGraph {
  nodeCount: number
  edgeCount: number
  edges: readonly GraphEdge[]
  edgeFrom: Int32Array
  edgeTo: Int32Array
  /** lon, lat, lon, lat …; those of edge e are `coordinateStart[e]` to `coordinateStart[e + 1] - 1`, in positions. */
  coordinates: Float64Array
  coordinateStart: Uint32Array
  nodeLon: Float64Array
  nodeLat: Float64Array
  /** 1 where a road on land begins or ends: ferries land there. */
  isOnLand: Uint8Array
  arcStart: Int32Array
  arcHead: Int32Array
  arcEdge: Int32Array
  /** 1 where an arc runs in the direction of its edge. */
  isForward: Uint8Array
  /** Boxes of the straight pieces of mapped roads on land; item i is piece `pieceIndex[i]` of edge `pieceEdge[i]`. */
  pieces: Flatbush
  pieceEdge: Uint32Array
  pieceIndex: Uint32Array
  /** Boxes of the straight pieces of the border lines; null when none were given. */
  borderPieces: Flatbush | null
  /** Four numbers a piece: lon, lat, lon, lat. */
  borderCoordinates: Float64Array
}

/** What is known of an edge, by its index. */
export function edgeOf(graph: RoadGraph, edge: number): GraphEdge {
  return graph.edges[edge]!
}

/** Positions of an edge in its own direction. */
export function edgeLine(graph: RoadGraph, edge: number): Position[] {
  const line: Position[] = []
  for (let i = graph.coordinateStart[edge]!; i < graph.coordinateStart[edge + 1]!; i++) {
    line.push([graph.coordinates[2 * i]!, graph.coordinates[2 * i + 1]!])
  }
  return line
}

/** Whether a stretch lies outside Mauritania. A stretch of unknown country counts as abroad. */
export function isAbroad(edge: GraphEdge): boolean {
  return edge.iso3 !== 'MRT'
}
