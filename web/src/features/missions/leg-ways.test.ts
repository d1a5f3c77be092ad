import type { PassedPoint } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import { withPoint } from './leg-ways.ts'

const passed = (lon: number): PassedPoint => ({ position: [lon, 15.1], name: null, passes: [lon, 15] })

test('a new point comes between those that the line passes before and after', () => {
  const line = [
    [0, 15],
    [10, 15],
  ] as [number, number][]
  const point = { position: [5, 16] as [number, number], name: null }
  const lons = (grabbed: number) =>
    withPoint({ line, timed: { via: [passed(2), passed(6)] } }, [grabbed, 15], point).map(
      ({ position }) => position[0],
    )
  expect(lons(1)).toEqual([5, 2, 6])
  expect(lons(4)).toEqual([2, 5, 6])
  expect(lons(9)).toEqual([2, 6, 5])
  expect(withPoint({ line, timed: { via: [passed(2)] } }, [1, 15], point)[1]).toEqual({
    position: [2, 15.1],
    name: null,
  })
})
