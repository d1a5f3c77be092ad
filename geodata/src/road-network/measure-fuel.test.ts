import { expect, test } from 'vitest'
import { DEFAULT_VEHICLES } from '../road-state/default-vehicles.ts'
import type { VehicleProfile } from '../road-state/types.ts'
import { buildRoadGraph } from './build-graph.ts'
import type { RoadGraph } from './graph.ts'
import { measureFuel, noFuel } from './measure-fuel.ts'
import { at, road } from './road.fixture.ts'
import type { Passage } from './types.ts'

function vehicle(id: string): VehicleProfile {
  return DEFAULT_VEHICLES.find((one) => one.id === id)!
}

/** Over the whole of each edge of the graph, at 10 m/s. */
function driveAll(graph: RoadGraph): Passage[] {
  return Array.from(graph.edgeLengthMetres, (lengthMetres, edge) => {
    return { edge, from: 0, to: 1, lengthMetres, seconds: lengthMetres / 10, coordinates: [] }
  })
}

const step = (id: number) => ({ id, u: id, v: id + 1, coordinates: [at(id, 0), at(id + 1, 0)] })
const ROADS = buildRoadGraph({
  edges: [
    road({ ...step(1), highway: 'primary', ground: 'paved', lengthMetres: 50_000 }),
    road({ ...step(2), ground: 'sand', lengthMetres: 7_500 }),
    road({ ...step(3), lengthMetres: 20_000 }),
    road({ ...step(4), highway: 'ferry', iso3: null, lengthMetres: 500 }),
    road({ ...step(5), ground: 'sand', lengthMetres: 2_500 }),
  ],
})

test('a 4×4 burns 12 l on 100 km of asphalt, 20 on sand, 15 where the ground is not told, nothing on a ferry', () => {
  const { litres, byGround } = measureFuel(ROADS, driveAll(ROADS), vehicle('4x4'))
  // 50 km × 0.12 + 10 km × 0.20 + 20 km × 0.15
  expect(litres).toBeCloseTo(6 + 2 + 3, 9)
  expect(byGround.paved).toEqual({ lengthMetres: 50_000, seconds: 5_000, litres: 6 })
  expect(byGround.sand.lengthMetres).toBe(10_000)
  expect(byGround.sand.litres).toBeCloseTo(2, 9)
  expect(byGround.unknown.litres).toBeCloseTo(3, 9)
  expect(byGround.water).toEqual({ lengthMetres: 500, seconds: 50, litres: 0 })
  expect(byGround.gravel).toEqual({ lengthMetres: 0, seconds: 0, litres: 0 })
})

test('half an edge burns half', () => {
  const half: Passage = { edge: 0, from: 0.75, to: 0.25, lengthMetres: 25_000, seconds: 1, coordinates: [] }
  // 25 km × 0.30
  expect(measureFuel(ROADS, [half], vehicle('lorry')).litres).toBeCloseTo(7.5, 9)
})

test('a pirogue burns on rivers and crossings', () => {
  const waters = buildRoadGraph({
    edges: [
      road({ ...step(1), highway: 'river', iso3: null, lengthMetres: 9_500 }),
      road({ ...step(2), highway: 'ferry', iso3: null, lengthMetres: 500 }),
    ],
  })
  // 10 km × 0.60
  const { litres, byGround } = measureFuel(waters, driveAll(waters), vehicle('pirogue'))
  expect(litres).toBeCloseTo(6, 9)
  expect(byGround.water.lengthMetres).toBe(10_000)
})

test('without figures nothing is told, though the lengths are', () => {
  const { litres, byGround } = measureFuel(ROADS, driveAll(ROADS), vehicle('foot'))
  expect(litres).toBeNull()
  expect(Object.values(byGround).map((share) => share.litres)).toEqual(Array(7).fill(null))
  expect(byGround.paved.lengthMetres).toBe(50_000)
})

test('who does not move burns nothing, which is known', () => {
  expect(measureFuel(ROADS, [], vehicle('4x4'))).toEqual({ litres: 0, byGround: noFuel(0) })
})
