import { expect, test } from 'vitest'
import { portfolioQuery, progressQuery } from '../features/works/works-queries.ts'
import { borderPostsQuery } from '../platform/border-posts-query.ts'
import { readAddress } from './address-seen.ts'

const POST = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'
const MISSION = '00000000-0000-4000-8000-000000000003'
const DONOR = '00000000-0000-4000-8000-000000000004'

const post = (id: string, name: string, positionConfidence: string) => ({
  type: 'Feature',
  id,
  geometry: null,
  properties: {
    name,
    nameAr: null,
    aliases: [],
    kind: 'land',
    physicalStatus: 'operational',
    positionConfidence,
    moughataa: 'Sélibaby',
    commune: null,
    wilaya: null,
    isArchived: false,
  },
})
const row = (id: string, title: string, donorId: string, posts: string[]) => ({
  id,
  title,
  reference: title,
  stage: 'under-works',
  contractor: null,
  donors: [{ id: donorId, name: 'Fonds' }],
  posts: posts.map((each) => ({ id: each, name: each })),
  alarms: [],
})
const READ = new Map<unknown, unknown>([
  [
    borderPostsQuery.queryKey,
    { features: [post(POST, 'Ghabou', 'confirmed'), post(OTHER, 'Wompou', 'unconfirmed')] },
  ],
  [
    portfolioQuery.queryKey,
    { items: [row('c1', 'Poste de Ghabou', DONOR, [POST]), row('c2', 'Poste de Wompou', OTHER, [OTHER])] },
  ],
  [progressQuery.queryKey, { months: ['2025-03-31', '2025-04-30'], posts: [] }],
  [`["works","contract","${MISSION}"]`, { contract: { posts: [{ id: POST }] } }],
])
const cache = {
  getQueryData: (key: unknown) => READ.get(key) ?? READ.get(JSON.stringify(key)),
} as Parameters<typeof readAddress>[1]

const read = (pathname: string, search: Record<string, unknown> = {}) =>
  readAddress({ pathname, search, searchStr: '' }, cache)

test('every page: the camera of the address, what is hidden, path and query', () => {
  const seen = readAddress(
    {
      pathname: '/data',
      search: { at: '-12.2,15.2,9', hide: 'labels,posts' },
      searchStr: '?at=-12.2%2C15.2%2C9',
    },
    cache,
  )
  expect(seen).toMatchObject({
    camera: { center: [-12.2, 15.2], zoom: 9 },
    hide: ['labels', 'posts'],
    href: '/data?at=-12.2,15.2,9',
  })
  expect(seen.coverage).toBeUndefined()
})

test('posts: the filters that a slide knows as they are, the others by the posts that they leave', () => {
  expect(read('/posts', { status: 'under-works,planned', kind: 'river', moughataa: 'Ghabou' })).toMatchObject(
    {
      statuses: ['under-works', 'planned'],
      kind: 'river',
      moughataa: 'Ghabou',
    },
  )
  expect(read('/posts', { status: 'operational' }).postIds).toBeUndefined()
  expect(read('/posts', { unconfirmed: true }).postIds).toEqual([OTHER])
  expect(read('/posts', { q: 'ghab' }).postIds).toEqual([POST])
  expect(read('/posts', { post: POST }).selectedPostId).toBe(POST)
  expect(read(`/posts/${POST}`).selectedPostId).toBe(POST)
})

test('works: a donor alone is a filter of the slide, others leave their posts, a month is a replay', () => {
  expect(read('/works', { donor: DONOR })).toMatchObject({ donorId: DONOR })
  expect(read('/works', { donor: DONOR }).postIds).toBeUndefined()
  expect(read('/works', { q: 'wompou' }).postIds).toEqual([OTHER])
  expect(read('/works', { month: '2025-04' }).replay).toEqual({ from: '2025-03', to: '2025-04' })
  expect(read('/works', { month: '2024-01' }).replay).toBeUndefined()
})

test('a contract: its posts, its curve, and the day of which it tells', () => {
  expect(read(`/works/${MISSION}`, { tab: 'curve', asOf: '2026-01-31' })).toMatchObject({
    postIds: [POST],
    selectedPostId: POST,
    curveOfId: MISSION,
    asOf: '2026-01-31',
  })
  expect(read(`/works/${MISSION}`, { knownOn: '2026-02-01' })).toMatchObject({ asOf: '2026-02-01' })
})

test('a mission: itself; the list of missions: none', () => {
  expect(read(`/missions/${MISSION}`).missionId).toBe(MISSION)
  expect(read('/missions').missionId).toBeUndefined()
  expect(read('/missions/settings').missionId).toBeUndefined()
})

test('coverage: minutes, day, vehicle, unconfirmed posts and the scenario that is looked at', () => {
  expect(read('/coverage').coverage).toEqual({ minutes: 60, date: null, includeUnconfirmed: false })
  expect(
    read('/coverage', {
      minutes: 90,
      on: '2026-08-15',
      vehicle: '4x4',
      includeUnconfirmed: true,
      question: 'scenarios',
      scenario: OTHER,
    }).coverage,
  ).toEqual({ minutes: 90, date: '2026-08-15', vehicle: '4x4', includeUnconfirmed: true, scenarioId: OTHER })
})

test('roads: the day of their state', () => {
  expect(read('/roads', { on: '2026-08-15' }).asOf).toBe('2026-08-15')
  expect(read('/posts', { on: '2026-08-15' }).asOf).toBeUndefined()
})
