import type { Position } from '../geometry/position.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import { groundOf } from '../road-network/measure-fuel.ts'
import type { Ground } from '../road-network/road-codes.ts'
import { findCourse, findRoute } from '../road-network/route.ts'
import { snapToRoad } from '../road-network/snap.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import { type MeasuredWay, measureWay, type StatedOptions } from './measure-travel.ts'
import type { LegLine, WayTravel } from './mission-types.ts'

/** The course of a leg, how many metres of it lead over which ground, and over roads whose course nobody has drawn. */
export interface LegCourse extends LegLine {
  readonly groundMetres: Partial<Record<Ground, number>>
  readonly undrawnMetres: number
}

/** A vehicle under one state of the roads; a place on no road is null. */
export interface VehicleOnRoads {
  readonly options: StatedOptions
  readonly points: readonly (SnappedPoint | null)[]
}

/** The way of one vehicle. */
interface DrivenWay {
  readonly options: StatedOptions
  readonly points: readonly SnappedPoint[]
  readonly measured: MeasuredWay
}

/**
 * Vehicles that drive together from one place over points to another: as slow as the slowest, with the litres of all.
 *
 * @param vehicles Each with the places as snapped for it.
 * @param via Brought to the nearest road within 5 km. One that no road leads by, or that no way leads on from, is left out.
 * @returns null = no way between the two places.
 */
export function driveOver(
  graph: RoadGraph,
  vehicles: readonly VehicleOnRoads[],
  [from, to]: readonly [number, number],
  via: readonly Position[],
): { slowest: DrivenWay; travel: WayTravel } | null {
  let kept = via.map((_, index) => index)
  for (const vehicle of vehicles) kept = passable(graph, vehicle, [from, to], via, kept)
  const ways: DrivenWay[] = []
  for (const { options, points } of vehicles) {
    const [start, end] = [points[from], points[to]]
    if (!start || !end) return null
    const over = kept.map((index) => snapOnRoad(graph, via[index]!, options)!)
    const passed = [start, ...over, end]
    const measured = measureWay(graph, passed, options)
    if (!measured) return null
    ways.push({ options, points: passed, measured })
  }
  const slowest = ways.reduce((slow, one) => (one.measured.seconds > slow.measured.seconds ? one : slow))
  const { seconds, metres } = slowest.measured
  return {
    slowest,
    travel: {
      seconds,
      metres,
      p90Seconds: Math.max(...ways.map(({ measured }) => measured.p90Seconds)),
      litres: ways.reduce((sum, { measured }) => sum + measured.litres, 0),
      passes: via.map((_, index) => {
        const place = kept.indexOf(index)
        return place < 0 ? null : slowest.points[place + 1]!.snappedPosition
      }),
    },
  }
}

/** Which of the points a vehicle can pass by one after the other on its way. */
function passable(
  graph: RoadGraph,
  { options, points }: VehicleOnRoads,
  [from, to]: readonly [number, number],
  via: readonly Position[],
  asked: readonly number[],
): number[] {
  const [start, end] = [points[from], points[to]]
  if (!start || !end) return []
  const leads = (one: SnappedPoint, other: SnappedPoint) =>
    findCourse(graph, one, other, { ...options, by: 'time' }) !== null
  const kept: number[] = []
  let last = start
  for (const index of asked) {
    const point = snapOnRoad(graph, via[index]!, options)
    if (!point || !leads(last, point) || !leads(point, end)) continue
    kept.push(index)
    last = point
  }
  return kept
}

/** The place of a road that a point is passed by on. */
function snapOnRoad(graph: RoadGraph, position: Position, options: StatedOptions): SnappedPoint | null {
  const point = snapToRoad(graph, position, options)
  return point && { ...point, position: point.snappedPosition, offRoadMetres: 0 }
}

/** The drawn course of a way, with its ends off the road. */
export function lineOver(graph: RoadGraph, { options, points }: DrivenWay): LegCourse | null {
  const routes = points.slice(1).map((end, index) => {
    return findRoute(graph, points[index]!, end, { ...options, by: 'time' })!
  })
  const passages = routes.flatMap((route) => route.passages)
  const line = [points[0]!.position, ...passages.flatMap((each) => each.coordinates), points.at(-1)!.position]
  const coordinates = line.filter(([lon, lat], index) => {
    const before = line[index - 1]
    return !before || before[0] !== lon || before[1] !== lat
  })
  const groundMetres: Partial<Record<Ground, number>> = {}
  for (const { edge, lengthMetres } of passages) {
    const ground = groundOf(graph, edge)
    if (lengthMetres > 0) groundMetres[ground] = (groundMetres[ground] ?? 0) + lengthMetres
  }
  return {
    coordinates,
    crossings: routes.flatMap((route) => route.crossings),
    groundMetres,
    undrawnMetres: routes.reduce((sum, { byGrade }) => sum + byGrade.documented.lengthMetres, 0),
  }
}
