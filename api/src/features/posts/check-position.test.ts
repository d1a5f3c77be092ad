import type { Bbox } from '@borne/geodata/geometry/position'
import { describe, expect, test } from 'vitest'
import { ProblemError, problemBody } from '../../platform/problems.ts'
import { checkPosition } from './check-position.ts'

const REGION: Bbox = [-13.5, 14.2, -10.5, 16.8]

function refusal(value: unknown, region: Bbox | null = REGION) {
  try {
    checkPosition(value, region)
  } catch (error) {
    if (error instanceof ProblemError) return problemBody(error, 'fr')
    throw error
  }
  throw new Error('accepted')
}

describe('checkPosition', () => {
  test('lets a point of the region through, rounded to a decimetre', () => {
    expect(checkPosition([-12.184791234, 15.157991234], REGION)).toEqual([-12.184791, 15.157991])
  })

  test('lets a post wait for its position', () => {
    expect(checkPosition(null, REGION)).toBeNull()
  })

  test.each([
    ['axes swapped', [15.158, -12.185]],
    ['the minus of the west forgotten', [12.185, 15.158]],
    ['both', [15.158, 12.185]],
  ])('suggests the point meant: %s', (_slip, value) => {
    const found = refusal(value)
    expect(found.code).toBe('position-swapped')
    expect(found.extra).toEqual({ suggestion: [-12.185, 15.158] })
    expect(found.detail).toContain('Vouliez-vous dire longitude -12.185, latitude 15.158')
    expect(found.errors?.[0]?.field).toBe('position')
  })

  test.each([
    ['longitude', [-200, 15]],
    ['latitude', [-12, 91]],
  ])('refuses a %s outside the world', (_axis, value) => {
    expect(refusal(value).code).toBe('position-outside-world')
  })

  test('refuses a point far from the loaded region, and names the region', () => {
    const found = refusal([2.35, 48.85])
    expect(found.code).toBe('position-outside-region')
    expect(found.detail).toContain('-13.5, 14.2, -10.5, 16.8')
  })

  test('knows only the world when no region is loaded', () => {
    expect(checkPosition([2.35, 48.85], null)).toEqual([2.35, 48.85])
    expect(refusal([2.35, 148.85], null).code).toBe('position-outside-world')
  })

  test.each([
    ['NaN', [Number.NaN, 15], 'longitude'],
    ['infinity', [-12, Number.POSITIVE_INFINITY], 'latitude'],
    ['null, which is how JSON writes NaN', [-12, null], 'latitude'],
    ['text', ['-12', 15], 'longitude'],
  ])('refuses %s', (_what, value, axis) => {
    const found = refusal(value)
    expect(found.code).toBe('position-not-a-number')
    expect(found.detail).toContain(axis)
  })

  test.each([
    ['a GeoJSON polygon', { type: 'Polygon', coordinates: [] }, 'Polygon'],
    ['the rings of a polygon', [[[-12, 15]]], 'Polygon'],
    ['three numbers', [-12, 15, 60], '3 × number'],
    ['a text', '-12,15', 'string'],
  ])('refuses %s where a point belongs', (_what, value, named) => {
    const found = refusal(value)
    expect(found.code).toBe('position-not-a-point')
    expect(found.detail).toContain(named)
  })
})
