import { sliceLine } from '../geometry/along-line.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { edgeLine, type RoadGraph } from './graph.ts'
import { findRoute } from './route.ts'
import type {
  GapOnTheWay,
  NamedPlace,
  NoWayReason,
  Permission,
  Route,
  RouteOptions,
  SnappedPoint,
} from './types.ts'

/** The least doubtful first. */
const PERMISSIONS: readonly Permission[] = ['documented', 'presumed', 'crossing']

/**
 * Explains why `findRoute` answers null and what would open a way.
 *
 * The gaps told are those of the way on which the longest gap is as short as it can be, whatever the limit asked,
 * with the other permissions as they are.
 *
 * @param from Snapped under the permissions of `options`.
 * @param options The permissions under which there is no way.
 * @param settlements Places by which a gap is named; may be empty.
 */
export function explainNoWay(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
  settlements: readonly NamedPlace[],
): NoWayReason {
  const offer = PERMISSIONS.find((permission) => opens(graph, from, to, options, permission)) ?? null
  const gaps = findGaps(graph, from, to, options, settlements)
  const smallestGap = gaps.toSorted((a, b) => b.lengthMetres - a.lengthMetres)[0] ?? null
  return { reason: offer ? `needs-${offer}` : 'no-known-track', offer, smallestGap, gaps }
}

function allow(options: RouteOptions, permission: Permission): RouteOptions {
  if (permission === 'documented') return { ...options, allowDocumented: true }
  if (permission === 'presumed') return { ...options, allowPresumed: true }
  return { ...options, allowCrossing: true }
}

function isAllowed(options: RouteOptions, permission: Permission): boolean {
  if (permission === 'documented') return options.allowDocumented
  return permission === 'presumed' ? options.allowPresumed : options.allowCrossing
}

function opens(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
  permission: Permission,
): boolean {
  return !isAllowed(options, permission) && findRoute(graph, from, to, allow(options, permission)) !== null
}

/** Gaps on the way that needs the shortest longest gap: found by halving over the lengths there are. */
function findGaps(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
  settlements: readonly NamedPlace[],
): GapOnTheWay[] {
  const limits = [...new Set(Array.from(graph.gaps.values(), ({ gapMetres }) => gapMetres))].toSorted(
    (a, b) => a - b,
  )
  const routeWithin = (maxPresumedMetres: number) =>
    findRoute(graph, from, to, { ...options, allowPresumed: true, maxPresumedMetres })
  let low = 0
  let high = limits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (routeWithin(limits[middle]!)) high = middle
    else low = middle + 1
  }
  const route = low < limits.length ? routeWithin(limits[low]!) : null
  return route ? gapsOn(graph, route, settlements) : []
}

function gapsOn(graph: RoadGraph, route: Route, settlements: readonly NamedPlace[]): GapOnTheWay[] {
  const gaps = new Map(Array.from(graph.gaps, ([edge, { id }]) => [id, edge]))
  return route.edgeIds.flatMap((id) => {
    const index = typeof id === 'string' ? gaps.get(id) : undefined
    if (index === undefined) return []
    const position = middleOf(edgeLine(graph, index))
    const { gapMetres } = graph.gaps.get(index)!
    const nearSettlement = nearestName(position, settlements)
    return [{ gapId: String(id), lengthMetres: gapMetres, position, nearSettlement }]
  })
}

function middleOf(line: readonly Position[]): Position {
  return sliceLine(line, 0.5, 0.5)[0]!
}

function nearestName(position: Position, places: readonly NamedPlace[]): string | null {
  let name: string | null = null
  let least = Infinity
  for (const place of places) {
    const metres = sphericalMetres(position, place.position)
    if (metres < least) {
      least = metres
      name = place.name
    }
  }
  return name
}
