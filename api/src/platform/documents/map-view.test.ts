import { sphericalMetres } from '@borne/geodata/geometry/distance'
import { expect, test } from 'vitest'
import { fitMap, scaleBar } from './map-view.ts'

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
