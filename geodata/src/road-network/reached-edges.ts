import { sliceLine } from '../geometry/along-line.ts'
import { conditionsOf } from './arc-costs.ts'
import { arrivalOn, breaksOf, type EdgeEntry, isWhole, makeEntries } from './edge-entries.ts'
import { edgeLine, edgeOf, isAbroad, type RoadGraph } from './graph.ts'
import type { ReachedEdge, ReachTimes } from './types.ts'

interface Part {
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

function partsOf(entries: readonly EdgeEntry[], whole: number, bands: readonly number[]): Part[] {
  if (isWhole(entries, whole, bands[0]!)) return [{ from: 0, to: 1, band: bands[0]! }]
  const parts: Part[] = []
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
  { from, to, band }: Part,
  entries: readonly EdgeEntry[],
  whole: number,
): ReachedEdge {
  const edge = edgeOf(graph, index)
  const line = edgeLine(graph, index)
  const times = breaksOf(entries, whole, [])
    .filter((place) => place > from && place < to)
    .concat(from, to)
    .flatMap((place) => arrivalOn(entries, whole, place)?.seconds ?? [])
  return {
    edgeId: edge.id,
    highway: edge.highway,
    grade: edge.grade,
    surface: edge.surface,
    isAbroad: isAbroad(graph, index),
    lengthMetres: (to - from) * edge.lengthMetres,
    fromSeconds: Math.min(...times),
    toSeconds: Math.min(band, Math.max(...times)),
    bandSeconds: band,
    coordinates: from === 0 && to === 1 ? line : sliceLine(line, from, to),
  }
}
