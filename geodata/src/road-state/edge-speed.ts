import { GRADES, type RoadGraph } from '../road-network/graph.ts'
import { GROUNDS, type Ground, HIGHWAYS, type Highway } from '../road-network/road-codes.ts'
import { DOCUMENTED_KMH, isTrackLike } from '../road-network/speeds.ts'
import type { RoadGrade } from '../road-network/types.ts'
import type { VehicleProfile } from './types.ts'

/** Classes that are taken to be paved where no tag says what they are made of. */
const ASSUMED_PAVED: ReadonlySet<Highway> = new Set(['motorway', 'trunk', 'primary', 'secondary'])

/** Whether an edge counts as a track for the calendars. */
export function isTrack(graph: RoadGraph, edge: number): boolean {
  return isTrackLike(HIGHWAYS[graph.edgeHighway[edge]!]!)
}

/**
 * Speed of a vehicle on the edges before anything that happens on the day, km/h.
 *
 * Class × ground × `tracktype` × `smoothness`, at most the edge's `maxspeed` and the vehicle's top speed. Where the
 * ground is only assumed, the class's own speed already speaks of it: only the wet factor applies.
 *
 * @param isWet Whether unpaved ground is wet.
 * @returns By edge index; 0 where the vehicle cannot go.
 */
export function speedsOf(
  graph: RoadGraph,
  vehicle: VehicleProfile,
  isWet: boolean,
): (edge: number) => number {
  const { edgeHighway, edgeGround, edgeGrade } = graph
  const table = speedTable(vehicle, isWet)
  return (edge) =>
    limited(graph, edge, vehicle, table[placeOf(edgeHighway[edge]!, edgeGround[edge]!, edgeGrade[edge]!)]!)
}

/** The same on one edge: for a few of them. */
export function edgeKmh(graph: RoadGraph, edge: number, vehicle: VehicleProfile, isWet: boolean): number {
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  const ground = GROUNDS[graph.edgeGround[edge]!]!
  const grade = GRADES[graph.edgeGrade[edge]!]!
  return limited(graph, edge, vehicle, kmhOn(vehicle, isWet, highway, ground, grade))
}

function limited(graph: RoadGraph, edge: number, vehicle: VehicleProfile, kmh: number): number {
  if (graph.edgeGrade[edge] !== MAPPED || graph.edgeHighway[edge] === FERRY) return kmh
  const quality = graph.edgeQuality[edge]!
  const most = Math.min(graph.edgeMaxKmh[edge]! || Infinity, vehicle.topKmh)
  return Math.min(quality === 0 ? kmh : kmh * qualityFactor(quality, vehicle), most)
}

const FERRY = HIGHWAYS.indexOf('ferry')
const MAPPED = GRADES.indexOf('mapped')

function placeOf(highway: number, ground: number, grade: number): number {
  return (highway * GROUNDS.length + ground) * GRADES.length + grade
}

/** Speeds by class, ground and grade. */
function speedTable(vehicle: VehicleProfile, isWet: boolean): Float64Array {
  const table = new Float64Array(HIGHWAYS.length * GROUNDS.length * GRADES.length)
  HIGHWAYS.forEach((highway, h) => {
    GROUNDS.forEach((ground, g) => {
      GRADES.forEach((grade, i) => {
        table[placeOf(h, g, i)] = kmhOn(vehicle, isWet, highway, ground, grade)
      })
    })
  })
  return table
}

/** Speed on a class of road, its ground told or `unknown`. */
export function kmhOn(
  vehicle: VehicleProfile,
  isWet: boolean,
  highway: Highway,
  told: Ground,
  grade: RoadGrade,
): number {
  if (highway === 'ferry') return vehicle.ferry?.kmh ?? 0
  const wetFactor = (ground: Ground) => (isWet && ground !== 'paved' ? vehicle.byGround[ground].wet : 1)
  const classKmh = vehicle.kmhByHighway[highway] ?? 0
  if (grade === 'presumed') return classKmh * wetFactor('earth')
  if (grade === 'documented') return Math.min(DOCUMENTED_KMH, classKmh) * wetFactor('earth')
  const ground = told === 'unknown' ? assumedGround(highway) : told
  return classKmh * (told === 'unknown' ? 1 : vehicle.byGround[told].dry) * wetFactor(ground)
}

function assumedGround(highway: Highway): Ground {
  if (highway === 'river') return 'water'
  return ASSUMED_PAVED.has(highway) ? 'paved' : 'earth'
}

function qualityFactor(quality: number, vehicle: VehicleProfile): number {
  const trackGrade = quality & 0b111
  const smoothness = (quality >> 3) & 0b1111
  return (
    (trackGrade > 0 ? vehicle.byTrackGrade[trackGrade - 1]! : 1) *
    (smoothness > 0 ? vehicle.bySmoothness[smoothness - 1]! : 1)
  )
}
