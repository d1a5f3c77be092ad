import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import { buildRoadGraph } from './build-graph.ts'
import { connectOffRoad } from './connect-off-road.ts'
import { AT_HOME, at, road } from './road.fixture.ts'
import { snapToRoad } from './snap.ts'
import type { SnappedPoint } from './types.ts'

const vehicle = { ...DEFAULT_VEHICLE, detourFactor: 1.3, crossCountryKmh: 6, maxConnectorMetres: 2000 }
const onRoad: SnappedPoint = {
  position: [-12, 15],
  snappedPosition: [-12, 15],
  offRoadMetres: 0,
  edge: 0,
  edgeId: 1,
  fraction: 0,
}

test('a hundredth of a degree of latitude is 1.106 km on the ellipsoid, and a third longer as it is driven', () => {
  const connector = connectOffRoad({ ...onRoad, position: [-12, 15.01] }, vehicle)
  expect(connector.lengthMetres).toBeCloseTo(1106.44 * 1.3, 0)
  expect(connector.seconds).toBeCloseTo((1106.44 * 1.3) / (6 / 3.6), 0)
  expect(connector.line).toEqual([
    [-12, 15.01],
    [-12, 15],
  ])
  expect(connector.isTooLong).toBe(false)
})

test('the limit is one of the driven length', () => {
  const far = { ...onRoad, position: [-12, 15.015] as [number, number] }
  expect(connectOffRoad(far, vehicle).lengthMetres).toBeGreaterThan(2000)
  expect(connectOffRoad(far, vehicle).isTooLong).toBe(true)
  expect(connectOffRoad(far, { ...vehicle, maxConnectorMetres: 5000 }).isTooLong).toBe(false)
})

test('on the road there is nothing to connect, also for a vehicle that never leaves it', () => {
  const never = { ...vehicle, crossCountryKmh: 0, maxConnectorMetres: 0 }
  expect(connectOffRoad(onRoad, never)).toMatchObject({ lengthMetres: 0, seconds: 0, isTooLong: false })
  expect(connectOffRoad({ ...onRoad, position: [-12, 15.0001] }, never)).toMatchObject({
    seconds: Infinity,
    isTooLong: true,
  })
})

test('it is as long as the snapping told, times the detour', () => {
  const graph = buildRoadGraph({ edges: [road({ coordinates: [at(0, 0), at(5, 3)] })] })
  const near = fc.tuple(
    fc.double({ min: -3, max: 8, noNaN: true }),
    fc.double({ min: -3, max: 6, noNaN: true }),
  )
  fc.assert(
    fc.property(near, ([x, y]) => {
      const point = snapToRoad(graph, at(x, y), AT_HOME, 20_000)!
      const { lengthMetres } = connectOffRoad(point, vehicle)
      expect(Math.abs(lengthMetres - 1.3 * point.offRoadMetres)).toBeLessThanOrEqual(
        0.008 * lengthMetres + 1e-6,
      )
    }),
  )
})
