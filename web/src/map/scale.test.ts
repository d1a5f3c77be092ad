import { expect, test } from 'vitest'
import { metresPerPixel, scaleBar } from './scale.ts'

test('a pixel of the whole world in 512 pixels', () => {
  expect(metresPerPixel(0, 0)).toBeCloseTo(40_075_016.686 / 512, 3)
  expect(metresPerPixel(60, 1)).toBeCloseTo(40_075_016.686 / 512 / 4, 3)
})

test.each([
  [15.2, 6],
  [15.2, 8.6],
  [15.2, 13],
  [15.2, 17],
])('the bar at %f°, zoom %f is round and fits', (lat, zoom) => {
  const { metres, pixels } = scaleBar(lat, zoom, 110)
  expect(String(metres)).toMatch(/^[125]0*$/)
  expect(pixels).toBeLessThanOrEqual(110)
  expect(pixels).toBeGreaterThan(110 / 2.5)
  expect(pixels * metresPerPixel(lat, zoom)).toBeCloseTo(metres, 6)
})
