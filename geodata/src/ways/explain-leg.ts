import type { Position } from '../geometry/position.ts'
import { roundPosition, roundPositions } from '../geometry/round-position.ts'
import { explainClosed } from '../road-network/explain-closed.ts'
import { explainNoWay } from '../road-network/explain-no-way.ts'
import { edgeLine } from '../road-network/graph.ts'
import { findNearSettlement } from '../road-network/places.ts'
import { findRoute } from '../road-network/route.ts'
import { snapToRoad } from '../road-network/snap.ts'
import type { GapOnTheWay, Permission, RouteOptions } from '../road-network/types.ts'
import { describeCause } from '../road-state/describe-cause.ts'
import { FARTHEST_OFF_ROAD_METRES, snapStop } from './snap-stop.ts'
import type { NoWay, PlacedStop, WayNetwork, WayOffer } from './types.ts'

/** Least doubtful first, and one permission before two. */
const PERMISSION_SETS: readonly (readonly Permission[])[] = [
  ['documented'],
  ['presumed'],
  ['crossing'],
  ['documented', 'presumed'],
  ['documented', 'crossing'],
  ['presumed', 'crossing'],
  ['documented', 'presumed', 'crossing'],
]
const LONGEST_GAP_METRES = 20_000
const GAP_STEP_METRES = 500

const NOTHING_KNOWN = {
  closedBy: [],
  offNetworkStops: [],
  acrossBorderStops: [],
  smallestGap: null,
  gapCount: 0,
  offers: [],
} satisfies Partial<NoWay>

/** Why the leg that begins at stop `index` has no way, and every smallest set of permissions that gives one. */
export function explainLeg(
  network: WayNetwork,
  stops: readonly PlacedStop[],
  index: number,
  options: RouteOptions,
): NoWay {
  const ends = [stops[index], stops[index + 1]] as [PlacedStop, PlacedStop]
  const everything: RouteOptions = {
    ...options,
    allowCrossing: true,
    allowDocumented: true,
    allowPresumed: true,
  }
  const offNetworkStops = ends.flatMap((stop, end) =>
    snapToRoad(network.graph, stop.position, everything, FARTHEST_OFF_ROAD_METRES) ? [] : [index + end],
  )
  if (offNetworkStops.length > 0) {
    return { ...NOTHING_KNOWN, reason: 'stop-off-network', offNetworkStops }
  }
  const gaps = findGaps(network, ends, options)
  const offers = findOffers(network, ends, options, gaps.smallestGap?.lengthMetres ?? 0)
  const closedBy = findClosures(network, ends, options)
  return {
    ...NOTHING_KNOWN,
    reason: closedBy.length > 0 ? 'closed' : offers.length > 0 ? 'needs-permission' : 'no-known-track',
    closedBy,
    acrossBorderStops: ends.flatMap((stop, end) => (isBeyond(network, stop, options) ? [index + end] : [])),
    ...gaps,
    offers,
  }
}

/** What closes the way of that day; nothing where there is none on any day. */
function findClosures(
  network: WayNetwork,
  [from, to]: readonly [PlacedStop, PlacedStop],
  options: RouteOptions,
): NoWay['closedBy'] {
  const start = snapStop(network, from, options)
  const end = snapStop(network, to, options)
  const closed = start && end ? explainClosed(network.graph, start, end, options) : null
  return (closed ?? []).map(({ cause, position }) => ({
    ...describeCause(cause),
    position: roundPosition(position),
    near: findNearSettlement(network, position),
  }))
}

/** Whether only the border stands between a stop and its road. */
function isBeyond(network: WayNetwork, stop: PlacedStop, options: RouteOptions): boolean {
  return (
    !snapStop(network, stop, options) && snapStop(network, stop, { ...options, allowCrossing: true }) !== null
  )
}

function findGaps(
  network: WayNetwork,
  [from, to]: readonly [PlacedStop, PlacedStop],
  options: RouteOptions,
): Pick<NoWay, 'smallestGap' | 'gapCount'> {
  const start = snapStop(network, from, options)
  const end = snapStop(network, to, options)
  if (!start || !end) return { smallestGap: null, gapCount: 0 }
  const { smallestGap, gaps } = explainNoWay(network.graph, start, end, options, network.settlements)
  return {
    smallestGap: smallestGap && {
      lengthMetres: smallestGap.lengthMetres,
      line: roundPositions(lineOf(network, smallestGap)),
      nearSettlement: smallestGap.nearSettlement,
    },
    gapCount: gaps.length,
  }
}

function lineOf({ graph }: WayNetwork, { gapId, position }: GapOnTheWay): Position[] {
  for (const [edge, { id }] of graph.gaps) if (id === gapId) return edgeLine(graph, edge)
  return [position, position]
}

function findOffers(
  network: WayNetwork,
  ends: readonly [PlacedStop, PlacedStop],
  options: RouteOptions,
  gapMetres: number,
): WayOffer[] {
  const isGiven: Record<Permission, boolean> = {
    crossing: options.allowCrossing,
    documented: options.allowDocumented,
    presumed: options.allowPresumed && options.maxPresumedMetres >= gapMetres,
  }
  const offers: WayOffer[] = []
  for (const allow of PERMISSION_SETS) {
    const isKnown = offers.some((offer) => offer.allow.every((permission) => allow.includes(permission)))
    if (isKnown || allow.some((permission) => isGiven[permission])) continue
    const offer = tryOffer(network, ends, options, allow, gapMetres)
    if (offer) offers.push(offer)
  }
  return offers
}

function tryOffer(
  network: WayNetwork,
  [from, to]: readonly [PlacedStop, PlacedStop],
  options: RouteOptions,
  allow: readonly Permission[],
  gapMetres: number,
): WayOffer | null {
  const presumedMetres = allow.includes('presumed') ? limitFor(gapMetres, options) : null
  const allowed: RouteOptions = {
    ...options,
    allowCrossing: options.allowCrossing || allow.includes('crossing'),
    allowDocumented: options.allowDocumented || allow.includes('documented'),
    allowPresumed: options.allowPresumed || allow.includes('presumed'),
    maxPresumedMetres: presumedMetres ?? options.maxPresumedMetres,
  }
  const start = snapStop(network, from, allowed)
  const end = snapStop(network, to, allowed)
  const route = start && end && findRoute(network.graph, start, end, allowed)
  if (!route) return null
  return { allow: [...allow], presumedMetres, lengthMetres: route.lengthMetres, seconds: route.seconds }
}

/** Just enough for the gap that decides, in round figures; what is allowed already where no gap is known to decide. */
function limitFor(gapMetres: number, options: RouteOptions): number {
  if (gapMetres === 0) return options.maxPresumedMetres
  return Math.min(LONGEST_GAP_METRES, Math.ceil(gapMetres / GAP_STEP_METRES) * GAP_STEP_METRES)
}
