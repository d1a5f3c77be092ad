import { roundPositions } from '../geometry/round-position.ts'
import type { Route } from '../road-network/types.ts'
import type { DrawnPiece, DrawnPieces } from './types.ts'

/** The pieces of some ways as lines, numbered by way; those without length are left out. */
export function drawAll(routes: readonly (Route | null)[]): DrawnPieces {
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
      properties: { leg, grade, surface, highway, isAbroad, level } satisfies DrawnPiece,
    }))
}
