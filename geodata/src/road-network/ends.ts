import { conditionsOf, costBetween, isUsable } from './arc-costs.ts'
import { accessOf, arcsOf, type RoadGraph, tailOf } from './graph.ts'
import { CLOSED } from './shortest-path.ts'
import type { NetworkOptions, RouteOptions, SnappedPoint } from './types.ts'

/** What is made smallest by a search. */
export type Measure = RouteOptions['by']

/** An end of the edge on which a point lies. */
export interface EdgeEnd {
  node: number
  /** Between the point and the node, in hundredths of the unit of the measure. */
  cost: number
  /** Which end: 0 the first node of the edge, 1 the last. */
  fraction: 0 | 1
}

const BOTH = [true, false] as const

/** Nodes to which one can drive from a point inside an edge, with the cost of doing so. */
export function departures(
  graph: RoadGraph,
  point: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
): EdgeEnd[] {
  return endsOf(graph, point, options, by, (arc) => graph.arcHead[arc]!, true)
}

/** Nodes from which one can drive to a point inside an edge, with the cost of doing so. */
export function arrivals(
  graph: RoadGraph,
  point: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
): EdgeEnd[] {
  return endsOf(graph, point, options, by, (arc) => tailOf(graph, arc), false)
}

function endsOf(
  graph: RoadGraph,
  { edge, fraction }: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
  nodeOf: (arc: number) => number,
  isDeparture: boolean,
): EdgeEnd[] {
  const { modeBit } = conditionsOf(graph, options)
  const ends = BOTH.flatMap((isForward) => {
    const end = isForward === isDeparture ? 1 : 0
    const cost = costBetween(graph, edge, fraction, end, options, by)
    if (cost === CLOSED) return []
    const nodes = arcsOf(graph, edge, isForward)
      .filter((arc) => graph.arcAccess[arc]! & modeBit)
      .map(nodeOf)
    return [...new Set(nodes)].map((node): EdgeEnd => ({ node, cost, fraction: end }))
  })
  const here = nodeAt(graph, edge, fraction)
  const isNew = here && isUsable(graph, edge, options) && !ends.some(({ node }) => node === here.node)
  return isNew ? [...ends, here] : ends
}

/** A point at the end of an edge stands at its node: all roads of the junction are before it, and behind it. */
function nodeAt(graph: RoadGraph, edge: number, fraction: number): EdgeEnd | null {
  if (fraction === 0) return { node: graph.edgeFrom[edge]!, cost: 0, fraction: 0 }
  return fraction === 1 ? { node: graph.edgeTo[edge]!, cost: 0, fraction: 1 } : null
}

/** Cost of driving between two points of one edge without leaving it, `CLOSED` where that cannot be. */
export function costOnOneEdge(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: NetworkOptions,
  by: Measure,
): number {
  if (from.edge !== to.edge) return CLOSED
  const access = accessOf(graph, from.edge, to.fraction >= from.fraction)
  if (!(access & conditionsOf(graph, options).modeBit)) return CLOSED
  return costBetween(graph, from.edge, from.fraction, to.fraction, options, by)
}
