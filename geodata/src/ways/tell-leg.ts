import { roundPosition } from '../geometry/round-position.ts'
import { arrivalRange } from '../road-network/arrival-range.ts'
import { connectOffRoad } from '../road-network/connect-off-road.ts'
import { describeTurns, type Turn } from '../road-network/describe-turns.ts'
import { measureFuel } from '../road-network/measure-fuel.ts'
import { findNearSettlement } from '../road-network/places.ts'
import type { Route, RouteOptions } from '../road-network/types.ts'
import { explainLeg } from './explain-leg.ts'
import { NO_GRADES, NO_GROUNDS, NO_SURFACES } from './shares.ts'
import type { FoundLeg, PlacedStop, ToldCrossing, WayNetwork, WayQuestion } from './types.ts'

/** The leg that begins at stop `index`, as answers tell it. */
export function foundLeg(question: WayQuestion, route: Route, index: number): FoundLeg {
  const { network, options } = question
  const { conditions } = options
  const { p90Seconds, taughtShare, leastPassages } = arrivalRange(network.graph, conditions, route.passages)
  return {
    fromStop: index,
    toStop: index + 1,
    lengthMetres: route.lengthMetres,
    seconds: route.seconds,
    byGrade: route.byGrade,
    bySurface: route.bySurface,
    ...measureFuel(network.graph, route.passages, conditions.vehicle),
    p90Seconds,
    taught: { share: taughtShare, leastPassages },
    turns: tellTurns(question, route),
    crossings: route.crossings.map(
      ({ position, fromIso3, toIso3, byFerry }): ToldCrossing => ({
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

/** The same where no way was found, with the cause. */
export function missingLeg(
  network: WayNetwork,
  stops: readonly PlacedStop[],
  index: number,
  options: RouteOptions,
): FoundLeg {
  return {
    fromStop: index,
    toStop: index + 1,
    lengthMetres: null,
    seconds: null,
    byGrade: NO_GRADES,
    bySurface: NO_SURFACES,
    litres: null,
    byGround: NO_GROUNDS,
    p90Seconds: null,
    taught: null,
    turns: [],
    crossings: [],
    noWay: explainLeg(network, stops, index, options),
  }
}

function tellTurns({ network, options }: WayQuestion, route: Route): Turn[] {
  const { vehicle } = options.conditions
  const offRoad = { start: connectOffRoad(route.from, vehicle), end: connectOffRoad(route.to, vehicle) }
  return describeTurns(network.graph, route, options, offRoad).map((turn) => ({
    ...turn,
    position: roundPosition(turn.position),
  }))
}
