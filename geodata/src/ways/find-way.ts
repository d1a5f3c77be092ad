import { arrivalRange } from '../road-network/arrival-range.ts'
import { findAlternatives } from '../road-network/find-alternatives.ts'
import { measureFuel } from '../road-network/measure-fuel.ts'
import { findRoute } from '../road-network/route.ts'
import { sharedMetres } from '../road-network/shared-metres.ts'
import type { Route, RouteOptions, RouteShare, SnappedPoint } from '../road-network/types.ts'
import { drawAll } from './draw-pieces.ts'
import { findPirogueWay, type PirogueQuestions } from './find-pirogue-way.ts'
import { snapStop } from './snap-stop.ts'
import { foundLeg, missingLeg } from './tell-leg.ts'
import { tellStop } from './tell-stop.ts'
import type { FoundWay, OtherFoundWay, PlacedStop, WayQuestion } from './types.ts'

export interface WayAsk<S = unknown> {
  by: RouteOptions['by']
  /** Tell other ways too, where there are just two stops. */
  alternatives: boolean
  /** For a way that takes a pirogue, where there are just two stops. */
  byPirogue: PirogueQuestions<S> | null
}

/**
 * The way along the stops in their order: each leg found on its own, sums only where every leg is found, and the cause
 * where one is not.
 *
 * Server and browser compute it with this one function, so that their answers are the same. Positions are rounded for
 * the map; lengths, times and litres are not.
 *
 * @param stops Two or more, in WGS 84.
 */
export function findWay<S>(
  question: WayQuestion<S>,
  stops: readonly PlacedStop[],
  ask: WayAsk<S>,
): FoundWay<S> {
  const { network } = question
  const { conditions } = question.options
  const options: RouteOptions = { ...question.options, by: ask.by }
  const snapped = stops.map((stop) => snapStop(network, stop, options))
  const ways = snapped
    .slice(1)
    .map((to, index) => waysOf(question, snapped[index], to, options, ask.alternatives && stops.length === 2))
  const routes = ways.map(([first]) => first ?? null)
  const found = routes.filter((route) => route !== null)
  const isWhole = found.length === routes.length
  const allPassages = found.flatMap(({ passages }) => passages)
  const fuel = measureFuel(network.graph, allPassages, conditions.vehicle)
  return {
    stops: stops.map((stop, index) => tellStop(question, stop, snapped[index] ?? null)),
    legs: routes.map((route, index) =>
      route ? foundLeg(question, route, index) : missingLeg(network, stops, index, options),
    ),
    lengthMetres: isWhole ? total(found, 'lengthMetres') : null,
    seconds: isWhole ? total(found, 'seconds') : null,
    byGrade: isWhole ? addShares(found.map(({ byGrade }) => byGrade)) : null,
    bySurface: isWhole ? addShares(found.map(({ bySurface }) => bySurface)) : null,
    litres: isWhole ? fuel.litres : null,
    byGround: isWhole ? fuel.byGround : null,
    crossingCount: found.reduce((count, { crossings }) => count + crossings.length, 0),
    pieces: drawAll(routes),
    p90Seconds: isWhole ? arrivalRange(network.graph, conditions, allPassages).p90Seconds : null,
    alternatives: ways.length === 1 ? otherWays(question, ways[0]!) : [],
    byPirogue:
      ask.byPirogue && stops.length === 2 ? findPirogueWay(ask.byPirogue, [stops[0]!, stops[1]!]) : null,
    state: question.state,
  }
}

/** The best way between two stops first; others only when they are asked for. */
function waysOf(
  { network: { graph } }: WayQuestion,
  from: SnappedPoint | null | undefined,
  to: SnappedPoint | null,
  options: RouteOptions,
  withOthers: boolean,
): Route[] {
  if (!from || !to) return []
  if (withOthers) return findAlternatives(graph, from, to, options)
  const route = findRoute(graph, from, to, options)
  return route ? [route] : []
}

function otherWays(
  { network: { graph }, options: { conditions } }: WayQuestion,
  [best, ...others]: readonly Route[],
): OtherFoundWay[] {
  if (!best) return []
  return others.map((other) => ({
    lengthMetres: other.lengthMetres,
    seconds: other.seconds,
    litres: measureFuel(graph, other.passages, conditions.vehicle).litres,
    p90Seconds: arrivalRange(graph, conditions, other.passages).p90Seconds,
    sharedShare: sharedMetres(graph, other.passages, [best.passages]) / other.lengthMetres,
    pieces: drawAll([other]),
  }))
}

function total(routes: readonly Route[], key: 'lengthMetres' | 'seconds'): number {
  return routes.reduce((sum, route) => sum + route[key], 0)
}

function addShares<K extends string>(parts: readonly Record<K, RouteShare>[]): Record<K, RouteShare> {
  const keys = Object.keys(parts[0] ?? {}) as K[]
  const sumOf = (key: K): RouteShare => ({
    lengthMetres: parts.reduce((sum, part) => sum + part[key].lengthMetres, 0),
    seconds: parts.reduce((sum, part) => sum + part[key].seconds, 0),
  })
  return Object.fromEntries(keys.map((key) => [key, sumOf(key)])) as Record<K, RouteShare>
}
