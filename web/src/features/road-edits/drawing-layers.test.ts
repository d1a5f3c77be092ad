import { expect, test } from 'vitest'
import { drawnFeatures } from './drawing-layers.ts'
import type { SnappedPoint } from './snap-point.ts'

const start: SnappedPoint = { at: [-12.2, 15], to: 'track' }
const next: SnappedPoint = { at: [-12.1, 15], to: null }
const parts = (drawing: Parameters<typeof drawnFeatures>[0]) =>
  drawnFeatures(drawing).features.map(({ geometry, properties }) => `${geometry.type} ${properties?.part}`)

test('from the last point a piece leads to the pointer, and the label stands there', () => {
  expect(parts({ change: 'added', line: [start.at], points: [start], next, label: 'ici' })).toEqual([
    'LineString next',
    'Point point',
    'Point next',
    'Point label',
  ])
})

test('on an existing road no straight piece is drawn: the line follows the road', () => {
  const line: [number, number][] = [
    [-12.2, 15],
    [-12.15, 15.02],
  ]
  expect(parts({ change: 'removed', line, points: [start], next, label: '' })).toEqual([
    'LineString line',
    'Point point',
    'Point next',
  ])
})

test('a snapped point says so', () => {
  const { features } = drawnFeatures({ change: 'added', line: [], points: [start], next: null, label: '' })
  expect(features[0]?.properties).toMatchObject({ part: 'point', isSnapped: true })
})
