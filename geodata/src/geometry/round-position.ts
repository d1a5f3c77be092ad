import type { Position } from './position.ts'

/** The position to five decimals: about a metre, finer than any line of the map. */
export function roundPosition([lon, lat]: Position): Position {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}

/** A line to five decimals, `roundPosition`. */
export function roundPositions(positions: readonly Position[]): Position[] {
  return positions.map(roundPosition)
}
