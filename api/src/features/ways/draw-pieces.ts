import { roundPositions } from '@borne/geodata/geometry/round-position'
import type { Route } from '@borne/geodata/road-network/types'
import type { Way, WayPiece } from './contract.ts'

/** The pieces of some ways as lines, numbered by way; those without length are left out. */
export function drawAll(routes: readonly (Route | null)[]): Way['pieces'] {
  return {
    type: 'FeatureCollection',
    features: routes.flatMap((route, leg) => (route ? drawPieces(route, leg) : [])),
  }
}

function drawPieces(route: Route, leg: number) {
  return route.pieces
    .filter(({ lengthMetres }) => lengthMetres > 0)
    .map(({ grade, surface, highway, isAbroad, level, coordinates }) => ({
      type: 'Feature' as const,
      geometry: { type: 'LineString' as const, coordinates: roundPositions(coordinates) },
      properties: { leg, grade, surface, highway, isAbroad, level } satisfies WayPiece,
    }))
}
