import type { MapState } from '@borne/api/contracts/briefings'
import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { givenPost, givenState } from './given-presentation.ts'
import { slideLayers } from './slide-layers.ts'

const line = {
  type: 'LineString' as const,
  coordinates: [
    [-12, 15],
    [-12, 16],
  ] as [number, number][],
}

function drawn(state: MapState, id: string, spotId: string | null = null) {
  const layer = slideLayers(state, spotId)
    .flatMap(({ layers }) => layers)
    .find((each) => each.id === id)!
  return { ...layer, features: (layer.data as FeatureCollection).features }
}

test('a post without a position is not drawn, one with a coarse one has its circle', () => {
  const posts = [
    givenPost(),
    givenPost({ id: 'p2', precisionMetres: 2000 }),
    givenPost({ id: 'p3', position: null }),
  ]
  const state = givenState({ posts, selectedPostId: 'p2' })
  expect(drawn(state, 'show-posts').features.map(({ id }) => id)).toEqual(['p1', 'p2'])
  expect(drawn(state, 'show-posts').features[0]!.properties).toMatchObject({
    icon: 'post-under-works-60',
    label: 'Gouraye',
  })
  expect(drawn(state, 'show-circles').features.map(({ id }) => id)).toEqual(['p2'])
  expect(drawn(state, 'show-posts').selectedId).toBe('p2')
  expect(drawn(state, 'show-posts', 'p1').selectedId).toBe('p1')
})

test('the border has the minutes of its band, -1 out of reach and where it is plain', () => {
  const border = [
    { geometry: line, band: 1 },
    { geometry: line, band: null },
  ]
  const bands = (state: MapState) =>
    drawn(state, 'show-border').features.map(({ properties }) => properties!.band)
  expect(bands(givenState({ border, bands: [15, 30] }))).toEqual([30, -1])
  expect(bands(givenState({ border, bands: null }))).toEqual([-1, -1])
})

test('plaques stand at their posts, and only at those that have a place', () => {
  const posts = [givenPost(), givenPost({ id: 'p3', position: null })]
  const plaques = [
    { postId: 'p1', state: 'missing' as const },
    { postId: 'p3', state: 'seen' as const },
    { postId: 'gone', state: 'seen' as const },
  ]
  const { features } = drawn(givenState({ posts, plaques }), 'show-plaques')
  expect(features.map(({ properties }) => properties!.icon)).toEqual(['plaque-missing'])
})

test('each day of a mission has its place, each closure its sign', () => {
  const mission = {
    days: [
      { on: '2026-11-03', lines: [line.coordinates, line.coordinates] },
      { on: '2026-11-04', lines: [line.coordinates] },
    ],
    stops: [{ number: 1, name: 'Gouraye', position: [-12.45, 14.9] as [number, number] }],
  }
  const closures = [{ kind: 'four-by-four' as const, geometry: line }]
  const state = givenState({ mission, closures })
  expect(drawn(state, 'show-mission-days').features.map(({ properties }) => properties!.day)).toEqual([
    0, 0, 1,
  ])
  expect(drawn(state, 'show-mission-stops').features[0]!.properties).toEqual({ label: '1', name: 'Gouraye' })
  expect(drawn(state, 'show-closure-signs').features[0]!.properties).toMatchObject({
    effect: 'four-wheel-drive',
  })
})
