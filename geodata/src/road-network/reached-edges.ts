import { sliceLine } from '../geometry/along-line.ts'
import { conditionsOf } from './arc-costs.ts'
import { arrivalOn, breaksOf, type EdgeEntry, isWhole, makeEntries } from './edge-entries.ts'
import { edgeIdOf, edgeLine, GRADES, isAbroad, type RoadGraph } from './graph.ts'
import { HIGHWAYS } from './road-codes.ts'
import { surfaceOf } from './speeds.ts'
import type { ReachedEdge, ReachTimes } from './types.ts'

/** A part of an edge that is reached within a band's limit, in seconds. */
export interface ReachedPart {
  from: number
  to: number
  band: number
}

/**
 * The parts of the network that are reached within the cutoff, cut where the time of arrival passes a band's limit.
 *
 * On a stretch the time grows evenly; where it is entered from both ends, each part belongs to the earlier arrival.
 *
 * @param bandSeconds Upper limits of the bands, any order; times beyond the greatest are left out. Default: the cutoff
 *   alone.
 * @returns Parts in the order of the edges of the graph.
 */
export function findReachedEdges(
  graph: RoadGraph,
  times: ReachTimes,
  bandSeconds: readonly number[] = [times.cutoffSeconds],
): ReachedEdge[] {
  const bands = bandSeconds.map((band) => Math.min(band, times.cutoffSeconds)).toSorted((a, b) => a - b)
  const entriesOf = makeEntries(graph, times)
  const conditions = conditionsOf(graph, times.options)
  const reached: ReachedEdge[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const entries = entriesOf(edge)
    if (entries.length === 0) continue
    const whole = conditions.edgeCentiseconds[edge]! / 100
    for (const part of partsOf(entries, whole, bands)) {
      reached.push(toReachedEdge(graph, edge, part, entries, whole))
    }
  }
  return reached
}

/**
 * The parts of an edge by the band in which they are reached, along the edge.
 *
 * @param bands Upper limits in seconds, ascending.
 */
export function partsOf(
  entries: readonly EdgeEntry[],
  whole: number,
  bands: readonly number[],
): ReachedPart[] {
  if (isWhole(entries, whole, bands[0]!)) return [{ from: 0, to: 1, band: bands[0]! }]
  const parts: ReachedPart[] = []
  const breaks = breaksOf(entries, whole, bands)
  for (let i = 1; i < breaks.length; i++) {
    const from = breaks[i - 1]!
    const to = breaks[i]!
    const arrival = arrivalOn(entries, whole, (from + to) / 2)
    const band = arrival && bands.find((limit) => arrival.seconds <= limit)
    if (band == null) continue
    const last = parts[parts.length - 1]
    if (last && last.to === from && last.band === band) last.to = to
    else parts.push({ from, to, band })
  }
  return parts
}

function toReachedEdge(
  graph: RoadGraph,
  index: number,
  { from, to, band }: ReachedPart,
  entries: readonly EdgeEntry[],
  whole: number,
): ReachedEdge {
  const line = edgeLine(graph, index)
  const isWholeEdge = from === 0 && to === 1
  const span = spanOf(entries, whole, from, to)
  const highway = HIGHWAYS[graph.edgeHighway[index]!]!
  const grade = GRADES[graph.edgeGrade[index]!]!
  return {
    edgeId: edgeIdOf(graph, index),
    highway,
    grade,
    surface: surfaceOf(highway, grade),
    isAbroad: isAbroad(graph, index),
    lengthMetres: (to - from) * graph.edgeLengthMetres[index]!,
    fromSeconds: span[0],
    toSeconds: Math.min(band, span[1]),
    bandSeconds: band,
    coordinates: isWholeEdge ? line : sliceLine(line, from, to),
  }
}

/** First and last arrival between two places of an edge. */
function spanOf(
  entries: readonly EdgeEntry[],
  whole: number,
  from: number,
  to: number,
): [first: number, last: number] {
  const [a, b] = entries
  // Driven from end to end, or from both ends: all but some edges.
  if (
    from === 0 &&
    to === 1 &&
    a &&
    isWhole(entries, whole, Infinity) &&
    (a.fraction === 0 || a.fraction === 1)
  ) {
    if (!b) return [a.seconds, a.seconds + whole]
    const first = Math.min(a.seconds, b.seconds)
    return [first, Math.min(first + whole, (a.seconds + b.seconds + whole) / 2)]
  }
  const times = breaksOf(entries, whole, [])
    .filter((place) => place > from && place < to)
    .concat(from, to)
    .flatMap((place) => arrivalOn(entries, whole, place)?.seconds ?? [])
  return [Math.min(...times), Math.max(...times)]
}
