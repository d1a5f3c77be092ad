import { weighArcs } from './arc-costs.ts'
import { arrivals, costOnOneEdge, departures } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { searchFrom } from './shortest-path.ts'
import type { NetworkOptions, ReachTimes, SnappedPoint, TravelTimes } from './types.ts'

/**
 * Least travel times between points, every start to every end: one search a start.
 *
 * @returns `seconds[from][to]`, without the stretches off the road.
 */
export function findTravelTimes(
  graph: RoadGraph,
  froms: readonly SnappedPoint[],
  tos: readonly SnappedPoint[],
  options: NetworkOptions,
): TravelTimes {
  const { seconds } = weighArcs(graph, options)
  const ends = tos.map((to) => arrivals(graph, to, options, 'time'))
  const targets = ends.flat().map((end) => end.node)
  return {
    seconds: froms.map((from) => {
      const tree = searchFrom(graph, seconds, departures(graph, from, options, 'time'), { targets })
      return tos.map((to, i) =>
        Math.min(
          costOnOneEdge(graph, from, to, options, 'time'),
          ...ends[i]!.map((end) => tree.costTo(end.node) + end.cost),
        ),
      )
    }),
  }
}

/**
 * Times from the nearest of the starts to every node (one-to-all).
 *
 * @param cutoffSeconds Nodes farther than this are left unreached. Default: the whole network.
 */
export function findReachTimes(
  graph: RoadGraph,
  starts: readonly SnappedPoint[],
  options: NetworkOptions,
  cutoffSeconds = Infinity,
): ReachTimes {
  const { seconds } = weighArcs(graph, options)
  const from = starts.flatMap((start) => departures(graph, start, options, 'time'))
  const tree = searchFrom(graph, seconds, from, { maxCost: cutoffSeconds })
  const nodeSeconds = new Float64Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) nodeSeconds[node] = tree.costTo(node)
  return { options, starts, cutoffSeconds, nodeSeconds }
}

/**
 * Time to a point from the nearest start.
 *
 * @param point Snapped under the permissions of `times`.
 * @returns Seconds, without the stretch off the road; `Infinity` where not reached within the cutoff.
 */
export function secondsTo(graph: RoadGraph, times: ReachTimes, point: SnappedPoint): number {
  const least = Math.min(
    ...arrivals(graph, point, times.options, 'time').map((end) => times.nodeSeconds[end.node]! + end.cost),
    ...times.starts.map((start) => costOnOneEdge(graph, start, point, times.options, 'time')),
  )
  return least <= times.cutoffSeconds ? least : Infinity
}
