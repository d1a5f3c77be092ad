import { weighArcs } from './arc-costs.ts'
import { arrivals, costOnOneEdge, departures, type EdgeEnd } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { reverseCosts, reverseOf } from './reverse-graph.ts'
import { CLOSED, searchFrom } from './shortest-path.ts'
import type { NetworkOptions, SnappedPoint } from './types.ts'

export interface NearestPlace {
  /** Place in the given ones. */
  place: number
  /** Without the stretches off the road. */
  seconds: number
}

/**
 * The places that are soonest reached from a point, or from which it is soonest reached.
 *
 * One search over the network, forwards or backwards, whatever the number of places.
 *
 * @param point Snapped under the same permissions as asked here, like the places.
 * @param count How many are wanted.
 * @param direction `from` = from the point to the places; `to` = from the places to the point.
 * @returns At most `count`, the nearest first, of equally near ones the first; those without a way are left out.
 */
export function findNearest(
  graph: RoadGraph,
  point: SnappedPoint,
  places: readonly SnappedPoint[],
  count: number,
  options: NetworkOptions,
  direction: 'from' | 'to' = 'from',
): NearestPlace[] {
  const costTo = direction === 'from' ? costsFrom(graph, point, options) : costsTo(graph, point, options)
  return places
    .map((place, i) => ({ place: i, cost: costTo(place) }))
    .filter(({ cost }) => cost < CLOSED)
    .sort((a, b) => a.cost - b.cost || a.place - b.place)
    .slice(0, count)
    .map(({ place, cost }) => ({ place, seconds: cost / 100 }))
}

type CostTo = (place: SnappedPoint) => number

function costsFrom(graph: RoadGraph, point: SnappedPoint, options: NetworkOptions): CostTo {
  const { centiseconds } = weighArcs(graph, options)
  const tree = searchFrom(graph, centiseconds, departures(graph, point, options, 'time'))
  return (place) =>
    least(
      costOnOneEdge(graph, point, place, options, 'time'),
      arrivals(graph, place, options, 'time'),
      tree.costTo,
    )
}

function costsTo(graph: RoadGraph, point: SnappedPoint, options: NetworkOptions): CostTo {
  const reverse = reverseOf(graph)
  const costs = reverseCosts(reverse, weighArcs(graph, options).centiseconds)
  const tree = searchFrom(reverse, costs, arrivals(graph, point, options, 'time'))
  return (place) =>
    least(
      costOnOneEdge(graph, place, point, options, 'time'),
      departures(graph, place, options, 'time'),
      tree.costTo,
    )
}

function least(direct: number, ends: readonly EdgeEnd[], costTo: (node: number) => number): number {
  return Math.min(direct, ...ends.map(({ node, cost }) => costTo(node) + cost))
}
