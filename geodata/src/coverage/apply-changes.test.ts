import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { closuresOn } from '../road-state/closures-on.ts'
import type { RoadClosure } from '../road-state/types.ts'
import { applyChanges } from './apply-changes.ts'
import { postAt } from './coverage.fixture.ts'
import type { CoverageChange, StoredGround } from './coverage-types.ts'

const HERE: Position = [-12, 15]
const FLOOD: RoadClosure = {
  id: 'flood',
  geometry: { type: 'Point', coordinates: HERE },
  effect: 'cut',
  speedFactor: 1,
  cause: 'flood',
  startsAt: '2026-08-01T00:00:00Z',
  endsAt: null,
  confirmedAt: '2026-08-01T00:00:00Z',
  halfLifeDays: 10,
}
const STORED: StoredGround = {
  posts: [postAt('a', HERE), postAt('b', HERE), postAt('c', HERE)],
  usedPostIds: ['a'],
  contractPosts: [
    { contractId: 'lot', postIds: ['b', 'c'] },
    { contractId: 'empty', postIds: [] },
  ],
  closures: [FLOOD],
}
const DAY = '2026-08-15'

const apply = (changes: CoverageChange[], on: string | null = DAY) => applyChanges(STORED, changes, on)
const idsAfter = (...changes: CoverageChange[]) => apply(changes).posts.map(({ postId }) => postId)
const ROAD = {
  kind: 'road-built',
  roadId: 'r',
  name: 'Digue',
  highway: 'secondary',
  ground: 'gravel',
  coordinates: [HERE, [-12, 15.1]],
} as const satisfies { kind: string } & Record<string, unknown>
const road = (stated: object = {}) =>
  ({ ...ROAD, coordinates: [...ROAD.coordinates], ...stated }) as CoverageChange

test('without changes all is as stored', () => {
  expect(apply([])).toEqual({
    posts: [STORED.posts[0]],
    closures: [FLOOD],
    additions: [],
    refused: [],
    idle: [],
  })
})

test('posts open and close, places come after them, in the order told', () => {
  const place: CoverageChange = { kind: 'place-opens', placeId: 'p', name: 'Gué', position: HERE }
  expect(idsAfter({ kind: 'post-opens', postId: 'c' }, place)).toEqual(['a', 'c', 'p'])
  expect(idsAfter({ kind: 'post-closes', postId: 'a' })).toEqual([])
  expect(idsAfter(place, { kind: 'post-closes', postId: 'p' })).toEqual(['a'])
  expect(idsAfter({ kind: 'post-closes', postId: 'a' }, { kind: 'post-opens', postId: 'a' })).toEqual(['a'])
})

test('posts of a contract count from the day on which its works are done, and without a day', () => {
  const done: CoverageChange = { kind: 'works-done', contractId: 'lot', on: DAY }
  const idsOn = (on: string | null) => apply([done], on).posts.map(({ postId }) => postId)
  expect(idsOn('2026-08-14')).toEqual(['a'])
  expect(apply([done], '2026-08-14').idle).toEqual([{ index: 0, reason: 'not-yet' }])
  expect(idsOn(DAY)).toEqual(['a', 'b', 'c'])
  expect(idsOn(null)).toEqual(['a', 'b', 'c'])
})

test('a cut acts on the day, a lifted closure does not, a built road lies in Mauritania', () => {
  const { closures, additions } = apply([
    { kind: 'closure-lifted', closureId: 'flood' },
    { kind: 'road-cut', cutId: 'cut', name: 'Pont', position: HERE },
    road(),
  ])
  expect(closuresOn(closures, DAY).map(({ id, effect }) => [id, effect])).toEqual([['cut', 'cut']])
  expect(additions).toMatchObject([{ id: 'r', iso3: 'MRT', highway: 'secondary', validFrom: null }])
})

test.each<[CoverageChange, string]>([
  [{ kind: 'post-opens', postId: 'x' }, 'post-unknown'],
  [{ kind: 'post-closes', postId: 'x' }, 'post-unknown'],
  [{ kind: 'place-opens', placeId: 'a', name: 'A', position: HERE }, 'place-known'],
  [{ kind: 'works-done', contractId: 'x', on: DAY }, 'contract-unknown'],
  [{ kind: 'closure-lifted', closureId: 'x' }, 'closure-unknown'],
  [road({ coordinates: [HERE] }), 'road-unfit'],
  [road({ coordinates: [HERE, HERE] }), 'road-unfit'],
  [road({ highway: 'ferry' }), 'road-unfit'],
])('%j is refused, by its place: %s', (change, reason) => {
  const fine: CoverageChange = { kind: 'post-opens', postId: 'b' }
  const changed = apply([fine, change])
  expect(changed.refused).toEqual([{ index: 1, reason }])
  expect(changed).toMatchObject({ ...apply([fine]), refused: [{ index: 1, reason }] })
})

test.each<CoverageChange>([
  { kind: 'road-cut', cutId: 'cut', name: 'Pont', position: HERE },
  { kind: 'closure-lifted', closureId: 'flood' },
])('%j needs a day', (change) => {
  expect(apply([change], null).refused).toEqual([{ index: 0, reason: 'needs-day' }])
})

test.each<[CoverageChange[], string]>([
  [[{ kind: 'post-opens', postId: 'a' }], 'already-counts'],
  [[{ kind: 'post-closes', postId: 'b' }], 'does-not-count'],
  [[{ kind: 'works-done', contractId: 'empty', on: DAY }], 'contract-without-posts'],
])('%j changes nothing, which is told: %s', (changes, reason) => {
  expect(apply(changes)).toEqual({ ...apply([]), idle: [{ index: changes.length - 1, reason }] })
})
