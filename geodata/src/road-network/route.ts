import { sliceLine } from '../geometry/along-line.ts'
import type { RoadConditions } from '../road-state/conditions.ts'
import { LEVELS } from '../road-state/types.ts'
import { conditionsOf, weighArcs } from './arc-costs.ts'
import { findCrossings } from './crossings.ts'
import { arrivals, costOnOneEdge, departures, type EdgeEnd } from './ends.ts'
import { edgeIdOf, edgeLine, GRADES, isAbroad, type RoadGraph } from './graph.ts'
import { findPath } from './hierarchy/hierarchy.ts'
import { prepareIfReady } from './prepared.ts'
import { HIGHWAYS } from './road-codes.ts'
import { arcsTo, CLOSED, searchFrom } from './shortest-path.ts'
import { surfaceOf } from './speeds.ts'
import type {
  NetworkOptions,
  Passage,
  Route,
  RouteOptions,
  RoutePiece,
  RouteShare,
  SnappedPoint,
} from './types.ts'

/** How a way leaves its first edge, what it drives through, and how it enters its last edge. */
export interface Course {
  start: EdgeEnd
  arcs: readonly number[]
  end: EdgeEnd
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
  const course = findCourse(graph, from, to, options)
  return course === null ? null : routeAlong(graph, from, to, course, options)
}

/**
 * The way along known arcs, with its geometry, lengths, times and crossings.
 *
 * @param course `'direct'` = along the one edge on which both points lie.
 */
export function routeAlong(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  course: Course | 'direct',
  options: NetworkOptions,
): Route {
  const passages =
    course === 'direct'
      ? [passage(graph, from.edge, from.fraction, to.fraction, options)]
      : [
          passage(graph, from.edge, from.fraction, course.start.fraction, options),
          ...course.arcs.map((arc) => {
            const end = graph.isForward[arc]!
            return passage(graph, graph.arcEdge[arc]!, 1 - end, end, options)
          }),
          passage(graph, to.edge, course.end.fraction, to.fraction, options),
        ]
  const driven = passages.filter((part) => part.lengthMetres > 0)
  return {
    from,
    to,
    ...sumOf(driven),
    edgeIds: driven.map((part) => edgeIdOf(graph, part.edge)),
    passages,
    ...sharesOf(graph, driven),
    pieces: joinPieces(graph, driven, conditionsOf(graph, options)),
    crossings: findCrossings(graph, passages),
  }
}

/** The course of `findRoute`; null where there is no way. */
export function findCourse(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
): Course | 'direct' | null {
  const starts = departures(graph, from, options, options.by)
  const ends = arrivals(graph, to, options, options.by)
  const direct = costOnOneEdge(graph, from, to, options, options.by)
  const ready = prepareIfReady(graph, options, options.by)
  if (ready) {
    const path = findPath(ready.hierarchy, ready.weights, starts, ends)
    if (!path || path.cost >= direct) return direct < CLOSED ? 'direct' : null
    return { start: starts[path.start]!, arcs: path.arcs, end: ends[path.end]! }
  }
  const costs = weighArcs(graph, options)
  const tree = searchFrom(graph, options.by === 'time' ? costs.centiseconds : costs.centimetres, starts, {
    targets: ends.map((end) => end.node),
    maxCost: direct,
  })
  const through = (end: EdgeEnd) => tree.costTo(end.node) + end.cost
  const end = cheapest(ends, through)
  if (!end || through(end) >= direct) return direct < CLOSED ? 'direct' : null
  return { start: starts[tree.startOf(end.node)]!, arcs: arcsTo(graph, tree, end.node), end }
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
    from: start,
    to: end,
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
  const none = (): RouteShare => ({ lengthMetres: 0, seconds: 0 })
  const shares = {
    byGrade: { mapped: none(), documented: none(), presumed: none() },
    bySurface: { road: none(), track: none(), ferry: none() },
  }
  for (const { edge, lengthMetres, seconds } of passages) {
    const { grade, surface } = kindOf(graph, edge)
    for (const share of [shares.byGrade[grade], shares.bySurface[surface]]) {
      share.lengthMetres += lengthMetres
      share.seconds += seconds
    }
  }
  return shares
}

function kindOf(graph: RoadGraph, edge: number) {
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  const grade = GRADES[graph.edgeGrade[edge]!]!
  return { highway, grade, surface: surfaceOf(highway, grade) }
}

function joinPieces(
  graph: RoadGraph,
  passages: readonly Passage[],
  { edgeLevel }: RoadConditions,
): RoutePiece[] {
  const pieces: RoutePiece[] = []
  for (const { edge: index, lengthMetres, seconds, coordinates } of passages) {
    const alike = {
      ...kindOf(graph, index),
      isAbroad: isAbroad(graph, index),
      level: LEVELS[edgeLevel[index]!]!,
    }
    const last = pieces[pieces.length - 1]
    if (
      last &&
      last.highway === alike.highway &&
      last.grade === alike.grade &&
      last.surface === alike.surface &&
      last.isAbroad === alike.isAbroad &&
      last.level === alike.level
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
