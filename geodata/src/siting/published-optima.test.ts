import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluateSites } from './evaluate-sites.ts'
import { loadHighs } from './load-highs.ts'
import type { MipSolver } from './mip-solver.ts'
import { readPmed, readSanFrancisco } from './published.fixture.ts'
import { solveSiting } from './solve-siting.ts'
import type { SitingAnswer, SitingModel, SitingProblem } from './types.ts'

const read = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/siting/${name}`, import.meta.url), 'utf8')
const OPTIMA = JSON.parse(read('optima.json')) as Record<string, Record<SitingModel, number>>

let solver: MipSolver
beforeAll(async () => {
  solver = await loadHighs()
})

function solve(problem: SitingProblem, exactly = true): SitingAnswer {
  const answer = solveSiting(problem, { solver: exactly ? solver : null, seconds: 50 })
  if (answer.kind === 'refused') throw new Error(answer.refusal.code)
  return answer
}

const sitesOf = ({ places }: SitingAnswer) => places.map(({ site }) => site)

describe.each(Object.keys(OPTIMA))('%s of the OR-Library', (name) => {
  test.each(['median', 'centre'] as const)('its published %s is found and proven', (model) => {
    const problem = readPmed(read(`${name}.txt`), model)
    const nodes = model === 'median' ? problem.weights.length : 1
    const answer = solve(problem)
    expect(answer.isOptimal).toBe(true)
    expect(answer.value.objective! * nodes).toBeCloseTo(OPTIMA[name]![model], 6)
    expect(answer.places.length).toBeLessThanOrEqual(problem.count!)
    expect(evaluateSites(problem, sitesOf(answer)).objective).toBe(answer.value.objective)
  })

  test('without the solver the bound holds and the greedy median is within 2 %', () => {
    const optimum = OPTIMA[name]!.median / 100
    const answer = solve(readPmed(read(`${name}.txt`), 'median'), false)
    expect(answer.bound).toBeLessThanOrEqual(optimum + 1e-9)
    expect(answer.value.objective!).toBeGreaterThanOrEqual(optimum - 1e-9)
    expect(answer.value.objective!).toBeLessThanOrEqual(1.02 * optimum)
  })
})

describe('the stores of San Francisco', () => {
  test('four cover at most the published 875 247 people, in 184 tracts', () => {
    const problem = readSanFrancisco(read('san-francisco.txt'), 4)
    const answer = solve(problem)
    expect(answer.isOptimal).toBe(true)
    expect(answer.value.objective).toBe(875_247)
    const covered = problem.weights.length - countOutside(problem, sitesOf(answer))
    expect(covered).toBe(184)
  })

  test('all tracts need the published eight', () => {
    const problem = { ...readSanFrancisco(read('san-francisco.txt'), 16), curveTo: 8 }
    const { curve } = solve(problem)
    expect(curve.map(({ isOptimal }) => isOptimal)).not.toContain(false)
    expect(curve.map(({ unreachedWeight }) => unreachedWeight === 0)).toEqual([
      ...new Array(8).fill(false),
      true,
    ])
    expect(curve[4]!.objective).toBe(875_247)
  })
})

function countOutside({ seconds, weights }: SitingProblem, sites: readonly number[]): number {
  return Array.from(weights).filter((_, point) => sites.every((site) => seconds[site]![point]! > 0)).length
}
