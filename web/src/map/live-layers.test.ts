import type { Feature } from 'geojson'
import { expect, test } from 'vitest'
import type { MapLayer } from './layers.ts'
import { givenFeature } from './live-layers.ts'

const point = (id: string | undefined, tags: string[]): Feature => ({
  type: 'Feature',
  ...(id ? { id } : {}),
  geometry: { type: 'Point', coordinates: [-12, 15] },
  properties: { tags },
})
const layer = (features: Feature[]): MapLayer => ({
  id: 'posts',
  draw: [],
  data: { type: 'FeatureCollection', features },
})
const rendered = (key: string | number): Feature => ({
  ...point(undefined, []),
  properties: { $key: key, tags: '["cut"]' },
})

test('a clicked feature is given back as the page gave it, by its id', () => {
  const features = [point('a', ['x']), point('b', ['y'])]
  expect(givenFeature(layer(features), rendered('b'))).toBe(features[1])
})

test('without ids the place in the collection is the key', () => {
  const features = [point(undefined, ['x']), point(undefined, ['y'])]
  expect(givenFeature(layer(features), rendered(1))).toBe(features[1])
})

test('a feature that is gone since is given as it was rendered', () => {
  const gone = rendered('c')
  expect(givenFeature(layer([point('a', [])]), gone)).toBe(gone)
})
