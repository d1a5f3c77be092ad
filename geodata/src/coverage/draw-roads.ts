import type { FeatureCollection, MultiLineString } from 'geojson'
import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { conditionsOf, isUsable } from '../road-network/arc-costs.ts'
import { type EdgeEntry, makeEntries } from '../road-network/edge-entries.ts'
import { edgeLine, GRADES, type RoadGraph } from '../road-network/graph.ts'
import { partsOf } from '../road-network/reached-edges.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import type { ReachTimes, RoadGrade, SnappedPoint } from '../road-network/types.ts'
import type { ReachedRoads } from './coverage-types.ts'
import type { OpenCoverage } from './open-coverage.ts'
import { reachOf } from './reach-of.ts'

/** Reached parts of roads; `band` is the upper bound in minutes of the colour class. */
export type DrawnRoads = FeatureCollection<
  MultiLineString,
  { band: number; grade: RoadGrade; lengthMetres: number }
>

/** How the edges are entered from the nearest of some starts, whatever the minutes. */
export interface RoadArrivals {
  readonly graph: RoadGraph
  /** By edge: first and last arrival in seconds. First Infinity = nobody comes; last Infinity = it takes `entriesOf` to tell. */
  readonly first: Float64Array
  readonly last: Float64Array
  readonly wholeSeconds: (edge: number) => number
  readonly entriesOf: (edge: number) => readonly EdgeEntry[]
}

const kept = new WeakMap<ReachTimes, RoadArrivals>()

/** The arrivals from starts, kept with their times while the minutes move. */
export function arrivalsOf(opened: OpenCoverage, starts: readonly SnappedPoint[]): RoadArrivals {
  const times = reachOf(opened, starts)
  const found = kept.get(times)
  if (found) return found
  const { graph } = opened.network
  const { edgeCentiseconds } = conditionsOf(graph, opened.options)
  const entriesOf = keepEntries(makeEntries(graph, times))
  const first = new Float64Array(graph.edgeCount)
  const last = new Float64Array(graph.edgeCount)
  const ways = waysOf(opened)
  const hasStart = new Set(starts.map(({ edge }) => edge))
  const { nodeCentiseconds } = times
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (ways[edge]! === MANIFOLD || hasStart.has(edge)) {
      first[edge] = Math.min(...entriesOf(edge).map(({ seconds }) => seconds))
      last[edge] = Infinity
      continue
    }
    const ahead = ways[edge]! & AHEAD ? nodeCentiseconds[graph.edgeFrom[edge]!]! : CLOSED
    const back = ways[edge]! & BACK ? nodeCentiseconds[graph.edgeTo[edge]!]! : CLOSED
    const soonest = Math.min(ahead, back)
    first[edge] = soonest === CLOSED ? Infinity : soonest / 100
    const latest = Math.max(ahead, back) === CLOSED ? soonest : (ahead + back - edgeCentiseconds[edge]!) / 2
    last[edge] = (latest + edgeCentiseconds[edge]!) / 100
  }
  const wholeSeconds = (edge: number) => edgeCentiseconds[edge]! / 100
  const arrivals = { graph, first, last, wholeSeconds, entriesOf }
  kept.set(times, arrivals)
  return arrivals
}

function keepEntries(entriesOf: (edge: number) => EdgeEntry[]): (edge: number) => readonly EdgeEntry[] {
  const known = new Map<number, EdgeEntry[]>()
  return (edge) => {
    const entries = known.get(edge) ?? entriesOf(edge)
    known.set(edge, entries)
    return entries
  }
}

/** May be driven in the direction of the edge, against it; or there is more to it: a cut, or a forbidden turn at an end. */
const AHEAD = 1
const BACK = 2
const MANIFOLD = 4
const keptWays = new WeakMap<OpenCoverage, Uint8Array>()

/** How each edge may be driven. */
function waysOf(opened: OpenCoverage): Uint8Array {
  const found = keptWays.get(opened)
  if (found) return found
  const { network, options } = opened
  const { graph } = network
  const { cuts, modeBit } = conditionsOf(graph, options)
  const hasCopies = new Set(graph.copyOf)
  const ways = new Uint8Array(graph.edgeCount)
  for (let arc = 0; arc < graph.arcEdge.length; arc++) {
    const way = graph.isForward[arc] === 1 ? AHEAD : BACK
    if (graph.arcAccess[arc]! & modeBit) ways[graph.arcEdge[arc]!]! |= way
  }
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const ends = [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]
    if (!isUsable(graph, edge, options)) ways[edge] = 0
    else if (cuts.has(edge) || ends.some((node) => hasCopies.has(node))) ways[edge] = MANIFOLD
  }
  keptWays.set(opened, ways)
  return ways
}

/**
 * The roads that are reached within the minutes, as lines for a map: one feature for each class and grade, few words beside
 * many lines.
 *
 * @param bands Upper bounds in minutes of the classes, ascending; the last is `minutes`.
 * @param toMetres How far a drawn line may be from the measured one.
 */
export function drawRoads(arrivals: RoadArrivals, bands: readonly number[], toMetres: number): ReachedRoads {
  const { graph, first, last } = arrivals
  const limits = bands.map((band) => band * 60)
  const lineOf = wholeLines(graph, toMetres)
  const groups: (DrawnRoads['features'][number] | undefined)[] = []
  const drawn: DrawnRoads['features'] = []
  let reachedRoadMetres = 0
  const add = (edge: number, band: number, share: number, line: Position[]) => {
    const grade = graph.edgeGrade[edge]!
    const place = band * GRADES.length + grade
    const group = groups[place] ?? newGroup(bands[band]!, GRADES[grade]!)
    if (!groups[place]) drawn.push(group)
    groups[place] = group
    const metres = share * graph.edgeLengthMetres[edge]!
    group.properties.lengthMetres += metres
    reachedRoadMetres += metres
    group.geometry.coordinates.push(line)
  }
  const most = limits.at(-1)!
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (first[edge]! > most) continue
    let band = 0
    while (first[edge]! > limits[band]!) band++
    if (last[edge]! <= limits[band]!) {
      add(edge, band, 1, lineOf(edge))
      continue
    }
    for (const part of partsOf(arrivals.entriesOf(edge), arrivals.wholeSeconds(edge), limits)) {
      const { from, to } = part
      const line =
        from === 0 && to === 1 ? lineOf(edge) : drawLine(sliceLine(edgeLine(graph, edge), from, to), toMetres)
      add(edge, limits.indexOf(part.band), to - from, line)
    }
  }
  for (const { properties } of drawn) properties.lengthMetres = Math.round(properties.lengthMetres)
  return {
    reachedRoadMetres: Math.round(reachedRoadMetres),
    roads: { type: 'FeatureCollection', features: drawn },
  }
}

function newGroup(band: number, grade: RoadGrade): DrawnRoads['features'][number] {
  return {
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: [] },
    properties: { band, grade, lengthMetres: 0 },
  }
}

const keptLines = new WeakMap<RoadGraph, Map<number, (Position[] | undefined)[]>>()

/** Edges as they are drawn, kept: while the minutes move they are the same. */
function wholeLines(graph: RoadGraph, toMetres: number): (edge: number) => Position[] {
  const ofGraph = keptLines.get(graph) ?? new Map<number, (Position[] | undefined)[]>()
  keptLines.set(graph, ofGraph)
  const lines = ofGraph.get(toMetres) ?? []
  ofGraph.set(toMetres, lines)
  return (edge) => {
    const line = lines[edge] ?? drawLine(edgeLine(graph, edge), toMetres)
    lines[edge] = line
    return line
  }
}

function drawLine(line: readonly Position[], toMetres: number): Position[] {
  return roundPositions(simplifyLine(line, toMetres))
}
