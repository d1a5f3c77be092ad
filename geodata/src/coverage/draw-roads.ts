import type { FeatureCollection, MultiLineString } from 'geojson'
import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { type EdgeEntry, isWhole, makeEntries } from '../road-network/edge-entries.ts'
import { edgeLine, GRADES, type RoadGraph } from '../road-network/graph.ts'
import { partsOf, type ReachedPart } from '../road-network/reached-edges.ts'
import type { ReachTimes, RoadGrade, SnappedPoint } from '../road-network/types.ts'
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
  /** Edges that are entered at all, in the order of the graph; entry i of the others is of edge i of this. */
  readonly edges: Int32Array
  readonly entries: readonly (readonly EdgeEntry[])[]
  readonly wholeSeconds: Float64Array
  /** First and last arrival on the edge; the last is Infinity where some part may not be driven. */
  readonly first: Float64Array
  readonly last: Float64Array
}

const kept = new WeakMap<ReachTimes, RoadArrivals>()

/** The arrivals from starts, kept with their times while the minutes move. */
export function arrivalsOf(opened: OpenCoverage, starts: readonly SnappedPoint[]): RoadArrivals {
  const times = reachOf(opened, starts)
  const found = kept.get(times)
  if (found) return found
  const { graph } = opened.network
  const { edgeCentiseconds } = conditionsOf(graph, opened.options)
  const entriesOf = makeEntries(graph, times)
  const edges: number[] = []
  const entries: EdgeEntry[][] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const ofEdge = entriesOf(edge)
    if (ofEdge.length === 0) continue
    edges.push(edge)
    entries.push(ofEdge)
  }
  const wholeSeconds = Float64Array.from(edges, (edge) => edgeCentiseconds[edge]! / 100)
  const arrivals = {
    graph,
    edges: Int32Array.from(edges),
    entries,
    wholeSeconds,
    first: Float64Array.from(entries, (ofEdge) => Math.min(...ofEdge.map(({ seconds }) => seconds))),
    last: Float64Array.from(entries, (ofEdge, i) => lastArrival(ofEdge, wholeSeconds[i]!)),
  }
  kept.set(times, arrivals)
  return arrivals
}

function lastArrival(entries: readonly EdgeEntry[], wholeSeconds: number): number {
  if (!isWhole(entries, wholeSeconds, Infinity)) return Infinity
  const [a, b] = entries
  return b
    ? (a!.seconds + b.seconds + wholeSeconds) / 2
    : a!.seconds + Math.max(a!.fraction, 1 - a!.fraction) * wholeSeconds
}

/**
 * The roads that are reached within the minutes, as lines for a map: one feature for each class and grade, few words beside
 * many lines.
 *
 * @param bands Upper bounds in minutes of the classes, ascending; the last is `minutes`.
 * @param toMetres How far a drawn line may be from the measured one.
 */
export function drawRoads(
  arrivals: RoadArrivals,
  bands: readonly number[],
  toMetres: number,
): { reachedRoadMetres: number; roads: DrawnRoads } {
  const { graph, edges, first } = arrivals
  const limits = bands.map((band) => band * 60)
  const lineOf = wholeLines(graph, toMetres)
  const groups = new Map<string, DrawnRoads['features'][number]>()
  let reachedRoadMetres = 0
  for (let i = 0; i < edges.length; i++) {
    if (first[i]! > limits.at(-1)!) continue
    const edge = edges[i]!
    for (const { from, to, band } of partsAt(arrivals, i, limits)) {
      const grade = GRADES[graph.edgeGrade[edge]!]!
      const key = `${band} ${grade}`
      const group = groups.get(key) ?? newGroup(band / 60, grade)
      groups.set(key, group)
      const metres = (to - from) * graph.edgeLengthMetres[edge]!
      group.properties.lengthMetres += metres
      reachedRoadMetres += metres
      const line =
        from === 0 && to === 1 ? lineOf(edge) : drawLine(sliceLine(edgeLine(graph, edge), from, to), toMetres)
      group.geometry.coordinates.push(line)
    }
  }
  const features = [...groups.values()]
  for (const { properties } of features) properties.lengthMetres = Math.round(properties.lengthMetres)
  return {
    reachedRoadMetres: Math.round(reachedRoadMetres),
    roads: { type: 'FeatureCollection', features },
  }
}

function newGroup(band: number, grade: RoadGrade): DrawnRoads['features'][number] {
  return {
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: [] },
    properties: { band, grade, lengthMetres: 0 },
  }
}

/** All in one class: nearly every edge. */
function partsAt(
  { entries, wholeSeconds, first, last }: RoadArrivals,
  i: number,
  limits: readonly number[],
): ReachedPart[] {
  const band = limits.find((limit) => first[i]! <= limit)!
  if (last[i]! <= band) return [{ from: 0, to: 1, band }]
  return partsOf(entries[i]!, wholeSeconds[i]!, limits)
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
