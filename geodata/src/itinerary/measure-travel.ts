import { arrivalRange } from '../road-network/arrival-range.ts'
import { connectOffRoad } from '../road-network/connect-off-road.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import { measureFuel } from '../road-network/measure-fuel.ts'
import { prepare } from '../road-network/prepared.ts'
import { type Course, findCourse } from '../road-network/route.ts'
import type { NetworkOptions, Passage, SnappedPoint } from '../road-network/types.ts'
import type { RoadConditions } from '../road-state/conditions.ts'
import type { DayTravel, WayTravel } from './mission-types.ts'

export type StatedOptions = NetworkOptions & { readonly conditions: RoadConditions }
type Stretch = Pick<Passage, 'edge' | 'seconds' | 'lengthMetres'>

/**
 * Travel of one vehicle between all places on the quickest ways, with what lies between a place and its road.
 *
 * Each cell is that of its way: length and litres are not those of another, shorter one. Nine journeys of ten take less than
 * `p90Seconds`, by the spreads of the roads (`arrivalRange`); off the road the same share is added.
 *
 * @param points As snapped for this vehicle and day; null = on no road, so there is no way.
 * @returns Seconds, metres and litres, `points.length` squared, row by row; `Infinity` = no way, 0 from a place to itself.
 */
export function measureTravel(
  graph: RoadGraph,
  points: readonly (SnappedPoint | null)[],
  options: StatedOptions,
): DayTravel {
  const travel = noTravel(points.length)
  // All ways are asked for: then the weights are worth making.
  prepare(graph, options, 'time')
  for (const [from, start] of points.entries()) {
    for (const [to, end] of points.entries()) {
      const way = from !== to && start && end ? measureWay(graph, [start, end], options) : null
      if (!way) continue
      const cell = from * points.length + to
      travel.seconds[cell] = way.seconds
      travel.p90Seconds[cell] = way.p90Seconds
      travel.metres[cell] = way.metres
      travel.litres[cell] = way.litres
    }
  }
  return travel
}

/** Travel over one way. */
export type MeasuredWay = Omit<WayTravel, 'passes'>

/**
 * The quickest way of one vehicle from the first point over the others to the last, as a cell of `measureTravel`. What lies
 * off the road counts at both ends; points between them are passed by on the road.
 *
 * @param points Two at least.
 * @returns null = no way from one of the points to the next, or an end too far from its road.
 */
export function measureWay(
  graph: RoadGraph,
  points: readonly SnappedPoint[],
  options: StatedOptions,
): MeasuredWay | null {
  const { vehicle } = options.conditions
  const ends = [points[0]!, points.at(-1)!].map((point) => connectOffRoad(point, vehicle))
  if (ends.some(({ isTooLong }) => isTooLong)) return null
  const stretches: Stretch[] = []
  for (const [index, end] of points.slice(1).entries()) {
    const start = points[index]!
    const course = findCourse(graph, start, end, { ...options, by: 'time' })
    if (!course) return null
    for (const stretch of stretchesOf(graph, { start, end }, course, options)) append(stretches, stretch)
  }
  const { p50Seconds, p90Seconds } = arrivalRange(graph, options.conditions, stretches)
  const offSeconds = sum(ends.map(({ seconds }) => seconds))
  const offMetres = sum(ends.map(({ lengthMetres }) => lengthMetres))
  return {
    seconds: p50Seconds + offSeconds,
    p90Seconds: p90Seconds + offSeconds * (p50Seconds > 0 ? p90Seconds / p50Seconds : 1),
    metres: offMetres + sum(stretches.map(({ lengthMetres }) => lengthMetres)),
    litres:
      (measureFuel(graph, stretches, vehicle).litres ?? 0) +
      (offMetres / 100_000) * vehicle.litresPer100KmByGround.unknown,
  }
}

/** An edge that a point between divides is one stretch: its parts are slow on the same day. */
function append(stretches: Stretch[], { edge, seconds, lengthMetres }: Stretch): void {
  const last = stretches.at(-1)
  if (last?.edge !== edge) stretches.push({ edge, seconds, lengthMetres })
  else {
    stretches[stretches.length - 1] = {
      edge,
      seconds: last.seconds + seconds,
      lengthMetres: last.lengthMetres + lengthMetres,
    }
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function noTravel(places: number): DayTravel {
  const cells = () => {
    const matrix = new Float64Array(places * places).fill(Infinity)
    for (let place = 0; place < places; place++) matrix[place * places + place] = 0
    return matrix
  }
  return { seconds: cells(), p90Seconds: cells(), metres: cells(), litres: cells() }
}

function stretchesOf(
  graph: RoadGraph,
  { start, end }: { start: SnappedPoint; end: SnappedPoint },
  course: Course | 'direct',
  { conditions }: StatedOptions,
): Stretch[] {
  const stretch = (edge: number, share: number): Stretch => ({
    edge,
    seconds: Math.round(share * conditions.edgeCentiseconds[edge]!) / 100,
    lengthMetres: share * graph.edgeLengthMetres[edge]!,
  })
  if (course === 'direct') return [stretch(start.edge, Math.abs(end.fraction - start.fraction))]
  return [
    stretch(start.edge, Math.abs(course.start.fraction - start.fraction)),
    ...course.arcs.map((arc) => stretch(graph.arcEdge[arc]!, 1)),
    stretch(end.edge, Math.abs(end.fraction - course.end.fraction)),
  ]
}

/**
 * Travel of vehicles that drive together: as slow as the slowest, which tells the way too, with the litres of all.
 *
 * @param travels One for each vehicle, between the same places.
 * @throws RangeError without a vehicle.
 */
export function travelTogether(travels: readonly DayTravel[]): DayTravel {
  const [first, ...others] = travels
  if (!first) throw new RangeError('no vehicle')
  const joined: DayTravel = {
    seconds: first.seconds.slice(),
    p90Seconds: first.p90Seconds.slice(),
    metres: first.metres.slice(),
    litres: first.litres.slice(),
  }
  for (const other of others) {
    for (let cell = 0; cell < joined.seconds.length; cell++) {
      if (other.seconds[cell]! > joined.seconds[cell]!) {
        joined.seconds[cell] = other.seconds[cell]!
        joined.metres[cell] = other.metres[cell]!
      }
      joined.p90Seconds[cell] = Math.max(joined.p90Seconds[cell]!, other.p90Seconds[cell]!)
      joined.litres[cell]! += other.litres[cell]!
    }
  }
  return joined
}

/** Whether travel of one vehicle under two states of the roads is the same: then what was measured on one day holds on another. */
export function isSameTravel(one: RoadConditions, other: RoadConditions): boolean {
  return (
    one.vehicle.id === other.vehicle.id &&
    one.used.groundState === other.used.groundState &&
    one.learned.size === other.learned.size &&
    one.cuts.size === other.cuts.size &&
    one.edgeCentiseconds.every((time, edge) => time === other.edgeCentiseconds[edge]) &&
    [...one.cuts].every(([edge, intervals]) => isSameCut(intervals, other.cuts.get(edge))) &&
    [...one.learned].every(([edge, { logSpread }]) => logSpread === other.learned.get(edge)?.logSpread)
  )
}

type Cut = readonly (readonly [number, number])[]

function isSameCut(one: Cut, other: Cut | undefined): boolean {
  return (
    one.length === other?.length &&
    one.every(([from, to], index) => from === other[index]![0] && to === other[index]![1])
  )
}
