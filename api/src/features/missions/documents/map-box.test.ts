import { expect, test } from 'vitest'
import { mapBox } from './map-box.ts'

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
