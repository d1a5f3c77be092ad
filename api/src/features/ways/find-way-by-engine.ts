import { roundPositions } from '@borne/geodata/geometry/round-position'
import { findNearSettlement } from '@borne/geodata/road-network/places'
import { NO_GRADES, NO_GROUNDS, NO_SURFACES } from '@borne/geodata/ways/shares'
import type { FoundWay, PlacedStop } from '@borne/geodata/ways/types'
import type { RoadEngine } from '../../platform/road-engine.ts'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { NoWay, StateUsed, WayLeg } from './contract.ts'

const UNEXPLAINED: NoWay = {
  reason: 'no-known-track',
  closedBy: [],
  offNetworkStops: [],
  acrossBorderStops: [],
  smallestGap: null,
  gapCount: 0,
  offers: [],
}

/**
 * The way as an engine of another make finds it: lengths, times and lines. What it cannot tell is left empty, and the
 * state that comes with the answer says so.
 */
export async function findWayByEngine(
  engine: RoadEngine,
  { network, state, engineQuestion }: RoadQuestion,
  stops: readonly PlacedStop[],
): Promise<FoundWay<StateUsed>> {
  const routes = []
  for (let i = 1; i < stops.length; i++) {
    routes.push(await engine.findRoute(stops[i - 1]!.position, stops[i]!.position, engineQuestion))
  }
  const found = routes.filter((route) => route !== null)
  const isWhole = found.length === routes.length
  const sum = (key: 'lengthMetres' | 'seconds') =>
    isWhole ? found.reduce((total, route) => total + route[key], 0) : null
  return {
    stops: stops.map((stop) => ({
      ...stop,
      near: findNearSettlement(network, stop.position),
      snappedPosition: null,
      offRoadMetres: null,
      connector: null,
    })),
    legs: routes.map(
      (route, index): WayLeg => ({
        fromStop: index,
        toStop: index + 1,
        lengthMetres: route?.lengthMetres ?? null,
        seconds: route?.seconds ?? null,
        byGrade: NO_GRADES,
        bySurface: NO_SURFACES,
        litres: null,
        byGround: NO_GROUNDS,
        p90Seconds: null,
        taught: null,
        crossings: [],
        turns: [],
        noWay: route ? null : UNEXPLAINED,
      }),
    ),
    lengthMetres: sum('lengthMetres'),
    seconds: sum('seconds'),
    byGrade: null,
    bySurface: null,
    litres: null,
    byGround: null,
    crossingCount: 0,
    pieces: {
      type: 'FeatureCollection',
      features: routes.flatMap((route, leg) =>
        route
          ? [
              {
                type: 'Feature' as const,
                geometry: { type: 'LineString' as const, coordinates: roundPositions(route.coordinates) },
                properties: {
                  leg,
                  grade: 'mapped' as const,
                  surface: 'road' as const,
                  highway: 'road',
                  isAbroad: false,
                  level: 'open' as const,
                },
              },
            ]
          : [],
      ),
    },
    p90Seconds: null,
    alternatives: [],
    byPirogue: null,
    state: { ...state, engine: { name: engine.name, limits: [...engine.limits] } },
  }
}
