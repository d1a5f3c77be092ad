import { expect, test } from 'vitest'
import { type MeasuredPoint, measure, measurementShapes } from './measure.ts'

const SELIBABY: MeasuredPoint = [-12.1834, 15.1585]
const GOURAYE: MeasuredPoint = [-12.4531, 14.9112]

test('one degree of the equator on the ellipsoid is 111 319,49 m', () => {
  expect(
    measure([
      [0, 0],
      [1, 0],
    ]).totalMetres,
  ).toBeCloseTo(111_319.4908, 3)
})

test('one degree of the meridian from the equator is 110 574,39 m', () => {
  expect(
    measure([
      [0, 0],
      [0, 1],
    ]).totalMetres,
  ).toBeCloseTo(110_574.3886, 3)
})

test('the total is the sum of its segments', () => {
  const { segmentsMetres, totalMetres } = measure([SELIBABY, GOURAYE, SELIBABY])
  expect(segmentsMetres).toHaveLength(2)
  expect(segmentsMetres[0]).toBeCloseTo(segmentsMetres[1]!, 6)
  expect(totalMetres).toBeCloseTo(2 * segmentsMetres[0]!, 6)
})

test('nothing is measured before there are two points', () => {
  expect(measure([])).toEqual({ segmentsMetres: [], totalMetres: 0 })
  expect(measure([SELIBABY])).toEqual({ segmentsMetres: [], totalMetres: 0 })
})

test('the drawing has a line, its points, and a length on each segment', () => {
  const { features } = measurementShapes([SELIBABY, GOURAYE], (metres) => `${Math.round(metres / 1000)} km`)
  expect(features.map(({ geometry, properties }) => [geometry.type, properties?.label])).toEqual([
    ['LineString', undefined],
    ['Point', undefined],
    ['Point', undefined],
    ['Point', '40 km'],
  ])
  expect(measurementShapes([SELIBABY], String).features).toHaveLength(1)
})
