import { roundPosition } from '@borne/geodata/geometry/round-position'
import { arrivalRange } from '@borne/geodata/road-network/arrival-range'
import { connectOffRoad } from '@borne/geodata/road-network/connect-off-road'
import { describeTurns } from '@borne/geodata/road-network/describe-turns'
import { findAlternatives } from '@borne/geodata/road-network/find-alternatives'
import { findNearSettlement } from '@borne/geodata/road-network/places'
import { findRoute } from '@borne/geodata/road-network/route'
import { sharedMetres } from '@borne/geodata/road-network/shared-metres'
import type { Passage, Route, RouteOptions, SnappedPoint } from '@borne/geodata/road-network/types'
import type { VehicleProfile } from '@borne/geodata/road-state/types'
import type { RoadNetwork } from '../../platform/road-network.ts'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { OtherWay, Way, WayCrossing, WayLeg, WayShare, WayStop, WayTurn } from './contract.ts'
import { drawAll } from './draw-pieces.ts'
import { explainLeg } from './explain-leg.ts'
import { findPirogueWay, type PirogueQuestions } from './find-pirogue-way.ts'
import { NO_GRADES, NO_SURFACES } from './shares.ts'
import { type PlacedStop, snapStop } from './snap-stop.ts'

export type FoundWay = Omit<Way, 'computeMilliseconds' | 'attribution'>
type ByKey<K extends string> = Record<K, WayShare>

export interface WayAsk {
  by: RouteOptions['by']
  /** Tell other ways too, where there are just two stops. */
  alternatives: boolean
  /** For a way that takes a pirogue, where there are just two stops. */
  byPirogue: PirogueQuestions | null
}

/** The way along the stops in their order: each leg found on its own, sums only where every leg is found. */
export function findWay(question: RoadQuestion, stops: readonly PlacedStop[], ask: WayAsk): FoundWay {
  const { network } = question
  const options: RouteOptions = { ...question.options, by: ask.by }
  const snapped = stops.map((stop) => snapStop(network, stop, options))
  const ways = snapped
    .slice(1)
    .map((to, index) => waysOf(network, snapped[index], to, options, ask, stops.length))
  const routes = ways.map(([first]) => first ?? null)
  const found = routes.filter((route) => route !== null)
  const isWhole = found.length === routes.length
  const allPassages = found.flatMap(({ passages }) => passages)
  return {
    stops: stops.map((stop, index) => describeStop(question, stop, snapped[index] ?? null)),
    legs: routes.map((route, index) =>
      route ? foundLeg(question, route, index) : missingLeg(network, stops, index, options),
    ),
    lengthMetres: isWhole ? total(found, 'lengthMetres') : null,
    seconds: isWhole ? total(found, 'seconds') : null,
    byGrade: isWhole ? addShares(found.map(({ byGrade }) => byGrade)) : null,
    bySurface: isWhole ? addShares(found.map(({ bySurface }) => bySurface)) : null,
    crossingCount: found.reduce((count, { crossings }) => count + crossings.length, 0),
    pieces: drawAll(routes),
    p90Seconds: isWhole ? tellArrival(question, allPassages).p90Seconds : null,
    alternatives: ways.length === 1 ? otherWays(question, ways[0]!) : [],
    byPirogue:
      ask.byPirogue && stops.length === 2 ? findPirogueWay(ask.byPirogue, [stops[0]!, stops[1]!]) : null,
    state: question.state,
  }
}

/** The best way between two stops first; others only when they are asked for. */
function waysOf(
  { graph }: RoadNetwork,
  from: SnappedPoint | null | undefined,
  to: SnappedPoint | null,
  options: RouteOptions,
  ask: WayAsk,
  stopCount: number,
): Route[] {
  if (!from || !to) return []
  if (ask.alternatives && stopCount === 2) return findAlternatives(graph, from, to, options)
  const route = findRoute(graph, from, to, options)
  return route ? [route] : []
}

function otherWays(question: RoadQuestion, [best, ...others]: readonly Route[]): OtherWay[] {
  if (!best) return []
  return others.map((other) => ({
    lengthMetres: other.lengthMetres,
    seconds: other.seconds,
    p90Seconds: tellArrival(question, other.passages).p90Seconds,
    sharedShare: sharedMetres(question.network.graph, other.passages, [best.passages]) / other.lengthMetres,
    pieces: drawAll([other]),
  }))
}

function describeStop(
  { network, vehicle }: RoadQuestion,
  stop: PlacedStop,
  snapped: SnappedPoint | null,
): WayStop {
  return {
    ...stop,
    near: findNearSettlement(network, stop.position),
    snappedPosition: snapped ? roundPosition(snapped.snappedPosition) : null,
    offRoadMetres: snapped ? Math.round(snapped.offRoadMetres) : null,
    connector: snapped && snapped.offRoadMetres > ON_ROAD_METRES ? tellConnector(snapped, vehicle) : null,
  }
}

function foundLeg(question: RoadQuestion, route: Route, index: number): WayLeg {
  const { network } = question
  return {
    fromStop: index,
    toStop: index + 1,
    lengthMetres: route.lengthMetres,
    seconds: route.seconds,
    byGrade: route.byGrade,
    bySurface: route.bySurface,
    ...tellArrival(question, route.passages),
    turns: tellTurns(question, route),
    crossings: route.crossings.map(
      ({ position, fromIso3, toIso3, byFerry }): WayCrossing => ({
        position: roundPosition(position),
        from: fromIso3,
        to: toIso3,
        byFerry,
        near: findNearSettlement(network, position),
      }),
    ),
    noWay: null,
  }
}

function missingLeg(
  network: RoadNetwork,
  stops: readonly PlacedStop[],
  index: number,
  options: RouteOptions,
): WayLeg {
  return {
    fromStop: index,
    toStop: index + 1,
    lengthMetres: null,
    seconds: null,
    byGrade: NO_GRADES,
    bySurface: NO_SURFACES,
    p90Seconds: null,
    taught: null,
    turns: [],
    crossings: [],
    noWay: explainLeg(network, stops, index, options),
  }
}

function tellTurns({ network, options, vehicle }: RoadQuestion, route: Route): WayTurn[] {
  const offRoad = { start: connectOffRoad(route.from, vehicle), end: connectOffRoad(route.to, vehicle) }
  return describeTurns(network.graph, route, options, offRoad).map((turn) => ({
    ...turn,
    position: roundPosition(turn.position),
  }))
}

/** Nearer than this a stop lies on the road. */
const ON_ROAD_METRES = 5

function tellConnector(snapped: SnappedPoint, vehicle: VehicleProfile): WayStop['connector'] {
  const { lengthMetres, seconds, isTooLong } = connectOffRoad(snapped, vehicle)
  return { lengthMetres, seconds: Number.isFinite(seconds) ? seconds : null, isTooLong }
}

function tellArrival({ network, options }: RoadQuestion, passages: readonly Passage[]) {
  const { p90Seconds, taughtShare, leastPassages } = arrivalRange(network.graph, options.conditions, passages)
  return { p90Seconds, taught: { share: taughtShare, leastPassages } }
}

function total(routes: readonly Route[], key: 'lengthMetres' | 'seconds'): number {
  return routes.reduce((sum, route) => sum + route[key], 0)
}

function addShares<K extends string>(parts: readonly ByKey<K>[]): ByKey<K> {
  const keys = Object.keys(parts[0] ?? {}) as K[]
  const sumOf = (key: K): WayShare => ({
    lengthMetres: parts.reduce((sum, part) => sum + part[key].lengthMetres, 0),
    seconds: parts.reduce((sum, part) => sum + part[key].seconds, 0),
  })
  return Object.fromEntries(keys.map((key) => [key, sumOf(key)])) as ByKey<K>
}
