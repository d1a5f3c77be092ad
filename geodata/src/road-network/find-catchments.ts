import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { conditionsOf } from './arc-costs.ts'
import { arrivalOn, breaksOf, type EdgeEntry, isWhole, makeEntries } from './edge-entries.ts'
import { edgeLine, type RoadGraph } from './graph.ts'
import type { Stretch } from './shared-metres.ts'
import { findReachTimes } from './travel-times.ts'
import type { NetworkOptions, ReachTimes, SnappedPoint } from './types.ts'

/** A part of an edge, `from` < `to`, and the start from which it is reached first. */
export interface CatchmentStretch extends Stretch {
  /** Place in the starts. */
  start: number
  lengthMetres: number
}

export interface Catchments {
  times: ReachTimes
  /** In the order of the edges, then along them. Where no start comes in time there is none. */
  stretches: CatchmentStretch[]
  /** By start. */
  lengthMetres: number[]
}

/**
 * Shares the roads out among starts: each place belongs to the start from which it is reached first.
 *
 * Inside an edge the frontier lies where both arrive at one time, or at a start from which one may not drive back. Of starts that arrive everywhere at once the first
 * has it. Every reached part of every edge belongs to exactly one start, so the lengths sum to those of `findReachedEdges`.
 *
 * @param starts Snapped under the same permissions as asked here.
 * @param cutoffSeconds What is farther from all of them belongs to none. Default: the whole network.
 */
export function findCatchments(
  graph: RoadGraph,
  starts: readonly SnappedPoint[],
  options: NetworkOptions,
  cutoffSeconds = Infinity,
): Catchments {
  const times = findReachTimes(graph, starts, options, cutoffSeconds)
  const { edgeCentiseconds } = conditionsOf(graph, options)
  const entriesOf = makeEntries(graph, times)
  const stretches: CatchmentStretch[] = []
  const lengthMetres = starts.map(() => 0)
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const entries = entriesOf(edge)
    if (entries.length === 0) continue
    for (const { from, to, start } of shareOut(entries, edgeCentiseconds[edge]! / 100, cutoffSeconds)) {
      const metres = (to - from) * graph.edgeLengthMetres[edge]!
      stretches.push({ edge, from, to, start, lengthMetres: metres })
      lengthMetres[start]! += metres
    }
  }
  return { times, stretches, lengthMetres }
}

/** Positions of a part of an edge, in the direction of the edge. */
export function stretchLine(graph: RoadGraph, { edge, from, to }: Stretch): Position[] {
  const line = edgeLine(graph, edge)
  return from === 0 && to === 1 ? line : sliceLine(line, from, to)
}

function shareOut(entries: readonly EdgeEntry[], wholeSeconds: number, cutoffSeconds: number) {
  if (isWhole(entries, wholeSeconds, cutoffSeconds)) return [{ from: 0, to: 1, start: entries[0]!.start }]
  const shares: { from: number; to: number; start: number }[] = []
  const limits = cutoffSeconds === Infinity ? [] : [cutoffSeconds]
  const breaks = breaksOf(entries, wholeSeconds, limits)
  for (let i = 1; i < breaks.length; i++) {
    const [from, to] = [breaks[i - 1]!, breaks[i]!]
    const arrival = arrivalOn(entries, wholeSeconds, (from + to) / 2)
    if (!arrival || arrival.seconds > cutoffSeconds) continue
    const last = shares.at(-1)
    if (last && last.to === from && last.start === arrival.start) last.to = to
    else shares.push({ from, to, start: arrival.start })
  }
  return shares
}
