import { expect, test } from 'vitest'
import { slideOf } from './facts.fixture.ts'
import { daysOf, slideDays } from './slide-days.ts'

const TODAY = '2026-11-28'

test('a slide tells of today, or of the day on which it is frozen', () => {
  expect(slideDays(slideOf(), TODAY).on).toBe(TODAY)
  expect(slideDays(slideOf({ frozenOn: '2026-03-31' }), TODAY).on).toBe('2026-03-31')
  expect(slideDays(slideOf({ frozenOn: '2027-01-01' }), TODAY).on).toBe(TODAY)
})

test('it is compared with a day before, not with itself', () => {
  expect(slideDays(slideOf({ view: { compareOn: '2026-01-31' } }), TODAY).compareOn).toBe('2026-01-31')
  expect(slideDays(slideOf({ view: { compareOn: '2027-01-31' } }), TODAY).compareOn).toBeNull()
})

test('months are replayed to their last days, no later than the day of the slide', () => {
  const replay = { from: '2026-09', to: '2027-03' }
  expect(slideDays(slideOf({ view: { replay } }), TODAY).replay).toEqual([
    '2026-09-30',
    '2026-10-31',
    '2026-11-28',
  ])
  expect(slideDays(slideOf({ view: { replay: { from: '2024-02', to: '2024-02' } } }), TODAY).replay).toEqual([
    '2024-02-29',
  ])
  const backwards = { from: '2026-09', to: '2026-03' }
  expect(slideDays(slideOf({ view: { replay: backwards } }), TODAY).replay).toEqual([])
  const long = slideDays(slideOf({ view: { replay: { from: '1990-01', to: '2026-11' } } }), TODAY).replay
  expect([long.length, long[0]]).toEqual([60, '2021-12-31'])
})

test('a chart over time has the months of the replay, else a year', () => {
  const content = { kind: 'chart', chart: 'posts-over-time' } as const
  const { history } = slideDays(slideOf({ content }), TODAY)
  expect([history.length, history[0], history.at(-1)]).toEqual([12, '2025-12-31', TODAY])
  const replay = { from: '2026-10', to: '2026-11' }
  expect(slideDays(slideOf({ content, view: { replay } }), TODAY).history).toEqual(['2026-10-31', TODAY])
})

test('all days of the slides, once each', () => {
  const slides = [slideOf({ view: { compareOn: '2026-01-31' } }), slideOf({ frozenOn: '2026-01-31' })]
  expect(daysOf(slides, TODAY)).toEqual(['2026-01-31', TODAY])
})
