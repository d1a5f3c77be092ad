import { expect, test } from 'vitest'
import { bandLengths, bandOf, borderRuns } from './border-bands.ts'

const BANDS = [20, 40, 60]

function profileOf(minutes: readonly (number | null)[]) {
  const seconds = minutes.map((each) => (each === null ? null : each * 60))
  return {
    segmentId: 'a',
    atMetres: minutes.map((_, index) => 25 + 50 * index),
    p50Seconds: seconds,
    p90Seconds: seconds,
    postIndexes: minutes.map((each) => (each === null ? null : 0)),
  }
}

test('gives a time the class whose bound it does not pass', () => {
  expect(bandOf(20 * 60, BANDS)).toBe(20)
  expect(bandOf(20 * 60 + 1, BANDS)).toBe(40)
  expect(bandOf(61 * 60, BANDS)).toBeNull()
  expect(bandOf(null, BANDS)).toBeNull()
})

test('joins neighbours of one class and post', () => {
  const runs = borderRuns(profileOf([10, 15, 30, null, 90]), BANDS, 250)
  expect(runs.map(({ fromMetres, toMetres, band }) => [fromMetres, toMetres, band])).toEqual([
    [0, 100, 20],
    [100, 150, 40],
    [150, 200, null],
    [200, 250, null],
  ])
})

test('a segment without pieces has no runs', () => {
  expect(borderRuns(profileOf([]), BANDS, 250)).toEqual([])
})

test.each([[[10, 15, 30, null, 90]], [[null, null]], [[5]], [[60, 61, 60, null, 0, 20, 21, 41]]])(
  'classes and what is out of reach add up to the segment: %j',
  (minutes) => {
    const length = 50 * minutes.length
    const { metres, outMetres } = bandLengths(borderRuns(profileOf(minutes), BANDS, length), BANDS)
    expect(metres.reduce((sum, part) => sum + part, 0) + outMetres).toBeCloseTo(length, 6)
  },
)
