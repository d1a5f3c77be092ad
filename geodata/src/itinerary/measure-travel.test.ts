import { expect, test } from 'vitest'
import { arrivalRange } from '../road-network/arrival-range.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { measureFuel } from '../road-network/measure-fuel.ts'
import { AT_HOME, at, pointOn, road } from '../road-network/road.fixture.ts'
import { findRoute } from '../road-network/route.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import type { RoadClosure, VehicleProfile } from '../road-state/types.ts'
import { isSameTravel, measureTravel, travelTogether } from './measure-travel.ts'

/** A short track and a longer road from node 1 to node 3, and a stretch that leads nowhere else. */
const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 3, coordinates: [at(0, 0), at(1, 0)] }),
    road({
      id: 2,
      u: 1,
      v: 2,
      highway: 'secondary',
      coordinates: [at(0, 0), at(0.6, 1)],
      lengthMetres: 1300,
    }),
    road({
      id: 3,
      u: 2,
      v: 3,
      highway: 'secondary',
      coordinates: [at(0.6, 1), at(1, 0)],
      lengthMetres: 1100,
    }),
    road({ id: 4, u: 3, v: 4, coordinates: [at(1, 0), at(2, 0)] }),
    road({ id: 5, u: 8, v: 9, coordinates: [at(5, 0), at(6, 0)] }),
  ],
})
const CLOSED: RoadClosure = {
  id: 'oued',
  geometry: { type: 'Point', coordinates: at(1.5, 0) },
  effect: 'cut',
  speedFactor: 1,
  cause: 'wadi',
  startsAt: '2026-08-01T00:00:00Z',
  endsAt: null,
  confirmedAt: '2026-08-01T00:00:00Z',
  halfLifeDays: 14,
}
function conditionsOf(
  vehicle: VehicleProfile = DEFAULT_VEHICLE,
  closures: RoadClosure[] = [],
  date = '2026-08-01',
) {
  return compileRoadState(graph, { date, vehicle, calendars: [], closures, edits: [] })
}
const start = pointOn(graph, 1, 0)
const middle = pointOn(graph, 4, 0.5)
const island = pointOn(graph, 5, 0.5)

test('each cell is the quickest way, with its own length, litres and spread', () => {
  const options = { ...AT_HOME, conditions: conditionsOf() }
  const travel = measureTravel(graph, [start, middle, island, null], options)
  const route = findRoute(graph, start, middle, { ...options, by: 'time' })!
  expect(travel.seconds[1]).toBeCloseTo(route.seconds, 6)
  expect(travel.metres[1]).toBeCloseTo(route.lengthMetres, 6)
  expect(travel.p90Seconds[1]).toBeCloseTo(
    arrivalRange(graph, options.conditions, route.passages).p90Seconds,
    6,
  )
  expect(travel.litres[1]).toBeCloseTo(measureFuel(graph, route.passages, DEFAULT_VEHICLE).litres!, 9)
  expect(travel.metres[1]).toBeGreaterThan(1000)
  for (const matrix of Object.values(travel) as Float64Array[]) {
    expect([matrix[0], matrix[5], matrix[10], matrix[15]]).toEqual([0, 0, 0, 0])
    expect([matrix[2], matrix[3], matrix[8], matrix[12]]).toEqual([Infinity, Infinity, Infinity, Infinity])
  }
})

test('what lies off the road is driven across country, and not beyond the reach of the vehicle', () => {
  const off = (metres: number): SnappedPoint => ({
    ...middle,
    position: [middle.position[0], middle.position[1] + metres / 111_195],
    offRoadMetres: metres,
  })
  const options = { ...AT_HOME, conditions: conditionsOf() }
  const on = measureTravel(graph, [start, middle], options)
  const beside = measureTravel(graph, [start, off(500)], options)
  const { crossCountryKmh, detourFactor, maxConnectorMetres } = DEFAULT_VEHICLE
  expect(beside.metres[1]! - on.metres[1]!).toBeCloseTo(500 * detourFactor, -1)
  expect(beside.seconds[1]! - on.seconds[1]!).toBeCloseTo((500 * detourFactor * 3.6) / crossCountryKmh, -1)
  expect(beside.p90Seconds[1]!).toBeGreaterThan(beside.seconds[1]!)
  expect(measureTravel(graph, [start, off(maxConnectorMetres)], options).seconds[1]).toBe(Infinity)
})

test('together they are as slow as the slowest, and burn the litres of all', () => {
  const slow = { ...DEFAULT_VEHICLE, id: 'slow', topKmh: 10 }
  const [one, other] = [conditionsOf(), conditionsOf(slow)].map((conditions) =>
    measureTravel(graph, [start, middle], { ...AT_HOME, conditions }),
  )
  const joined = travelTogether([one!, other!])
  expect(joined.seconds[1]).toBe(other!.seconds[1])
  expect(joined.metres[1]).toBe(other!.metres[1])
  expect(joined.litres[1]).toBeCloseTo(one!.litres[1]! + other!.litres[1]!, 9)
  expect(() => travelTogether([])).toThrow(RangeError)
})

test('two days on which nothing changes are one; a closure makes another', () => {
  const day = conditionsOf()
  expect(isSameTravel(day, conditionsOf(DEFAULT_VEHICLE, [], '2026-08-02'))).toBe(true)
  expect(isSameTravel(day, conditionsOf(DEFAULT_VEHICLE, [CLOSED]))).toBe(false)
  expect(isSameTravel(conditionsOf(DEFAULT_VEHICLE, [CLOSED]), day)).toBe(false)
})
