import { conditionsOf, isUsable } from './arc-costs.ts'
import { arcsOf, copiesOf, type RoadGraph, tailOf } from './graph.ts'
import { CLOSED } from './shortest-path.ts'
import type { ReachTimes, SnappedPoint } from './types.ts'

/** A way of coming onto an edge: at `fraction` after `seconds`, driving on between the places `least` and `most`. */
export interface EdgeEntry {
  fraction: number
  seconds: number
  /** Place in the starts. */
  start: number
  least: number
  most: number
}

/** A start of a search that lies inside an edge. */
export interface InnerStart {
  point: SnappedPoint
  /** Place in the starts. */
  start: number
}

/** The starts by the edge on which they lie. */
export function startsByEdge({ starts }: ReachTimes): Map<number, InnerStart[]> {
  return Map.groupBy(
    starts.map((point, start) => ({ point, start })),
    ({ point }) => point.edge,
  )
}

/** Ways of coming onto an edge, each as far as the cuts of the day let it drive on. */
export function entriesOnto(
  graph: RoadGraph,
  times: ReachTimes,
  edge: number,
  inside: readonly InnerStart[],
): EdgeEntry[] {
  const isNear = inside.length > 0 || isReached(graph, times, graph.edgeFrom[edge]!)
  if (!isNear && !isReached(graph, times, graph.edgeTo[edge]!)) return []
  if (!isUsable(graph, edge, times.options)) return []
  const { modeBit, cuts } = conditionsOf(graph, times.options)
  const ahead = arcsOf(graph, edge, true).filter((arc) => graph.arcAccess[arc]! & modeBit)
  const back = arcsOf(graph, edge, false).filter((arc) => graph.arcAccess[arc]! & modeBit)
  const first = soonest(graph, times, ahead)
  const last = soonest(graph, times, back)
  if (!first && !last && inside.length === 0) return []
  const cutPlaces = cuts.get(edge) ?? []
  const entry = (fraction: number, seconds: number, start: number): EdgeEntry => ({
    fraction,
    seconds,
    start,
    most:
      ahead.length > 0
        ? Math.min(1, ...cutPlaces.flatMap(([from, to]) => (to >= fraction ? [from] : [])))
        : fraction,
    least:
      back.length > 0
        ? Math.max(0, ...cutPlaces.flatMap(([from, to]) => (from <= fraction ? [to] : [])))
        : fraction,
  })
  return [
    ...(first ? [{ ...entry(0, first.cost / 100, first.start), least: 0 }] : []),
    ...(last ? [{ ...entry(1, last.cost / 100, last.start), most: 1 }] : []),
    ...inside.map(({ point, start }) => entry(point.fraction, 0, start)),
  ].filter(({ least, most }) => most >= least)
}

function isReached(graph: RoadGraph, { nodeCentiseconds }: ReachTimes, node: number): boolean {
  if (nodeCentiseconds[node]! < CLOSED) return true
  return graph.copyOf.length > 0 && copiesOf(graph, node).some((copy) => nodeCentiseconds[copy]! < CLOSED)
}

/** The earliest arrival at the tails of some arcs of an edge: its node, and copies of it. */
function soonest(graph: RoadGraph, { nodeCentiseconds, nodeStart }: ReachTimes, arcs: readonly number[]) {
  let best: { cost: number; start: number } | null = null
  for (const arc of arcs) {
    const tail = tailOf(graph, arc)
    const [cost, start] = [nodeCentiseconds[tail]!, nodeStart[tail]!]
    if (cost === CLOSED || (best && (cost > best.cost || (cost === best.cost && start >= best.start))))
      continue
    best = { cost, start }
  }
  return best
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
