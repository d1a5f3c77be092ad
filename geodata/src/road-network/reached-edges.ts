import { sliceLine } from '../geometry/along-line.ts'
import { edgeSeconds, isUsable } from './arc-costs.ts'
import { edgeLine, isAbroad, type RoadGraph } from './graph.ts'
import type { ReachedEdge, ReachTimes } from './types.ts'

/** A way of coming onto an edge: at `fraction` after `seconds`, driving on ahead or back or both. */
interface Entry {
  fraction: number
  seconds: number
  ahead: boolean
  back: boolean
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
  const reached: ReachedEdge[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const fromSeconds = times.nodeSeconds[graph.edgeFrom[edge]!]!
    const toSeconds = times.nodeSeconds[graph.edgeTo[edge]!]!
    const inside = starts.get(edge) ?? []
    if (fromSeconds === Infinity && toSeconds === Infinity && inside.length === 0) continue
    if (!isUsable(graph.edges[edge]!, times.options)) continue
    const isTwoWay = !graph.edges[edge]!.isOneway
    const entries: Entry[] = [
      { fraction: 0, seconds: fromSeconds, ahead: true, back: false },
      { fraction: 1, seconds: toSeconds, ahead: false, back: isTwoWay },
      ...inside.map(({ fraction }) => ({ fraction, seconds: 0, ahead: true, back: isTwoWay })),
    ].filter((entry) => entry.seconds < Infinity)
    const whole = edgeSeconds(graph)[edge]!
    for (const part of partsOf(entries, whole, bands)) {
      reached.push(toReachedEdge(graph, edge, part, entries, whole))
    }
  }
  return reached
}

/** Time of arrival at a place of the edge. */
function arrivalAt(entries: readonly Entry[], whole: number, fraction: number): number {
  let least = Infinity
  for (const entry of entries) {
    const ahead = fraction - entry.fraction
    if ((ahead >= 0 && entry.ahead) || (ahead <= 0 && entry.back)) {
      least = Math.min(least, entry.seconds + Math.abs(ahead) * whole)
    }
  }
  return least
}

/** Places at which the time of arrival may turn, or pass a band's limit. */
function breaksOf(entries: readonly Entry[], whole: number, bands: readonly number[]): number[] {
  const breaks = [0, 1]
  entries.forEach((entry, i) => {
    breaks.push(entry.fraction)
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
  const edge = graph.edges[index]!
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
    isAbroad: isAbroad(edge),
    lengthMetres: (to - from) * edge.lengthMetres,
    fromSeconds: Math.min(...times),
    toSeconds: Math.min(band, Math.max(...times)),
    bandSeconds: band,
    coordinates: from === 0 && to === 1 ? line : sliceLine(line, from, to),
  }
}
