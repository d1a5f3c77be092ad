import { sphericalMetres } from '@borne/geodata/geometry/distance'
import { expect, test } from 'vitest'
import { fitMap, mapBox, scaleBar } from './map-view.ts'

test('all places are on the picture, north up, and the scale says what distances are', () => {
  const view = fitMap([-12.5, 14.9, -11.9, 15.6], 500, 400)
  const [west, east] = [view.place([-12.5, 15.2]), view.place([-11.9, 15.2])]
  const [south, north] = [view.place([-12.2, 14.9]), view.place([-12.2, 15.6])]
  expect(north.y).toBeCloseTo(0, 6)
  expect(south.y).toBeCloseTo(400, 6)
  expect(west.x).toBeGreaterThan(0)
  expect(east.x - west.x).toBeGreaterThan(0)
  const metres = sphericalMetres([-12.5, 15.25], [-11.9, 15.25])
  expect(((east.x - west.x) * view.metresPerPoint) / metres).toBeCloseTo(1, 3)
  const bar = scaleBar(view, 120)
  expect([bar.metres, Math.round(bar.points * view.metresPerPoint)]).toEqual([20_000, 20_000])
})

test('the box has room around places and ways, also around one place alone', () => {
  const question = {
    places: [{ id: 'a', name: 'a', position: [-12, 15] as const, allowsNight: false, sellsFuel: false }],
  }
  const around = { coordinates: [[-12.5, 15.5] as const], crossings: [], groundMetres: {}, undrawnMetres: 0 }
  const places = {
    places: question.places.map((place) => ({ ...place, position: [...place.position] as [number, number] })),
  }
  const [west, south, east, north] = mapBox(places, [[null]])
  expect([west, south, east, north].map((each) => Number(each.toFixed(6)))).toEqual([
    -12.02, 14.98, -11.98, 15.02,
  ])
  const wide = mapBox(places, [[{ ...around, coordinates: [[-12.5, 15.5]] }]])
  expect(wide[0]).toBeLessThan(-12.5)
  expect(wide[3]).toBeGreaterThan(15.5)
})
