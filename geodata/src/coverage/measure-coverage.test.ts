import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { bruteReachedMetres } from './brute-force.fixture.ts'
import { bundledCoverage, PLACES, postAt, postsAt, QUESTION, SELIBABY } from './coverage.fixture.ts'
import type { CoverageNetwork, CoverageQuestion, MeasuredCoverage } from './coverage-types.ts'
import { chooseBands, measureCoverage } from './measure-coverage.ts'
import { sampleBorder } from './sample-border.ts'

const NAMES = Object.keys(PLACES) as (keyof typeof PLACES)[]
const ON_FOOT = { maxMetres: 2000, kmh: 4 }
/** Metres that sums of thousands of pieces may differ by in their order. */
const ROUNDING = 1e-6

let network: CoverageNetwork
beforeAll(async () => {
  network = await bundledCoverage()
}, 120_000)

function measure(names: readonly (keyof typeof PLACES)[], asked: Partial<CoverageQuestion<null>> = {}) {
  return measureCoverage(network, postsAt(...names), { ...QUESTION, ...asked })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the length in reach', () => {
  test.each([
    [45, { maxMetres: 2000, kmh: null }],
    [75, ON_FOOT],
  ])('in %i minutes, %j, agrees with a brute force to half a percent', (minutes, access) => {
    const names = ['Gouraye', 'Ghabou', 'El Melgué', 'Boully'] as const
    const { reachedBorderMetres } = measure(names, { minutes, access })
    const brute = bruteReachedMetres(network, postsAt(...names), minutes, access, QUESTION.options)
    expect(brute).toBeGreaterThan(20_000)
    expect(Math.abs(reachedBorderMetres / brute - 1)).toBeLessThan(0.005)
  })

  test('segments, gaps and catchments each sum to the whole; more minutes, posts or metres never give less', () => {
    fc.assert(
      fc.property(
        fc.subarray(NAMES, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...NAMES),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 120 }),
        fc.constantFrom(null, 4),
        (names, other, minutes, more, kmh) => {
          const access = { maxMetres: 2000, kmh }
          const measured = measure(names, { minutes, access })
          expectSums(measured)
          const { reachedBorderMetres } = measured
          const later = measure(names, { minutes: minutes + more, access })
          expect(later.reachedBorderMetres).toBeGreaterThanOrEqual(reachedBorderMetres)
          const withOther = measure([...new Set([...names, other])], { minutes, access })
          expect(withOther.reachedBorderMetres).toBeGreaterThanOrEqual(reachedBorderMetres)
          const wider = measure(names, { minutes, access: { maxMetres: 2500, kmh } })
          expect(wider.reachedBorderMetres).toBeGreaterThanOrEqual(reachedBorderMetres)
        },
      ),
      { numRuns: 8 },
    )
  })

  function expectSums(measured: MeasuredCoverage<null>): void {
    const { borderMetres, reachedBorderMetres, segments, gaps, catchments, profiles } = measured
    expect(sum(segments.map(({ lengthMetres }) => lengthMetres))).toBe(borderMetres)
    expect(sum(segments.map(({ reachedMetres }) => reachedMetres))).toBe(reachedBorderMetres)
    const gapMetres = sum(gaps.map(({ lengthMetres }) => lengthMetres))
    expect(Math.abs(gapMetres + reachedBorderMetres - borderMetres)).toBeLessThan(ROUNDING)
    const belongs = sum(catchments.map((catchment) => catchment.borderMetres))
    const nobodys = profiles.flatMap(({ p50Seconds }) => p50Seconds).filter((seconds) => seconds === null)
    if (nobodys.length === 0) expect(Math.abs(belongs - borderMetres)).toBeLessThan(ROUNDING)
    expect(belongs).toBeLessThan(borderMetres + ROUNDING)
    const reachedInCatchments = sum(catchments.map((catchment) => catchment.reachedBorderMetres))
    expect(Math.abs(reachedInCatchments - reachedBorderMetres)).toBeLessThan(ROUNDING)
    const drawn = measured.border.features.map(({ properties }) => properties)
    const drawnInReach = drawn.filter(({ inReach }) => inReach)
    expect(
      Math.abs(sum(drawnInReach.map((part) => part.toMetres - part.fromMetres)) - reachedBorderMetres),
    ).toBeLessThan(0.01)
  }

  test('what is lost when a post closes is what it alone reached', () => {
    const names = ['Gouraye', 'Diaguili', 'Ghabou', 'El Melgué'] as const
    const asked = { minutes: 180, access: ON_FOOT }
    const all = measure(names, asked)
    const { onePostMetres, morePostsMetres, byPost } = all.redundancy
    expect(Math.abs(onePostMetres + morePostsMetres - all.reachedBorderMetres)).toBeLessThan(ROUNDING)
    expect(sum(byPost.map(({ lostMetres }) => lostMetres))).toBeCloseTo(onePostMetres, 6)
    expect(byPost.some(({ lostMetres }) => lostMetres > 1000)).toBe(true)
    for (const { postId, lostMetres } of byPost) {
      const without = measure(
        names.filter((name) => name !== postId),
        asked,
      )
      expect(Math.abs(all.reachedBorderMetres - without.reachedBorderMetres - lostMetres)).toBeLessThan(
        ROUNDING,
      )
    }
  })
})

describe('times', () => {
  test('along the border are whole seconds of the soonest post, nine journeys in ten take longer than half of them', () => {
    const asked = { minutes: 90, access: ON_FOOT }
    const { profiles, posts, reachedBorderMetres } = measure(NAMES, asked)
    const { metres } = sampleBorder(network.borders.filter(({ inGuidimakha }) => inGuidimakha))
    const p50 = profiles.flatMap(({ p50Seconds }) => p50Seconds)
    const p90 = profiles.flatMap(({ p90Seconds }) => p90Seconds)
    const postIndexes = profiles.flatMap((profile) => profile.postIndexes)
    expect([p50.length, p90.length, postIndexes.length]).toEqual(Array(3).fill(metres.length))
    let within = 0
    p50.forEach((seconds, piece) => {
      if (seconds === null) return
      expect(p90[piece]).toBeGreaterThanOrEqual(seconds)
      expect(posts[postIndexes[piece]!]!.isUsed).toBe(true)
      if (seconds <= 90 * 60) within += metres[piece]!
    })
    // A piece whose time rounds to the limit may be beyond it.
    expect(Math.abs(within - reachedBorderMetres)).toBeLessThanOrEqual(50)
  })

  test('of the gaps are beyond the minutes, and name the post of the profile', () => {
    const { gaps, minutes } = measure(['Gouraye', 'El Melgué'], { minutes: 60 })
    expect(gaps.filter(({ nearest }) => nearest).length).toBeGreaterThan(3)
    for (const { nearest, fromMetres, toMetres, lengthMetres, settlements } of gaps) {
      if (nearest) expect(nearest.seconds).toBeGreaterThanOrEqual(minutes * 60)
      expect(toMetres - fromMetres).toBeCloseTo(lengthMetres, 6)
      expect(settlements).toHaveLength(3)
      const distances = settlements.map(({ distanceMetres }) => distanceMetres)
      expect(distances.toSorted((a, b) => a - b)).toEqual(distances)
    }
  })

  test('from the sub-office to each post are those of the road; without an office there are none', () => {
    const { posts } = measure(['Gouraye', 'Diaguili'], { office: SELIBABY })
    expect(posts[0]!.fromOfficeSeconds).toBeGreaterThan(2400)
    expect(posts[0]!.fromOfficeSeconds).toBeLessThan(4200)
    // Over mapped roads of Mauritania there is none: SOURCES.md, section 10.
    expect(posts[1]!.fromOfficeSeconds).toBeNull()
    expect(measure(['Gouraye']).posts[0]!.fromOfficeSeconds).toBeNull()
  })
})

describe('crossings, settlements and people', () => {
  test('a crossing is watched where a post comes in time', () => {
    const { crossings } = measure(['Gouraye', 'Ghabou'], { minutes: 30 })
    expect(crossings).toHaveLength(18)
    expect(crossings.filter(({ byFerry }) => byFerry)).toHaveLength(4)
    const watched = crossings.filter(({ isWatched }) => isWatched)
    expect(watched.length).toBeGreaterThan(1)
    expect(watched.length).toBeLessThan(18)
    for (const { isWatched, seconds } of crossings) {
      expect(isWatched).toBe(seconds !== null && seconds <= 30 * 60)
    }
  })

  test('of people a range is told; places without a figure are a class of their own', () => {
    const { settlements, population } = measureCoverage(network, [postAt('Sélibaby', SELIBABY)], {
      ...QUESTION,
      minutes: 60,
    })
    expect(settlements.some(({ name }) => name === 'Sélibaby')).toBe(true)
    expect(population.known).toBe(18_424)
    expect([population.low, population.high]).toEqual([14_739, 22_109])
    expect(population.knownCount + population.unknownCount).toBe(settlements.length)
    expect(population.unknownCount).toBeGreaterThan(3)
  })
})

describe('bad input has an answer', () => {
  test('no post at all: everything is a gap', () => {
    const { reachedBorderMetres, gaps, borderMetres, catchments, roads, crossings } = measure([])
    expect(reachedBorderMetres).toBe(0)
    expect(sum(gaps.map(({ lengthMetres }) => lengthMetres))).toBeCloseTo(borderMetres, 6)
    expect(gaps.every(({ nearest }) => nearest === null)).toBe(true)
    expect([catchments, roads.features]).toEqual([[], []])
    expect(crossings.every(({ isWatched, seconds }) => !isWatched && seconds === null)).toBe(true)
  })

  test('posts on no road, without or with an unconfirmed position are left out with their reason', () => {
    const unconfirmed = { ...postAt('Ghabou', [...PLACES.Ghabou]), isPositionUnconfirmed: true }
    const posts = [postAt('far', [-4, 22]), postAt('none', null), unconfirmed]
    const measured = measureCoverage(network, posts, QUESTION)
    expect(measured.posts.map(({ leftOutBecause }) => leftOutBecause)).toEqual([
      'off-network',
      'no-position',
      'unconfirmed',
    ])
    expect(measured.reachedBorderMetres).toBe(0)
    const counted = measureCoverage(network, posts, { ...QUESTION, includeUnconfirmed: true })
    expect(counted.posts[2]!.isUsed).toBe(true)
    expect(counted.reachedBorderMetres).toBeGreaterThan(0)
    expect(counted.profiles[2]!.postIndexes).toContain(2)
  })

  test('a segment without vertices is skipped and named, the rest is measured', () => {
    const empty = { ...network.borders[0]!, id: 'empty', inGuidimakha: true, coordinates: [] }
    const withEmpty = { ...network, borders: [empty, ...network.borders] }
    const measured = measureCoverage(withEmpty, postsAt('Gouraye'), QUESTION)
    expect(measured.skippedSegmentIds).toEqual(['empty'])
    expect(measured.segments[0]).toMatchObject({ lengthMetres: 0, reachedMetres: 0, reachedShare: 0 })
    expect(measured.reachedBorderMetres).toBe(measure(['Gouraye']).reachedBorderMetres)
  })

  test('no minutes reach what the post stands at; ten thousand all that has a way', () => {
    const none = measure(['Gouraye'], { minutes: 0 })
    expect(none.bands).toEqual([0])
    const inReach = none.border.features.filter(({ properties }) => properties.inReach)
    expect(inReach.length).toBeGreaterThan(0)
    for (const position of inReach.flatMap(({ geometry }) => geometry.coordinates as Position[])) {
      expect(sphericalMetres(position, [...PLACES.Gouraye])).toBeLessThan(
        2000 + none.posts[0]!.offRoadMetres! + 30,
      )
    }
    const all = measure(NAMES, { minutes: 10_000, access: ON_FOOT })
    for (const { nearest } of all.gaps) expect(nearest).toBeNull()
    const inADay = measure(NAMES, { minutes: 1440, access: ON_FOOT })
    expect(all.reachedBorderMetres).toBeGreaterThanOrEqual(inADay.reachedBorderMetres)
  })

  test.each([
    [15, [5, 10, 15]],
    [45, [10, 20, 30, 40, 45]],
    [60, [10, 20, 30, 40, 50, 60]],
    [90, [15, 30, 45, 60, 75, 90]],
    [360, [60, 120, 180, 240, 300, 360]],
    [1, [1]],
    [0, [0]],
    [1440, [240, 480, 720, 960, 1200, 1440]],
  ])('%i minutes are drawn in classes up to %j', (minutes, bands) => {
    expect(chooseBands(minutes)).toEqual(bands)
  })
})

test('inputs that were written as JSON measure to the same figures', () => {
  const records = {
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(6, 0.5)], lengthMetres: 6100 }),
      road({
        id: 2,
        u: 2,
        v: 3,
        coordinates: [at(6, 0.5), at(9, -0.7)],
        lengthMetres: 3300,
        structure: 'ford',
      }),
      road({ id: 3, u: 2, v: 4, coordinates: [at(6, 0.5), at(6, 4)], isOneway: true, highway: 'secondary' }),
    ],
    wadis: [[at(3, -1), at(3, 2)]],
  }
  const segment = { ...network.borders[0]!, inGuidimakha: true, coordinates: [at(-1, 0.2), at(10, 0.1)] }
  const settlement = { ...network.settlements[0]!, population: 1200, position: at(6, 3.5) }
  const crossing = { id: 'c', name: 'C', byFerry: false, position: at(9, 0.1) }
  const inputs = {
    records,
    rest: { borders: [segment], settlements: [settlement], crossings: [crossing] },
    posts: [postAt('a', at(0, 0.1)), postAt('b', at(8, 0))],
    question: { ...QUESTION, minutes: 12, access: { maxMetres: 700, kmh: 5 }, office: at(6, 4) },
  }
  const measured = ({ records, rest, posts, question }: typeof inputs) =>
    measureCoverage({ graph: buildRoadGraph(records), ...rest }, posts, question)
  const first = measured(inputs)
  expect(first.reachedBorderShare).toBeGreaterThan(0.2)
  expect(first.reachedBorderShare).toBeLessThan(1)
  expect(first.settlements).toHaveLength(1)
  expect(measured(JSON.parse(JSON.stringify(inputs)))).toEqual(first)
})
