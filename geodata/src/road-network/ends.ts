import { edgeSeconds, isUsable } from './arc-costs.ts'
import type { RoadGraph } from './graph.ts'
import type { NetworkOptions, RouteOptions, SnappedPoint } from './types.ts'

/** What is made smallest by a search. */
export type Measure = RouteOptions['by']

/** An end of the edge on which a point lies. */
export interface EdgeEnd {
  node: number
  /** Between the point and the node, in the unit of the measure. */
  cost: number
  /** Which end: 0 the first node of the edge, 1 the last. */
  fraction: 0 | 1
}

/** Seconds or metres of a whole edge, `Infinity` where the permissions close it. */
export function edgeCost(graph: RoadGraph, edge: number, options: NetworkOptions, by: Measure): number {
  if (!isUsable(graph.edges[edge]!, options)) return Infinity
  return by === 'time' ? edgeSeconds(graph)[edge]! : graph.edges[edge]!.lengthMetres
}

/** Nodes to which one can drive from a point inside an edge, with the cost of doing so. */
export function departures(
  graph: RoadGraph,
  point: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
): EdgeEnd[] {
  const cost = edgeCost(graph, point.edge, options, by)
  if (cost === Infinity) return []
  const [first, last] = endsOf(graph, point, cost)
  return graph.edges[point.edge]!.isOneway ? [last] : [first, last]
}

/** Nodes from which one can drive to a point inside an edge, with the cost of doing so. */
export function arrivals(
  graph: RoadGraph,
  point: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
): EdgeEnd[] {
  const cost = edgeCost(graph, point.edge, options, by)
  if (cost === Infinity) return []
  const [first, last] = endsOf(graph, point, cost)
  return graph.edges[point.edge]!.isOneway ? [first] : [first, last]
}

function endsOf(graph: RoadGraph, { edge, fraction }: SnappedPoint, cost: number): [EdgeEnd, EdgeEnd] {
  return [
    { node: graph.edgeFrom[edge]!, cost: fraction * cost, fraction: 0 },
    { node: graph.edgeTo[edge]!, cost: (1 - fraction) * cost, fraction: 1 },
  ]
}

/** Cost of driving between two points of one edge without leaving it, `Infinity` where that cannot be. */
export function costOnOneEdge(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
): number {
  if (from.edge !== to.edge) return Infinity
  if (graph.edges[from.edge]!.isOneway && to.fraction < from.fraction) return Infinity
  return Math.abs(to.fraction - from.fraction) * edgeCost(graph, from.edge, options, by)
}
