import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShiftProblem } from '@borne/geodata/itinerary/types'

/** More than any detour: no node is left out to save way. */
const DROP_COST = 1e7

/**
 * Proven optimal lengths of the 41 symmetric instances with 51 to 442 nodes in the plane (`EUC_2D`), distances rounded to
 * whole numbers as the library says: Reinelt (1991), TSPLIB, ORSA Journal on Computing 3(4), 376–384. `linhp318`, a path
 * with a fixed edge, is left out.
 */
export const OPTIMA: Readonly<Record<string, number>> = {
  a280: 2579,
  berlin52: 7542,
  bier127: 118282,
  ch130: 6110,
  ch150: 6528,
  d198: 15780,
  eil101: 629,
  eil51: 426,
  eil76: 538,
  fl417: 11861,
  gil262: 2378,
  kroA100: 21282,
  kroA150: 26524,
  kroA200: 29368,
  kroB100: 22141,
  kroB150: 26130,
  kroB200: 29437,
  kroC100: 20749,
  kroD100: 21294,
  kroE100: 22068,
  lin105: 14379,
  lin318: 42029,
  pcb442: 50778,
  pr107: 44303,
  pr124: 59030,
  pr136: 96772,
  pr144: 58537,
  pr152: 73682,
  pr226: 80369,
  pr264: 49135,
  pr299: 48191,
  pr439: 107217,
  pr76: 108159,
  rat195: 2323,
  rat99: 1211,
  rd100: 7910,
  rd400: 15281,
  st70: 675,
  ts225: 126643,
  tsp225: 3916,
  u159: 42080,
}

/**
 * An instance as one team's one endless day that starts and ends at the first node.
 *
 * @param folder Where the files of the library lie, in its text format: `berlin52.tsp` and so on.
 */
export function tsplibProblem(folder: string, name: string): ShiftProblem {
  const lines = readFileSync(join(folder, `${name}.tsp`), 'utf8').split('\n')
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
