import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { conditionsOf, weighArcs } from './arc-costs.ts'
import { findCrossings } from './crossings.ts'
import { arrivals, costOnOneEdge, departures, type EdgeEnd } from './ends.ts'
import { edgeIdOf, edgeLine, edgeOf, isAbroad, type RoadGraph, tailOf } from './graph.ts'
import { arcsTo, CLOSED, searchFrom } from './shortest-path.ts'
import type { NetworkOptions, Route, RouteOptions, RoutePiece, RouteShare, SnappedPoint } from './types.ts'

/** An edge, or a part of one, as it is driven. */
export interface Passage extends RouteShare {
  edge: number
  coordinates: Position[]
}

/**
 * The way between two points of the network that takes the least time or the least distance.
 *
 * @param from Snapped under the same permissions as asked here (`snapToRoad`).
 * @returns null where the network knows no way. The stretches off the road are no part of length and time.
 */
export function findRoute(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
): Route | null {
  const passages = findPassages(graph, from, to, options)
  if (!passages) return null
  const driven = passages.filter((part) => part.lengthMetres > 0)
  return {
    from,
    to,
    ...sumOf(driven),
    edgeIds: driven.map((part) => edgeIdOf(graph, part.edge)),
    ...sharesOf(graph, driven),
    pieces: joinPieces(graph, driven),
    crossings: findCrossings(graph, passages),
  }
}

function findPassages(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
): Passage[] | null {
  const costs = weighArcs(graph, options)
  const starts = departures(graph, from, options, options.by)
  const ends = arrivals(graph, to, options, options.by)
  const direct = costOnOneEdge(graph, from, to, options, options.by)
  const tree = searchFrom(graph, options.by === 'time' ? costs.centiseconds : costs.centimetres, starts, {
    targets: ends.map((end) => end.node),
    maxCost: direct,
  })
  const through = (end: EdgeEnd) => tree.costTo(end.node) + end.cost
  const end = cheapest(ends, through)
  if (!end || through(end) >= direct) {
    return direct < CLOSED ? [passage(graph, from.edge, from.fraction, to.fraction, options)] : null
  }
  const arcs = arcsTo(graph, tree, end.node)
  const firstNode = arcs.length > 0 ? tailOf(graph, arcs[0]!) : end.node
  const start = cheapest(
    starts.filter((candidate) => candidate.node === firstNode),
    (candidate) => candidate.cost,
  )!
  return [
    passage(graph, from.edge, from.fraction, start.fraction, options),
    ...arcs.map((arc) =>
      passage(graph, graph.arcEdge[arc]!, 1 - graph.isForward[arc]!, graph.isForward[arc]!, options),
    ),
    passage(graph, to.edge, end.fraction, to.fraction, options),
  ]
}

function cheapest(ends: readonly EdgeEnd[], costOf: (end: EdgeEnd) => number): EdgeEnd | undefined {
  return ends.toSorted((a, b) => costOf(a) - costOf(b))[0]
}

function passage(
  graph: RoadGraph,
  edge: number,
  start: number,
  end: number,
  options: NetworkOptions,
): Passage {
  const share = Math.abs(end - start)
  const line = edgeLine(graph, edge)
  return {
    edge,
    lengthMetres: share * graph.edgeLengthMetres[edge]!,
    seconds: Math.round(share * conditionsOf(graph, options).edgeCentiseconds[edge]!) / 100,
    coordinates: share === 1 ? (end > start ? line : line.reverse()) : sliceLine(line, start, end),
  }
}

function sumOf(parts: readonly RouteShare[]): RouteShare {
  return {
    lengthMetres: parts.reduce((sum, part) => sum + part.lengthMetres, 0),
    seconds: parts.reduce((sum, part) => sum + part.seconds, 0),
  }
}

function sharesOf(graph: RoadGraph, passages: readonly Passage[]): Pick<Route, 'byGrade' | 'bySurface'> {
  const of = (matches: (passage: Passage) => boolean) => sumOf(passages.filter(matches))
  const grade = (name: string) => of((p) => edgeOf(graph, p.edge).grade === name)
  const surface = (name: string) => of((p) => edgeOf(graph, p.edge).surface === name)
  return {
    byGrade: { mapped: grade('mapped'), documented: grade('documented'), presumed: grade('presumed') },
    bySurface: { road: surface('road'), track: surface('track'), ferry: surface('ferry') },
  }
}

function joinPieces(graph: RoadGraph, passages: readonly Passage[]): RoutePiece[] {
  const pieces: RoutePiece[] = []
  for (const { edge: index, lengthMetres, seconds, coordinates } of passages) {
    const edge = edgeOf(graph, index)
    const alike = {
      highway: edge.highway,
      grade: edge.grade,
      surface: edge.surface,
      isAbroad: isAbroad(graph, index),
    }
    const last = pieces[pieces.length - 1]
    if (
      last &&
      last.highway === alike.highway &&
      last.grade === alike.grade &&
      last.surface === alike.surface &&
      last.isAbroad === alike.isAbroad
    ) {
      last.lengthMetres += lengthMetres
      last.seconds += seconds
      last.coordinates.push(...coordinates.slice(1))
    } else {
      pieces.push({ ...alike, lengthMetres, seconds, coordinates: [...coordinates] })
    }
  }
  return pieces
}
