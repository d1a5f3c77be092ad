import { expect, test } from 'vitest'
import { type SeenAddress, viewOfAddress } from './view-of-address.ts'

const POST = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'
const seen = (part: Partial<SeenAddress>): SeenAddress => ({
  pathname: '/posts',
  href: '/posts',
  camera: { center: [-12.2, 15.2], zoom: 9 },
  hide: [],
  today: '2026-11-28',
  ...part,
})
const viewOf = (part: Partial<SeenAddress>) => viewOfAddress(seen(part)).view!

test('the map of the posts keeps its camera, its address and what is hidden of the ground', () => {
  const view = viewOf({ href: '/posts?hide=labels,wadis', hide: ['labels', 'wadis'] })
  expect(view).toMatchObject({
    camera: { center: [-12.2, 15.2], zoom: 9 },
    layers: ['border', 'posts'],
    hide: ['labels', 'wadis'],
    href: '/posts?hide=labels,wadis',
    posts: {},
    coverage: null,
    missionId: null,
  })
})

test('filters of the register come along, and a slide without them has none', () => {
  expect(
    viewOf({ statuses: ['operational', 'under-works'], kind: 'river', moughataa: 'Sélibaby' }).posts,
  ).toEqual({ statuses: ['operational', 'under-works'], kind: 'river', moughataa: 'Sélibaby' })
  expect(viewOf({ statuses: undefined, kind: undefined }).posts).toEqual({})
})

test('a search in the list is kept as the posts that it leaves, even none', () => {
  expect(viewOf({ postIds: [POST, OTHER] }).posts).toEqual({ postIds: [POST, OTHER] })
  expect(viewOf({ postIds: [] }).posts).toEqual({ postIds: [] })
})

test('the page of a post selects it', () => {
  expect(viewOf({ pathname: `/posts/${POST}`, selectedPostId: POST }).selectedPostId).toBe(POST)
})

test('a hidden slot of the map takes its layer out of the slide, and is no group of the ground', () => {
  const view = viewOf({ hide: ['posts', 'labels'] })
  expect(view.layers).toEqual(['border'])
  expect(view.hide).toEqual(['labels'])
})

test('coverage keeps minutes, day, vehicle and scenario', () => {
  const coverage = {
    minutes: 90,
    date: '2026-08-15',
    vehicle: '4x4',
    includeUnconfirmed: true,
    scenarioId: OTHER,
  }
  const view = viewOf({ pathname: '/coverage', coverage })
  expect(view.layers).toEqual(['border', 'posts', 'coverage', 'gaps'])
  expect(view.coverage).toEqual(coverage)
  expect(viewOf({ pathname: '/coverage', coverage, hide: ['coverage'] }).layers).toEqual(['border', 'posts'])
})

test('a mission is drawn on its own page', () => {
  const view = viewOf({ pathname: `/missions/${OTHER}`, missionId: OTHER })
  expect(view.missionId).toBe(OTHER)
  expect(view.layers).toContain('mission')
  expect(viewOf({ pathname: '/missions' }).layers).not.toContain('mission')
})

test('roads show closures, plaques are shown on the page of visibility', () => {
  expect(viewOf({ pathname: '/roads' }).layers).toContain('closures')
  expect(viewOf({ pathname: '/visibility' }).layers).toContain('visibility')
  expect(viewOf({ pathname: '/roadside' }).layers).toEqual(['border', 'posts'])
})

test('a past day freezes the slide; today and a day to come leave it live', () => {
  const frozenOn = (asOf: string) => viewOfAddress(seen({ pathname: '/works', asOf })).frozenOn
  expect(frozenOn('2026-11-27')).toBe('2026-11-27')
  expect(frozenOn('2026-11-28')).toBeNull()
  expect(frozenOn('2027-01-01')).toBeNull()
})

test('works on a curve bring their curve, and a replay its months', () => {
  expect(viewOfAddress(seen({ curveOfId: OTHER })).content).toEqual({
    kind: 'chart',
    chart: 's-curve',
    contractId: OTHER,
  })
  const replay = { from: '2025-03', to: '2026-06' }
  expect(viewOf({ replay }).replay).toEqual(replay)
})

test('an address that is too long for a slide is left out, the view stays', () => {
  const view = viewOf({ href: `/posts?q=${'a'.repeat(4000)}` })
  expect(view.href).toBeNull()
  expect(view.layers).toEqual(['border', 'posts'])
})
