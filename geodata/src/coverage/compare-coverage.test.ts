import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { geodesicLengthMetres } from '../geometry/geodesic.ts'
import { compareCoverage } from './compare-coverage.ts'
import { bundledCoverage, PLACES, postsAt, QUESTION } from './coverage.fixture.ts'
import type { CoverageNetwork } from './coverage-types.ts'
import { measureCoverage } from './measure-coverage.ts'

const NAMES = Object.keys(PLACES) as (keyof typeof PLACES)[]

let network: CoverageNetwork
beforeAll(async () => {
  network = await bundledCoverage()
}, 120_000)

const measure = (names: readonly (keyof typeof PLACES)[], minutes = 60) =>
  measureCoverage(network, postsAt(...names), { ...QUESTION, minutes })

test('a measure against itself: nothing', () => {
  const measured = measure(['Gouraye'])
  const { gained, lost, gainedMetres, gapsOpened, gapsClosed, settlementsGained } = compareCoverage(
    measured,
    measured,
  )
  expect([gained, lost, gapsOpened, gapsClosed, settlementsGained]).toEqual([[], [], [], [], []])
  expect(gainedMetres).toBe(0)
})

test('another post gains border, and tells who comes where nobody came in time', () => {
  const [before, after] = [measure(['Gouraye']), measure(['Gouraye', 'El Melgué'])]
  const difference = compareCoverage(before, after)
  expect(difference.lost).toEqual([])
  expect(difference.gainedMetres).toBeGreaterThan(10_000)
  for (const { after: soonest, before: formerly, coordinates, lengthMetres } of difference.gained) {
    expect(soonest).toMatchObject({ postId: 'El Melgué' })
    expect(soonest!.seconds).toBeLessThanOrEqual(3600)
    expect(formerly === null || formerly.seconds > 3600).toBe(true)
    // Drawn within a metre of the border.
    expect(Math.abs(geodesicLengthMetres(coordinates) - lengthMetres)).toBeLessThan(0.02 * lengthMetres + 5)
  }
  const known = new Set(before.settlements.map(({ id }) => id))
  expect(difference.settlementsGained).toEqual(after.settlements.filter(({ id }) => !known.has(id)))
  expect(difference.crossingsGained.length).toBeGreaterThan(0)
  expect(difference.crossingsGained.every(({ postId }) => postId === 'El Melgué')).toBe(true)
})

test('gained less lost is the difference, segment by segment, whatever is compared; backwards it is the other way round', () => {
  const posts = fc.subarray(NAMES, { maxLength: 4 })
  const minutes = fc.integer({ min: 0, max: 300 })
  fc.assert(
    fc.property(posts, minutes, posts, minutes, (namesA, minutesA, namesB, minutesB) => {
      const [a, b] = [measure(namesA, minutesA), measure(namesB, minutesB)]
      const there = compareCoverage(a, b)
      const back = compareCoverage(b, a)
      for (const { beforeMetres, afterMetres, gainedMetres, lostMetres } of there.segments) {
        expect(Math.abs(beforeMetres + gainedMetres - lostMetres - afterMetres)).toBeLessThan(1e-5)
      }
      expect(back.gained.map(({ lengthMetres }) => lengthMetres)).toEqual(
        there.lost.map(({ lengthMetres }) => lengthMetres),
      )
      expect(back.gapsOpened).toEqual(there.gapsClosed)
      expect(back.crossingsLost).toEqual(there.crossingsGained)
    }),
    { numRuns: 12 },
  )
})

test('a gap is closed when nothing of it is out of reach any more', () => {
  const none = measure([])
  const { gapsClosed, gapsOpened } = compareCoverage(none, measure(['Gouraye', 'Diaguili', 'Ghabou']))
  expect(none.gaps).toHaveLength(4)
  expect([gapsClosed, gapsOpened]).toEqual([[], []])
  const [wide, narrow] = [measure(['Gouraye'], 300), measure(['Gouraye'], 20)]
  const { gapsOpened: opened } = compareCoverage(wide, narrow)
  for (const { fromMetres, toMetres, segmentId } of opened) {
    const meets = wide.gaps.filter(
      (gap) => gap.segmentId === segmentId && gap.fromMetres < toMetres && gap.toMetres > fromMetres,
    )
    expect(meets).toEqual([])
  }
})

test('measures of different borders are not compared', () => {
  const other = { ...network, borders: network.borders.slice(0, -1) }
  const measured = measureCoverage(other, [], QUESTION)
  const isShorter = measured.segments.length < measure([]).segments.length
  const fewer = isShorter ? measured : { ...measured, segments: measured.segments.slice(1) }
  expect(() => compareCoverage(measure([]), fewer)).toThrow(RangeError)
})
