import { expect, test } from 'vitest'
import { metresPerPixel } from '../../../map/scale.ts'
import { givenPost } from './given-presentation.ts'
import { fitCamera, tourCamera } from './show-camera.ts'

const view = { center: [-12.2, 15.2] as [number, number], zoom: 9 }

test('a small map shows the same ground as the one that the view was saved from', () => {
  expect(fitCamera(view, 760, 600).zoom).toBe(9)
  expect(fitCamera(view, 1900, 1080).zoom).toBe(9)
  expect(fitCamera(view, 380, 600).zoom).toBeCloseTo(8)
  expect(fitCamera({ ...view, zoom: 4.2 }, 190, 150).zoom).toBe(4)
})

test('a tour comes no closer to a post than its position is told', () => {
  const exact = tourCamera(givenPost(), view, 800)
  const coarse = tourCamera(givenPost({ precisionMetres: 4000 }), view, 800)
  expect(exact).toEqual({ center: [-12.45, 14.9], zoom: 11.5 })
  expect(coarse.zoom).toBeLessThan(exact.zoom)
  expect(8000 / metresPerPixel(14.9, coarse.zoom)).toBeCloseTo(240)
})
