import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluateSites } from './evaluate-sites.ts'
import { loadHighs } from './load-highs.ts'
import type { MipSolver } from './mip-solver.ts'
import { tryAllSets } from './siting.fixture.ts'
import { solveSiting } from './solve-siting.ts'
import type { SitingAnswer, SitingProblem, SitingValue } from './types.ts'

let solver: MipSolver
beforeAll(async () => {
  solver = await loadHighs()
})

function solve(problem: SitingProblem, by: MipSolver | null = solver): SitingAnswer {
  const answer = solveSiting(problem, { solver: by, seconds: 30 })
  if (answer.kind === 'refused') throw new Error(answer.refusal.code)
  return answer
}

function refusalOf(problem: SitingProblem) {
  const answer = solveSiting(problem, { solver, seconds: 5 })
  return answer.kind === 'refused' ? answer.refusal : null
}

const sitesOf = ({ places }: SitingAnswer) => places.map(({ site }) => site)
const codesOf = ({ notes }: SitingAnswer) => notes.map(({ code }) => code)
const row = (...seconds: number[]) => Float32Array.from(seconds)
const NO_WAY = Number.POSITIVE_INFINITY

/** Four villages on a road, ten minutes apart; candidates at the first, the second and the last; no post stands. */
const ROAD: SitingProblem = {
  model: 'covering',
  weights: [10, 20, 30, 40],
  seconds: [row(0, 600, 1200, 1800), row(600, 0, 600, 1200), row(1800, 1200, 600, 0)],
  fixedSeconds: [],
  costs: null,
  count: 1,
  budget: null,
  withinSeconds: 600,
  unreachedSeconds: null,
  curveTo: null,
}

describe('worked by hand', () => {
  test('covering: one site where 70 of 100 are within ten minutes, two for all', () => {
    const one = solve(ROAD)
    expect(one).toMatchObject({ totalWeight: 100, bound: 70, gap: 0, isOptimal: true })
    expect(one.places).toEqual([{ site: 2, cost: 1, gain: 70, objective: 70, unreachedWeight: 30 }])
    expect(one.runnerUp).toMatchObject({ sites: [1], objective: 60, behind: 10, isOptimal: true })
    const two = solve({ ...ROAD, count: 2, curveTo: 3 })
    expect(two.places.map(({ site, gain }) => [site, gain])).toEqual([
      [2, 70],
      [0, 30],
    ])
    expect(two.curve.map(({ objective }) => objective)).toEqual([0, 70, 100, 100])
    expect(two.runnerUp).toMatchObject({ objective: 100, behind: 0 })
  })

  test('a post that stands counts, and what it covers is no gain', () => {
    const answer = solve({ ...ROAD, fixedSeconds: [row(1800, 1200, 600, 0)] })
    expect(answer.before).toMatchObject({ objective: 70, unreachedWeight: 30 })
    expect(answer.places).toMatchObject([{ site: 0, gain: 30, objective: 100 }])
  })

  test('median: the mean over the weights, from the nearest open site', () => {
    const answer = solve({ ...ROAD, model: 'median', withinSeconds: null })
    expect(sitesOf(answer)).toEqual([2])
    expect(answer.value.objective).toBe((10 * 1800 + 20 * 1200 + 30 * 600) / 100)
    expect(answer.notes).toContainEqual({ code: 'unreached-seconds-chosen', seconds: 3600 })
  })

  test('centre: the longest time is least from the middle', () => {
    const answer = solve({ ...ROAD, model: 'centre', withinSeconds: null })
    expect(sitesOf(answer)).toEqual([1])
    expect(answer.value.objective).toBe(1200)
    expect(answer.places[0]!.gain).toBeNull()
    expect(answer.runnerUp).toMatchObject({ objective: 1800, behind: 600, behindShare: 0.5 })
  })

  test('centre: first what can be reached, then how soon', () => {
    const seconds = [row(5, NO_WAY, 5), row(100, 100, NO_WAY), row(NO_WAY, 100, NO_WAY)]
    const problem = { ...ROAD, model: 'centre' as const, weights: [1, 1, 1], seconds, withinSeconds: null }
    expect(solve(problem).value).toEqual({ objective: 5, reachedWeight: 2, unreachedWeight: 1 })
    expect(solve({ ...problem, count: 2 }).value).toMatchObject({ objective: 100, unreachedWeight: 0 })
  })

  test('a budget buys what is worth most, not what is cheapest', () => {
    const costs = [1, 1, 5]
    const answer = solve({ ...ROAD, costs, count: null, budget: 5 })
    expect(answer).toMatchObject({ cost: 5, isOptimal: true })
    expect(sitesOf(answer)).toEqual([2])
    expect(codesOf(solve({ ...ROAD, costs, budget: 4 }))).toContain('unaffordable-candidates')
  })
})

describe('told, never silent', () => {
  test('all covered already: no site, and why', () => {
    const answer = solve({ ...ROAD, fixedSeconds: [row(0, 0, 0, 0)] })
    expect(answer).toMatchObject({ places: [], isOptimal: true, runnerUp: null })
    expect(codesOf(answer)).toEqual(['useless-candidates', 'already-covered'])
  })

  test('nothing in reach of any candidate', () => {
    const answer = solve({ ...ROAD, seconds: [row(NO_WAY, NO_WAY, NO_WAY, NO_WAY)] })
    expect(answer).toMatchObject({ places: [], value: { objective: 0 } })
    expect(answer.notes).toContainEqual({ code: 'beyond-all', points: 4, weight: 100 })
    expect(codesOf(answer)).toContain('nothing-to-gain')
  })

  test('demand beyond all sites is left out of the mean with its weight; a penalty counts the rest', () => {
    const seconds = [row(100, NO_WAY, NO_WAY, NO_WAY), row(NO_WAY, 100, NO_WAY, NO_WAY)]
    const answer = solve({ ...ROAD, model: 'median', seconds, unreachedSeconds: 1000 })
    expect(answer.totalWeight).toBe(30)
    expect(answer.value).toEqual({
      objective: (10 * 1000 + 20 * 100) / 30,
      reachedWeight: 20,
      unreachedWeight: 10,
    })
    expect(answer.notes).toContainEqual({ code: 'beyond-all', points: 2, weight: 70 })
  })

  test('more sites than candidates, and fewer than allowed are enough', () => {
    const answer = solve({ ...ROAD, count: 9 })
    expect(answer.notes).toContainEqual({ code: 'count-above-candidates', candidates: 3 })
    expect(answer.notes).toContainEqual({ code: 'fewer-suffice', sites: 2 })
  })

  test('without a solver, what is not proven is told with its bound', () => {
    const weights = new Array(6).fill(1)
    const seconds = [0, 1, 2, 3].map((site) =>
      row(...weights.map((_, p) => (PAIRS[p]!.includes(site) ? 1 : 9))),
    )
    const problem = { ...ROAD, weights, seconds, count: 2, withinSeconds: 1 }
    const greedy = solve(problem, null)
    expect(greedy.value.objective).toBe(5)
    expect(greedy.bound).toBeGreaterThanOrEqual(5)
    expect(solve(problem)).toMatchObject({ isOptimal: true, value: { objective: 5 } })
  })

  test('no time for the solver: the greedy answer with its gap', () => {
    const answer = solveSiting(ALIKE, { solver, seconds: 0 })
    expect(answer).toMatchObject({ kind: 'answer', isOptimal: false })
    if (answer.kind === 'answer') {
      expect(answer.notes).toContainEqual({ code: 'not-proven', why: 'time-over' })
      expect(answer.gap).toBeGreaterThan(0)
    }
  })

  test('each better-known answer is told, the last is the answer', () => {
    const told: SitingAnswer[] = []
    const answer = solveSiting(ROAD, { solver, seconds: 5, tell: (known) => told.push(known) })
    expect(told.map(({ stage }) => stage)).toEqual(['preview', 'sites', 'runner-up', 'complete'])
    expect(told.at(-1)).toBe(answer)
  })
})

/** The pairs of four sites: each of six points is served by two. */
const PAIRS = [0, 1, 2].flatMap((a) => [1, 2, 3].filter((b) => b > a).map((b) => [a, b]))

/** 40 points and 20 candidates on a circle, in no order: the relaxation is far from whole. */
const HARD: SitingProblem = {
  ...ROAD,
  weights: Array.from({ length: 40 }, (_, point) => 1 + (point % 7)),
  seconds: Array.from({ length: 20 }, (_, site) =>
    Float32Array.from({ length: 40 }, (_, point) => ((site * 37 + point * 53) % 101) + 1),
  ),
  count: 5,
  withinSeconds: 20,
}

/** Each two of seven sites share a point: no prices can tell three sites from three others. */
const ALIKE: SitingProblem = {
  ...ROAD,
  weights: Array.from({ length: 21 }, () => 1),
  seconds: Array.from({ length: 7 }, (_, site) =>
    Array.from({ length: 7 }, (_, a) =>
      Array.from({ length: a }, (_, b) => (site === a || site === b ? 1 : 100)),
    ).flat(),
  ),
  count: 3,
  withinSeconds: 20,
}

describe('refused, with the reason and the place', () => {
  test.each<[string, Partial<SitingProblem>, object]>([
    ['no candidate', { seconds: [] }, { code: 'no-candidates' }],
    ['no demand', { weights: [], seconds: [row()] }, { code: 'no-demand' }],
    ['no weight', { weights: [0, 0, 0, 0] }, { code: 'no-demand' }],
    ['negative weight', { weights: [1, -2, 3, 4] }, { code: 'bad-weight', demand: 1, value: -2 }],
    ['weight that is no number', { weights: [1, 2, Number.NaN, 4] }, { code: 'bad-weight', demand: 2 }],
    ['infinite weight', { weights: [NO_WAY, 2, 3, 4] }, { code: 'bad-weight', demand: 0 }],
    ['negative time', { seconds: [row(0, -1, 0, 0)] }, { code: 'bad-time', of: 'candidate', demand: 1 }],
    [
      'time that is no number',
      { fixedSeconds: [row(0, 0, Number.NaN, 0)] },
      { code: 'bad-time', of: 'fixed', demand: 2 },
    ],
    ['a row too short', { seconds: [row(0, 0, 0)] }, { code: 'bad-shape', length: 3, expected: 4 }],
    ['costs too few', { costs: [1] }, { code: 'bad-shape', of: 'costs', length: 1, expected: 3 }],
    ['negative cost', { costs: [1, -1, 1] }, { code: 'bad-cost', candidate: 1, value: -1 }],
    ['no limit', { count: null }, { code: 'no-limit' }],
    ['none to open', { count: 0 }, { code: 'bad-limit', limit: 'count', value: 0 }],
    ['half a site', { count: 1.5 }, { code: 'bad-limit', limit: 'count' }],
    ['no threshold', { withinSeconds: null }, { code: 'bad-limit', limit: 'withinSeconds' }],
    ['curve to less than none', { curveTo: -1 }, { code: 'bad-limit', limit: 'curveTo' }],
    [
      'budget below all',
      { costs: [3, 2, 4], budget: 1 },
      { code: 'budget-too-small', budget: 1, cheapest: 2 },
    ],
    [
      'too many',
      { weights: new Float64Array(5000).fill(1), seconds: new Array(5000).fill(new Float32Array(5000)) },
      { code: 'too-large', cells: 25_000_000, most: 20_000_000 },
    ],
  ])('%s', (_, change, refusal) => {
    expect(refusalOf({ ...ROAD, ...change })).toMatchObject(refusal)
  })
})

test.each(['covering', 'median', 'centre'] as const)('the same %s has the same answer', (model) => {
  const [first, again] = [solve({ ...HARD, model }), solve({ ...HARD, model })]
  expect({ ...again, tookSeconds: 0 }).toEqual({ ...first, tookSeconds: 0 })
})

test('5 000 candidates are answered and proven', () => {
  const points = 60
  const seconds = Array.from({ length: 5000 }, (_, site) =>
    Float32Array.from({ length: points }, (_, point) => ((site * 7919 + point * point * 31) % 997) + 1),
  )
  const weights = Array.from({ length: points }, (_, point) => 1 + ((point * 13) % 17))
  const answer = solve({ ...ROAD, weights, seconds, count: 3, withinSeconds: 120, curveTo: 0 })
  expect(answer.isOptimal).toBe(true)
  expect(answer.value.objective).toBe(
    evaluateSites({ ...ROAD, weights, seconds, withinSeconds: 120 }, sitesOf(answer)).objective,
  )
})

describe('against every set of candidates', () => {
  const problems = fc
    .record({
      points: fc.integer({ min: 1, max: 12 }),
      candidates: fc.integer({ min: 1, max: 8 }),
      posts: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ points, candidates, posts }) => {
      const time = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.constant(NO_WAY))
      const times = fc.array(time, { minLength: points, maxLength: points }).map((all) => row(...all))
      const rows = (length: number) => fc.array(times, { minLength: length, maxLength: length })
      return fc.record<SitingProblem>({
        model: fc.constantFrom('covering', 'median', 'centre'),
        weights: fc.array(
          fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.5, max: 9, noNaN: true })),
          {
            minLength: points,
            maxLength: points,
          },
        ),
        seconds: rows(candidates),
        fixedSeconds: rows(posts),
        costs: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: candidates, maxLength: candidates }),
        count: fc.integer({ min: 1, max: 5 }),
        budget: fc.option(fc.integer({ min: 5, max: 12 })),
        withinSeconds: fc.constant(8),
        unreachedSeconds: fc.option(fc.constant(50)),
        curveTo: fc.constant(8),
      })
    })

  test('sites, runner-up and curve are the best there are', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = solve(problem)
        const all = tryAllSets(problem, sitesOf(answer))
        expect(answer.isOptimal).toBe(true)
        expectEqual(answer.value, all.best, problem)
        for (const [count, point] of answer.curve.slice(0, problem.count! + 1).entries()) {
          expectEqual(point, all.byCount[count]!, problem)
        }
        if (answer.runnerUp) {
          expect(answer.runnerUp.isOptimal).toBe(true)
          expectEqual(answer.runnerUp, all.second!, problem)
        } else if (answer.places.length > 0 && all.second) {
          expectEqual(answer.before, all.second, problem)
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('without a solver no bound is crossed, and a proof is a proof', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = solve(problem, null)
        const { best } = tryAllSets(problem, [])
        if (answer.isOptimal) expectEqual(answer.value, best, problem)
        const sign = problem.model === 'covering' ? 1 : -1
        expect(sign * (answer.bound - best.objective!)).toBeGreaterThanOrEqual(-1e-6)
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

function expectEqual(
  value: Pick<SitingValue, 'objective' | 'unreachedWeight'>,
  best: SitingValue,
  { model }: SitingProblem,
): void {
  expect(value.objective === null).toBe(best.objective === null)
  expect(value.objective ?? 0).toBeCloseTo(best.objective ?? 0, 6)
  if (model === 'centre') expect(value.unreachedWeight).toBeCloseTo(best.unreachedWeight, 6)
}
