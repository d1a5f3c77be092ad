import { readFileSync } from 'node:fs'
import type { ShiftProblem } from '@borne/geodata/itinerary/types'

const FOLDER = new URL('../fixtures/tsplib/', import.meta.url)
/** More than any detour: no node is left out to save way. */
const DROP_COST = 1e7

/** Proven optimal lengths by name. */
export function optima(): Record<string, number> {
  return JSON.parse(readFileSync(new URL('optima.json', FOLDER), 'utf8')) as Record<string, number>
}

/** An instance as one team's one endless day that starts and ends at the first node. */
export function tsplibProblem(name: string): ShiftProblem {
  const lines = readFileSync(new URL(`${name}.tsp`, FOLDER), 'utf8').split('\n')
  const nodes = lines.slice(lines.findIndex((line) => line.startsWith('NODE_COORD_SECTION')) + 1)
  const points = nodes
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(({ length }) => length === 3)
  const places = points.length
  const costs = Float64Array.from({ length: places * places }, (_, leg) => {
    const [from, to] = [points[Math.floor(leg / places)]!, points[leg % places]!]
    return Math.round(Math.hypot(from[1]! - to[1]!, from[2]! - to[2]!))
  })
  return {
    places,
    matrices: [{ seconds: costs, costs }],
    stops: points.slice(1).map((_, index) => ({
      place: index + 1,
      serviceSeconds: 0,
      windows: [],
      dropCost: DROP_COST,
      demand: 0,
      shifts: null,
      after: null,
    })),
    shifts: [
      {
        team: 0,
        matrix: 0,
        opens: 0,
        closes: Infinity,
        capacity: Infinity,
        maxDriveSeconds: Infinity,
        startPlace: 0,
        endPlaces: [0],
      },
    ],
  }
}
