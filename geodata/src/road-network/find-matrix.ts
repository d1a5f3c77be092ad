import { weighArcs } from './arc-costs.ts'
import { arrivals, costOnOneEdge, departures, type EdgeEnd, type Measure } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { CLOSED, searchFrom } from './shortest-path.ts'
import type { NetworkOptions, SnappedPoint, TravelTimes } from './types.ts'

/**
 * Least travel times between points, every start to every end.
 *
 * @returns `seconds[from][to]`, without the stretches off the road; `Infinity` = no way.
 */
export function findTravelTimes(
  graph: RoadGraph,
  froms: readonly SnappedPoint[],
  tos: readonly SnappedPoint[],
  options: NetworkOptions,
): TravelTimes {
  return { seconds: findMatrix(graph, froms, tos, options, 'time') }
}

/**
 * Least lengths between points, every start to every end: of the shortest ways, which need not be the quickest.
 *
 * @returns `metres[from][to]`; `Infinity` = no way.
 */
export function findDistances(
  graph: RoadGraph,
  froms: readonly SnappedPoint[],
  tos: readonly SnappedPoint[],
  options: NetworkOptions,
): { metres: number[][] } {
  return { metres: findMatrix(graph, froms, tos, options, 'distance') }
}

function findMatrix(
  graph: RoadGraph,
  froms: readonly SnappedPoint[],
  tos: readonly SnappedPoint[],
  options: NetworkOptions,
  by: Measure,
): number[][] {
  const costs = weighArcs(graph, options)
  const arcCost = by === 'time' ? costs.centiseconds : costs.centimetres
  const ends = tos.map((to) => arrivals(graph, to, options, by))
  const targets = ends.flat().map((end) => end.node)
  return froms.map((from) => {
    const tree = searchFrom(graph, arcCost, departures(graph, from, options, by), { targets })
    const through = (end: EdgeEnd) => tree.costTo(end.node) + end.cost
    return tos.map((to, i) => {
      const least = Math.min(costOnOneEdge(graph, from, to, options, by), ...ends[i]!.map(through))
      return least < CLOSED ? least / 100 : Infinity
    })
  })
}
