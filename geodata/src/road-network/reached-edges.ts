import { sliceLine } from '../geometry/along-line.ts'
import { conditionsOf, isUsable } from './arc-costs.ts'
import { accessOf, edgeLine, edgeOf, isAbroad, type RoadGraph } from './graph.ts'
import { CLOSED } from './shortest-path.ts'
import type { ReachedEdge, ReachTimes, SnappedPoint } from './types.ts'

/** A way of coming onto an edge: at `fraction` after `seconds`, driving on between the places `least` and `most`. */
interface Entry {
  fraction: number
  seconds: number
  least: number
  most: number
}

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
  const starts = Map.groupBy(times.starts, (start) => start.edge)
  const conditions = conditionsOf(graph, times.options)
  const reached: ReachedEdge[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const entries = entriesOf(graph, times, edge, starts.get(edge) ?? [])
    if (entries.length === 0) continue
    const whole = conditions.edgeCentiseconds[edge]! / 100
    for (const part of partsOf(entries, whole, bands)) {
      reached.push(toReachedEdge(graph, edge, part, entries, whole))
    }
  }
  return reached
}

/** Ways of coming onto an edge, each as far as the cuts of the day let it drive on. */
function entriesOf(
  graph: RoadGraph,
  times: ReachTimes,
  edge: number,
  inside: readonly SnappedPoint[],
): Entry[] {
  const first = times.nodeCentiseconds[graph.edgeFrom[edge]!]!
  const last = times.nodeCentiseconds[graph.edgeTo[edge]!]!
  if (first === CLOSED && last === CLOSED && inside.length === 0) return []
  if (!isUsable(graph, edge, times.options)) return []
  const { modeBit, cuts } = conditionsOf(graph, times.options)
  const goesAhead = (accessOf(graph, edge, true) & modeBit) !== 0
  const goesBack = (accessOf(graph, edge, false) & modeBit) !== 0
  const cutPlaces = cuts.get(edge) ?? []
  const entry = (fraction: number, seconds: number): Entry => ({
    fraction,
    seconds,
    most: goesAhead
      ? Math.min(1, ...cutPlaces.flatMap(([from, to]) => (to >= fraction ? [from] : [])))
      : fraction,
    least: goesBack
      ? Math.max(0, ...cutPlaces.flatMap(([from, to]) => (from <= fraction ? [to] : [])))
      : fraction,
  })
  return [
    ...(first < CLOSED && goesAhead ? [{ ...entry(0, first / 100), least: 0 }] : []),
    ...(last < CLOSED && goesBack ? [{ ...entry(1, last / 100), most: 1 }] : []),
    ...inside.map(({ fraction }) => entry(fraction, 0)),
  ].filter(({ least, most }) => most >= least)
}

/** Time of arrival at a place of the edge. */
function arrivalAt(entries: readonly Entry[], whole: number, fraction: number): number {
  let least = Infinity
  for (const entry of entries) {
    if (fraction < entry.least || fraction > entry.most) continue
    least = Math.min(least, entry.seconds + Math.abs(fraction - entry.fraction) * whole)
  }
  return least
}

/** Places at which the time of arrival may turn, or pass a band's limit. */
function breaksOf(entries: readonly Entry[], whole: number, bands: readonly number[]): number[] {
  const breaks = [0, 1]
  entries.forEach((entry, i) => {
    breaks.push(entry.fraction, entry.least, entry.most)
    for (const band of bands) {
      const span = (band - entry.seconds) / whole
      if (span >= 0) breaks.push(entry.fraction + span, entry.fraction - span)
    }
    for (const other of entries.slice(i + 1)) {
      const lead = (other.seconds - entry.seconds) / whole
      breaks.push((entry.fraction + other.fraction + lead) / 2, (entry.fraction + other.fraction - lead) / 2)
    }
  })
  return [...new Set(breaks)].filter((place) => place >= 0 && place <= 1).toSorted((a, b) => a - b)
}

function partsOf(entries: readonly Entry[], whole: number, bands: readonly number[]): Part[] {
  const parts: Part[] = []
  const breaks = breaksOf(entries, whole, bands)
  for (let i = 1; i < breaks.length; i++) {
    const from = breaks[i - 1]!
    const to = breaks[i]!
    const seconds = arrivalAt(entries, whole, (from + to) / 2)
    const band = bands.find((limit) => seconds <= limit)
    if (band === undefined) continue
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
  entries: readonly Entry[],
  whole: number,
): ReachedEdge {
  const edge = edgeOf(graph, index)
  const line = edgeLine(graph, index)
  const times = breaksOf(entries, whole, [])
    .filter((place) => place > from && place < to)
    .concat(from, to)
    .map((place) => arrivalAt(entries, whole, place))
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
