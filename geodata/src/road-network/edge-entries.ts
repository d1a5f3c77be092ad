import type { Interval } from '../road-state/conditions.ts'
import { conditionsOf, isUsable } from './arc-costs.ts'
import { copiesOf, type RoadGraph } from './graph.ts'
import type { AccessMask } from './road-codes.ts'
import { CLOSED } from './shortest-path.ts'
import type { ReachTimes } from './types.ts'

/** A way of coming onto an edge: at `fraction` after `seconds`, driving on between the places `least` and `most`. */
export interface EdgeEntry {
  fraction: number
  seconds: number
  /** Place in the starts. */
  start: number
  least: number
  most: number
}

/** The earliest arrival at the end of an edge at which some arcs of it begin. */
interface EndArrival {
  /** Whether the vehicle may drive the edge from this end. */
  isOpen: boolean
  /** Hundredths of a second; `CLOSED` = nobody comes here. */
  cost: number
  start: number
}

/**
 * Ways of coming onto the edges of a graph, each as far as the cuts of the day let it drive on.
 *
 * @returns By edge; none where nobody comes.
 */
export function makeEntries(graph: RoadGraph, times: ReachTimes): (edge: number) => EdgeEntry[] {
  const { modeBit, cuts } = conditionsOf(graph, times.options)
  const inner = Map.groupBy(
    times.starts.map((point, start) => ({ point, start })),
    ({ point }) => point.edge,
  )
  return (edge) => {
    const inside = inner.get(edge)
    if (!inside && isFar(graph, times, edge)) return []
    const first = arrivalAtEnd(graph, times, edge, true, modeBit)
    const last = arrivalAtEnd(graph, times, edge, false, modeBit)
    if (first.cost === CLOSED && last.cost === CLOSED && !inside) return []
    if (!isUsable(graph, edge, times.options)) return []
    const entries: EdgeEntry[] = []
    const cutPlaces = cuts.get(edge) ?? []
    const add = (fraction: number, seconds: number, start: number, isWhole: boolean) => {
      const most = first.isOpen ? lastBefore(cutPlaces, fraction) : fraction
      const least = last.isOpen ? firstAfter(cutPlaces, fraction) : fraction
      const entry = { fraction, seconds, start, most, least }
      if (isWhole && fraction === 0) entry.least = 0
      if (isWhole && fraction === 1) entry.most = 1
      if (entry.most >= entry.least) entries.push(entry)
    }
    if (first.cost < CLOSED) add(0, first.cost / 100, first.start, true)
    if (last.cost < CLOSED) add(1, last.cost / 100, last.start, true)
    for (const { point, start } of inside ?? []) add(point.fraction, 0, start, false)
    return entries
  }
}

/** Whether nobody comes to either end. Copies are not looked for where there may be some. */
function isFar(graph: RoadGraph, { nodeCentiseconds }: ReachTimes, edge: number): boolean {
  if (graph.copyOf.length > 0) return false
  return (
    nodeCentiseconds[graph.edgeFrom[edge]!] === CLOSED && nodeCentiseconds[graph.edgeTo[edge]!] === CLOSED
  )
}

/** How far one comes from a place in the direction of the edge. */
function lastBefore(cuts: readonly Interval[], fraction: number): number {
  return cuts.reduce((most, [from, to]) => (to >= fraction ? Math.min(most, from) : most), 1)
}

function firstAfter(cuts: readonly Interval[], fraction: number): number {
  return cuts.reduce((least, [from, to]) => (from <= fraction ? Math.max(least, to) : least), 0)
}

function arrivalAtEnd(
  graph: RoadGraph,
  times: ReachTimes,
  edge: number,
  isFirst: boolean,
  modeBit: AccessMask,
): EndArrival {
  const node = isFirst ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!
  const arrival: EndArrival = { isOpen: false, cost: CLOSED, start: -1 }
  improve(arrival, graph, times, edge, isFirst, modeBit, node)
  if (graph.copyOf.length > 0) {
    for (const copy of copiesOf(graph, node)) improve(arrival, graph, times, edge, isFirst, modeBit, copy)
  }
  return arrival
}

/** Takes in an arrival at a node, or at a copy of it, if an arc of the edge leaves it. */
function improve(
  arrival: EndArrival,
  { arcStart, arcEdge, isForward, arcAccess }: RoadGraph,
  { nodeCentiseconds, nodeStart }: ReachTimes,
  edge: number,
  isAhead: boolean,
  modeBit: AccessMask,
  node: number,
): void {
  for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
    if (arcEdge[arc] !== edge || (isForward[arc] === 1) !== isAhead || !(arcAccess[arc]! & modeBit)) continue
    arrival.isOpen = true
    const [cost, start] = [nodeCentiseconds[node]!, nodeStart[node]!]
    if (cost > arrival.cost || cost === CLOSED || (cost === arrival.cost && start >= arrival.start)) continue
    arrival.cost = cost
    arrival.start = start
  }
}

/** Whether every place of an edge is reached from one start alone, by these entries and no later than some time. */
export function isWhole(entries: readonly EdgeEntry[], wholeSeconds: number, latestSeconds: number): boolean {
  const [first, second] = entries
  if (!first || entries.length > 2 || first.least > 0 || first.most < 1) return false
  if (!second) {
    const spread = Math.max(first.fraction, 1 - first.fraction) * wholeSeconds
    return first.seconds + spread <= latestSeconds
  }
  if (second.least > 0 || second.most < 1 || first.start !== second.start) return false
  return first.fraction === 0 && second.fraction === 1
    ? (first.seconds + second.seconds + wholeSeconds) / 2 <= latestSeconds
    : false
}

/** The soonest arrival at a place of the edge; of equal ones the first start. Null where none comes there. */
export function arrivalOn(
  entries: readonly EdgeEntry[],
  wholeSeconds: number,
  fraction: number,
): { seconds: number; start: number } | null {
  let soonestSeconds = Infinity
  let soonestStart = -1
  for (const entry of entries) {
    if (fraction < entry.least || fraction > entry.most) continue
    const seconds = entry.seconds + Math.abs(fraction - entry.fraction) * wholeSeconds
    if (seconds < soonestSeconds || (seconds === soonestSeconds && entry.start < soonestStart)) {
      soonestSeconds = seconds
      soonestStart = entry.start
    }
  }
  return soonestStart < 0 ? null : { seconds: soonestSeconds, start: soonestStart }
}

/** Places at which the time of arrival may turn, or pass a limit; ascending, from 0 to 1. */
export function breaksOf(
  entries: readonly EdgeEntry[],
  wholeSeconds: number,
  limitSeconds: readonly number[],
): number[] {
  const breaks = [0, 1]
  entries.forEach((entry, i) => {
    breaks.push(entry.fraction, entry.least, entry.most)
    for (const limit of limitSeconds) {
      const span = (limit - entry.seconds) / wholeSeconds
      if (span >= 0) breaks.push(entry.fraction + span, entry.fraction - span)
    }
    for (const other of entries.slice(i + 1)) {
      const lead = (other.seconds - entry.seconds) / wholeSeconds
      breaks.push((entry.fraction + other.fraction + lead) / 2, (entry.fraction + other.fraction - lead) / 2)
    }
  })
  return [...new Set(breaks)].filter((place) => place >= 0 && place <= 1).toSorted((a, b) => a - b)
}
