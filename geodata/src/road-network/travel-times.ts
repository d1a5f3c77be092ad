import { weighArcs } from './arc-costs.ts'
import { arrivals, costOnOneEdge, departures } from './ends.ts'
import type { RoadGraph } from './graph.ts'
import { settleTies } from './settle-ties.ts'
import { CLOSED, searchFrom } from './shortest-path.ts'
import type { NetworkOptions, ReachTimes, SnappedPoint } from './types.ts'

/**
 * Times from the nearest of the starts to every node (one-to-all); of equally near ones the first counts.
 *
 * @param cutoffSeconds Nodes farther than this are left unreached. Default: the whole network.
 */
export function findReachTimes(
  graph: RoadGraph,
  starts: readonly SnappedPoint[],
  options: NetworkOptions,
  cutoffSeconds = Infinity,
): ReachTimes {
  const { centiseconds } = weighArcs(graph, options)
  const from = starts.flatMap((start, i) =>
    departures(graph, start, options, 'time').map((end) => ({ ...end, start: i })),
  )
  const tree = searchFrom(graph, centiseconds, from, { maxCost: Math.floor(cutoffSeconds * 100) })
  const nodeCentiseconds = new Int32Array(graph.nodeCount)
  const nodeStart = new Int32Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    const cost = tree.costTo(node)
    nodeCentiseconds[node] = cost
    if (cost < CLOSED) nodeStart[node] = from[tree.startOf(node)]!.start
  }
  if (starts.length > 1) settleTies(graph, centiseconds, from, nodeCentiseconds, nodeStart)
  return { options, starts, cutoffSeconds, nodeCentiseconds, nodeStart }
}

/** The soonest arrival at a point. */
export interface Arrival {
  seconds: number
  /** Place in the starts of the one from which it is reached. */
  start: number
}

/**
 * The nearest start of a point, in time: what the catchments of the starts are made of.
 *
 * @param point Snapped under the permissions of `times`.
 * @returns Without the stretch off the road; null where not reached within the cutoff. Of equal starts the first.
 */
export function arrivalAt(graph: RoadGraph, times: ReachTimes, point: SnappedPoint): Arrival | null {
  let least = CLOSED
  let start = -1
  const offer = (cost: number, from: number) => {
    if (cost < least || (cost === least && from < start)) {
      least = cost
      start = from
    }
  }
  for (const { node, cost } of arrivals(graph, point, times.options, 'time')) {
    const spent = times.nodeCentiseconds[node]!
    if (spent < CLOSED) offer(spent + cost, times.nodeStart[node]!)
  }
  times.starts.forEach((from, i) => {
    const cost = costOnOneEdge(graph, from, point, times.options, 'time')
    if (cost < CLOSED) offer(cost, i)
  })
  return start >= 0 && least <= times.cutoffSeconds * 100 ? { seconds: least / 100, start } : null
}

/** Time to a point from the nearest start; `Infinity` where not reached within the cutoff. See `arrivalAt`. */
export function secondsTo(graph: RoadGraph, times: ReachTimes, point: SnappedPoint): number {
  return arrivalAt(graph, times, point)?.seconds ?? Infinity
}
