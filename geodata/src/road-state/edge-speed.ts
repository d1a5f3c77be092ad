import type { RoadGraph } from '../road-network/graph.ts'
import { GROUNDS, type Ground, HIGHWAYS, type Highway } from '../road-network/road-codes.ts'
import { DOCUMENTED_KMH, isTrackLike } from '../road-network/speeds.ts'
import type { VehicleProfile } from './types.ts'

/** Classes that are taken to be paved where no tag says what they are made of. */
const ASSUMED_PAVED: ReadonlySet<Highway> = new Set(['motorway', 'trunk', 'primary', 'secondary'])

/** What an edge is made of: as told by its tag, else assumed from its class. */
export function groundOf(graph: RoadGraph, edge: number): { ground: Ground; isKnown: boolean } {
  const ground = GROUNDS[graph.edgeGround[edge]!]!
  if (ground !== 'unknown') return { ground, isKnown: true }
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  if (highway === 'ferry' || highway === 'river') return { ground: 'water', isKnown: false }
  return { ground: ASSUMED_PAVED.has(highway) ? 'paved' : 'earth', isKnown: false }
}

/** Whether an edge counts as a track for the calendars. */
export function isTrack(graph: RoadGraph, edge: number): boolean {
  return isTrackLike(HIGHWAYS[graph.edgeHighway[edge]!]!)
}

/**
 * Speed of a vehicle on an edge before anything that happens on the day, km/h.
 *
 * Class × ground × `tracktype` × `smoothness`, at most the edge's `maxspeed` and the vehicle's top speed. Where the
 * ground is only assumed, the class's own speed already speaks of it: only the wet factor applies.
 *
 * @param isWet Whether unpaved ground is wet.
 * @returns 0 where the vehicle cannot go.
 */
export function edgeKmh(graph: RoadGraph, edge: number, vehicle: VehicleProfile, isWet: boolean): number {
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  if (highway === 'ferry') return vehicle.ferry?.kmh ?? 0
  const wetFactor = (ground: Ground) => (isWet && ground !== 'paved' ? vehicle.byGround[ground].wet : 1)
  const grade = graph.edgeGrade[edge]!
  const classKmh = vehicle.kmhByHighway[highway] ?? 0
  if (grade === 2) return classKmh * wetFactor('earth')
  if (grade === 1) return Math.min(DOCUMENTED_KMH, classKmh) * wetFactor('earth')
  const { ground, isKnown } = groundOf(graph, edge)
  const kmh = classKmh * (isKnown ? vehicle.byGround[ground].dry : 1) * wetFactor(ground)
  const most = graph.edgeMaxKmh[edge]! || Infinity
  return Math.min(kmh * qualityFactor(graph.edgeQuality[edge]!, vehicle), most, vehicle.topKmh)
}

function qualityFactor(quality: number, vehicle: VehicleProfile): number {
  const trackGrade = quality & 0b111
  const smoothness = (quality >> 3) & 0b1111
  return (
    (trackGrade > 0 ? vehicle.byTrackGrade[trackGrade - 1]! : 1) *
    (smoothness > 0 ? vehicle.bySmoothness[smoothness - 1]! : 1)
  )
}
