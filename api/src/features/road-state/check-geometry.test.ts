import type { Bbox, Position } from '@borne/geodata/geometry/position'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProblemError } from '../../platform/problems.ts'
import { checkClosureGeometry, MAX_POSITIONS } from './check-geometry.ts'

const REGION: Bbox = [-13.5, 14.2, -10.5, 16.8]

function refused(value: unknown): { code: string; params: Record<string, unknown>; field?: string } | null {
  try {
    checkClosureGeometry(value, REGION)
    return null
  } catch (error) {
    const { code, params, field } = error as ProblemError
    return { code, params: { ...params }, ...(field ? { field } : {}) }
  }
}
const polygon = (...ring: Position[]) => ({ type: 'Polygon', coordinates: [ring] })
const line = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates })

test('points, lines and areas are kept in six decimals, an area with its rim closed', () => {
  expect(checkClosureGeometry({ type: 'Point', coordinates: [-12.123456789, 15.1] }, REGION)).toEqual({
    type: 'Point',
    coordinates: [-12.123457, 15.1],
  })
  expect(checkClosureGeometry(line([-12, 15], [-12, 15], [-12.1, 15]), REGION)).toEqual(
    line([-12, 15], [-12.1, 15]),
  )
  const corners: Position[] = [
    [-12, 15],
    [-12.1, 15],
    [-12.1, 15.1],
  ]
  const closed = polygon(...corners, [-12, 15])
  expect(checkClosureGeometry(polygon(...corners), REGION)).toEqual(closed)
  expect(checkClosureGeometry(closed, REGION)).toEqual(closed)
})

test('a line may cross itself: a road may', () => {
  expect(refused(line([-12, 15], [-12.1, 15.1], [-12.1, 15], [-12, 15.1]))).toBeNull()
})

test('what is no shape of a closure is named', () => {
  for (const [value, found] of [
    [null, 'undefined'],
    ['POINT(1 2)', 'undefined'],
    [{ type: 'MultiPoint', coordinates: [] }, 'MultiPoint'],
    [{ type: 'GeometryCollection', geometries: [] }, 'GeometryCollection'],
    [{ type: 'Polygon', coordinates: [[], []] }, 'Polygon, 2 × ring'],
    [{ type: 'LineString', coordinates: 'x' }, 'string'],
  ] as const)
    expect(refused(value)).toEqual({ code: 'closure-shape-unknown', params: { found }, field: 'geometry' })
})

test('the first bad position is named by its number', () => {
  for (const [bad, found] of [
    [[-12], '[-12]'],
    [[-12, 15, 30], '[-12,15,30]'],
    [['-12', 15], '["-12",15]'],
    [[Number.NaN, 15], '[null,15]'],
    [null, 'null'],
  ] as const)
    expect(refused(line([-12, 15], bad))).toMatchObject({
      code: 'closure-position-unreadable',
      params: { number: 2, found },
    })
  expect(refused({ type: 'Point' })).toMatchObject({ code: 'closure-position-unreadable' })
  expect(refused(line([-12, 15], [2.35, 48.85]))).toMatchObject({
    code: 'closure-outside-region',
    params: { number: 2, position: 'longitude 2.35, latitude 48.85' },
  })
})

test('too few and too many positions', () => {
  expect(refused(line([-12, 15], [-12.0000001, 15]))).toMatchObject({ code: 'closure-shape-incomplete' })
  expect(refused(line())).toMatchObject({ code: 'closure-shape-incomplete' })
  expect(refused(polygon([-12, 15], [-12.1, 15]))).toMatchObject({ code: 'closure-shape-incomplete' })
  expect(refused(polygon([-12, 15], [-12.1, 15], [-12.2, 15]))).toMatchObject({
    code: 'closure-shape-incomplete',
  })
  const many = Array.from({ length: MAX_POSITIONS + 1 }, (_, i) => [-12 - i / 1e4, 15])
  expect(refused(line(...many))).toMatchObject({
    code: 'closure-too-many-positions',
    params: { count: 501, limit: 500 },
  })
  expect(refused(line(...many.slice(1)))).toBeNull()
})

test('a rim that crosses or touches itself is refused where it does', () => {
  const bowtie = polygon([-12, 15], [-12.1, 15.1], [-12.1, 15], [-12, 15.1])
  expect(refused(bowtie)).toEqual({
    code: 'closure-crosses-itself',
    params: { position: 'longitude -12.05, latitude 15.05' },
    field: 'geometry',
  })
  const spike = polygon([-12, 15], [-12.1, 15], [-12.1, 15.1], [-12.1, 15.05], [-12, 15.05])
  expect(refused(spike)).toMatchObject({ code: 'closure-crosses-itself' })
  const twoLobes = polygon(
    [-12, 15],
    [-12.1, 15],
    [-12.05, 15.05],
    [-12.1, 15.1],
    [-12, 15.1],
    [-12.05, 15.05],
  )
  expect(refused(twoLobes)).toMatchObject({
    code: 'closure-crosses-itself',
    params: { position: 'longitude -12.05, latitude 15.05' },
  })
  const comb = polygon(
    [-12, 15],
    [-12.1, 15],
    [-12.1, 15.1],
    [-12.07, 15.1],
    [-12.07, 15.05],
    [-12.03, 15.05],
    [-12.03, 15.1],
    [-12, 15.1],
  )
  expect(refused(comb), 'sides on one line, apart').toBeNull()
  const backOnItself = polygon([-12, 15], [-12.1, 15], [-12.1, 15.1], [-12.05, 15], [-12.02, 15], [-12, 15.1])
  expect(refused(backOnItself)).toMatchObject({ code: 'closure-crosses-itself' })
})

test('a star around a centre never crosses itself; two of its corners exchanged, it does', () => {
  const star = fc
    .array(fc.double({ min: 0.01, max: 0.1, noNaN: true }), { minLength: 5, maxLength: 60 })
    .map((radii) =>
      radii.map((radius, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length
        return [-12 + radius * Math.cos(angle), 15.2 + radius * Math.sin(angle)]
      }),
    )
  fc.assert(fc.property(star, (corners) => refused(polygon(...corners)) === null))
  const circle = Array.from({ length: 12 }, (_, i): Position => {
    return [-12 + 0.1 * Math.cos((Math.PI * i) / 6), 15.2 + 0.1 * Math.sin((Math.PI * i) / 6)]
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 11 }), (first, step) => {
      const corners = [...circle]
      const second = (first + step) % 12
      ;[corners[first], corners[second]] = [corners[second]!, corners[first]!]
      return refused(polygon(...corners))?.code === 'closure-crosses-itself'
    }),
  )
})
