import type { GraphEdge } from './graph.ts'
import type { RoadGrade, Surface } from './types.ts'

/**
 * Speeds of a 4×4 in the dry season, km/h, by OSM class.
 *
 * trunk … residential, service, living_street are OSRM's car profile (`profiles/car.lua`: 85, 65, 55, 40, 25, 25, 15, 10).
 * OSRM gives no speed to an untagged track; 20 is its value for `tracktype=grade4`. path and pedestrian are our own
 * assumption: footways wide enough for a 4×4 at walking pace and a little more. The data carry no surface, no width
 * and no season, so none of these has been measured here: replace them when GPS tracks of missions tell better.
 */
const CLASS_KMH: Readonly<Record<string, number>> = {
  trunk: 85,
  primary: 65,
  secondary: 55,
  tertiary: 40,
  unclassified: 25,
  residential: 25,
  service: 15,
  living_street: 10,
  track: 20,
  path: 8,
  pedestrian: 8,
}

/** Of a class that is not in the table: OSRM's `default`. */
const OTHER_KMH = 10
/** OSRM's ferry speed. */
export const FERRY_KMH = 5
/** Waiting, loading and landing of one crossing. Assumption: motor pirogues and small ferries leave when full. */
export const FERRY_WAIT_SECONDS = 30 * 60
/** Documented roads are under works and of unknown course: assumed slower than an unclassified road. */
const DOCUMENTED_KMH = 20
/** Across a gap of the map nothing is known: assumed walking pace of a 4×4 off the road. */
const PRESUMED_KMH = 5

/** Speed on a stretch, km/h. */
export function speedKmh(edge: Pick<GraphEdge, 'highway' | 'grade' | 'isFerry'>): number {
  if (edge.isFerry) return FERRY_KMH
  if (edge.grade === 'documented') return DOCUMENTED_KMH
  if (edge.grade === 'presumed') return PRESUMED_KMH
  return CLASS_KMH[edge.highway] ?? OTHER_KMH
}

/** Seconds under way on a stretch, without the waiting for a ferry. */
export function drivingSeconds(edge: GraphEdge): number {
  return (edge.lengthMetres * 3.6) / speedKmh(edge)
}

/** Whether a class is built or used as a road, or is a track. A presumed connector counts as a track. */
export function surfaceOf(highway: string, grade: RoadGrade, isFerry: boolean): Surface {
  if (isFerry) return 'ferry'
  if (grade === 'presumed') return 'track'
  return highway === 'track' || highway === 'path' ? 'track' : 'road'
}

/** Classes that an import takes as roads. */
export const ROAD_CLASSES: ReadonlySet<string> = new Set([...Object.keys(CLASS_KMH), 'ferry'])
