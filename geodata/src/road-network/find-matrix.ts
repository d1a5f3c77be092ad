import { weighArcs } from './arc-costs.ts'
import { arrivals, costOnOneEdge, departures, type EdgeEnd, type Measure } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { findMatrix as findPreparedMatrix } from './hierarchy/hierarchy.ts'
import { type Prepared, prepare, prepareIfReady } from './prepared.ts'
import { CLOSED, searchFrom } from './shortest-path.ts'
import type { NetworkOptions, SnappedPoint, TravelTimes } from './types.ts'

/** From this many rows on, a hierarchy's weights are worth making for one matrix: a row costs a search without them. */
const ROWS_WORTH_PREPARING = 6

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
  const starts = froms.map((from) => departures(graph, from, options, by))
  const ends = tos.map((to) => arrivals(graph, to, options, by))
  const isWorth = froms.length >= ROWS_WORTH_PREPARING
  const prepared = isWorth ? prepare(graph, options, by) : prepareIfReady(graph, options, by)
  const between = prepared
    ? costsByHierarchy(prepared, starts, ends)
    : costsBySearch(graph, starts, ends, options, by)
  const tosByEdge = Map.groupBy(tos.keys(), (i) => tos[i]!.edge)
  return froms.map((from, row) => {
    const costs = between(row)
    for (const i of tosByEdge.get(from.edge) ?? []) {
      costs[i] = Math.min(costs[i]!, costOnOneEdge(graph, from, tos[i]!, options, by))
    }
    return Array.from(costs, (cost) => (cost < CLOSED ? cost / 100 : Infinity))
  })
}

type Rows = (row: number) => Int32Array

function costsByHierarchy(
  { hierarchy, weights }: Prepared,
  starts: readonly EdgeEnd[][],
  ends: readonly EdgeEnd[][],
): Rows {
  const cells = findPreparedMatrix(hierarchy, weights, starts, ends)
  return (row) => cells.subarray(row * ends.length, (row + 1) * ends.length)
}

function costsBySearch(
  graph: RoadGraph,
  starts: readonly EdgeEnd[][],
  ends: readonly EdgeEnd[][],
  options: NetworkOptions,
  by: Measure,
): Rows {
  const costs = weighArcs(graph, options)
  const arcCost = by === 'time' ? costs.centiseconds : costs.centimetres
  const targets = ends.flat().map((end) => end.node)
  return (row) => {
    const tree = searchFrom(graph, arcCost, starts[row]!, { targets })
    return Int32Array.from(ends, (places) =>
      Math.min(CLOSED, ...places.map((end) => tree.costTo(end.node) + end.cost)),
    )
  }
}
