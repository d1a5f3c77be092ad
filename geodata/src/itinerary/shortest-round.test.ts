import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan } from './check-plan.ts'
import { planRound } from './plan-round.ts'
import { planShifts } from './plan-shifts.ts'
import { seeded } from './seeded.ts'
import { shortestRound } from './shortest-round.ts'
import type { ShiftProblem } from './types.ts'

const STEPS = 1000
/** The shortest order is found nearly always, so the cases are the same each time. Others with `FC_SEED=…`. */
const SEED = Number(process.env.FC_SEED ?? 20261116)
const search = (seed: number) => ({ seed, progress: (steps: number) => steps / STEPS })

/** Costs that differ by direction, of 3 to 8 places. */
const costsOf = fc
  .integer({ min: 3, max: 8 })
  .chain((count) =>
    fc
      .array(fc.integer({ min: 1, max: 100 }), { minLength: count * count, maxLength: count * count })
      .map((costs) => ({ count, costs })),
  )

function costAlong(order: readonly number[], { count, costs }: { count: number; costs: readonly number[] }) {
  return order.slice(1).reduce((sum, to, i) => sum + costs[order[i]! * count + to]!, 0)
}

function ordersOf(inner: readonly number[]): number[][] {
  if (inner.length === 0) return [[]]
  return inner.flatMap((first) =>
    ordersOf(inner.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  )
}

describe('the shortest round', () => {
  test('passes every place once from the first to the last, and is the shortest where all can be tried', () => {
    fc.assert(
      fc.property(costsOf, fc.nat(), (given, seed) => {
        const last = given.count - 1
        const order = shortestRound(
          [...Array(given.count).keys()],
          (from, to) => given.costs[from * given.count + to]!,
          { random: seeded(seed), progress: (steps) => steps / STEPS },
        )
        expect([order[0], order.at(-1)]).toEqual([0, last])
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(given.count).keys()])
        const inner = Array.from({ length: given.count - 2 }, (_, i) => i + 1)
        const least = Math.min(...ordersOf(inner).map((some) => costAlong([0, ...some, last], given)))
        expect(costAlong(order, given)).toBe(least)
      }),
      { numRuns: 300, seed: SEED },
    )
  })

  test('tells better and better orders, the last of them the answer, and the same for a seed', () => {
    const random = seeded(7)
    const points = Array.from({ length: 120 }, () => [random(), random()] as const)
    const cost = (a: number, b: number) =>
      Math.hypot(points[a]![0] - points[b]![0], points[a]![1] - points[b]![1])
    const run = () => {
      const told: number[] = []
      const lengthOf = (order: readonly number[]) =>
        order.slice(1).reduce((sum, to, i) => sum + cost(order[i]!, to), 0)
      const order = shortestRound([...points.keys()], cost, {
        random: seeded(1),
        progress: (steps) => steps / 3000,
        onBetter: (better) => told.push(lengthOf(better)),
      })
      return { order, told, length: lengthOf(order) }
    }
    const { order, told, length } = run()
    expect(told.length).toBeGreaterThan(2)
    expect(told).toEqual([...told].sort((a, b) => b - a))
    expect(told.at(-1)).toBeCloseTo(length, 9)
    expect(run().order).toEqual(order)
  })
})

describe('a round is planned', () => {
  function dayOf(closes: number, dropCost = 1e6): ShiftProblem {
    const random = seeded(3)
    const places = 15
    const points = Array.from({ length: places }, () => [random() * 100, random() * 100] as const)
    const costs = Float64Array.from({ length: places * places }, (_, leg) => {
      const [from, to] = [points[Math.floor(leg / places)]!, points[leg % places]!]
      return Math.hypot(from[0] - to[0], from[1] - to[1])
    })
    const stops = Array.from({ length: places - 1 }, (_, i) => ({
      place: i + 1,
      serviceSeconds: 5,
      windows: [],
      dropCost,
      demand: 0,
      shifts: null,
      after: null,
    }))
    const shift = { team: 0, matrix: 0, opens: 0, closes, capacity: Infinity, maxDriveSeconds: Infinity }
    return {
      places,
      matrices: [{ seconds: costs, costs }],
      stops,
      shifts: [{ ...shift, startPlace: 0, endPlaces: [0] }],
    }
  }

  test('as a round where everybody fits into the day, and as shifts where not', () => {
    const problem = dayOf(1000)
    const round = planRound(problem, search(1))!
    expect(checkPlan(problem, round)).toEqual({ broken: [], cost: expect.closeTo(round.cost, 6) })
    expect(planShifts(problem, search(1))).toEqual(round)

    const short = dayOf(250)
    expect(planRound(short, search(1))).toBeNull()
    const plan = planShifts(short, search(1))
    expect(plan.dropped.length).toBeGreaterThan(0)
    expect(checkPlan(short, plan).broken).toEqual([])
  })

  test('as shifts where the fuel does not last without filling up', () => {
    const problem = dayOf(1000)
    const litres = problem.matrices[0]!.costs
    const round = planRound(problem, search(1))!
    const fuelled = (maxLitres: number) => ({
      ...problem,
      matrices: [{ ...problem.matrices[0]!, litres }],
      shifts: [{ ...problem.shifts[0]!, maxLitres }],
    })
    expect(planRound(fuelled(round.cost + 1), search(1))).toEqual(round)
    const thirsty = fuelled(round.cost / 2)
    expect(planRound(thirsty, search(1))).toBeNull()
    expect(checkPlan(thirsty, planShifts(thirsty, search(1))).broken).toEqual([])
  })

  test('as shifts where somebody is not worth the way, or has hours', () => {
    expect(planRound(dayOf(1000, 20), search(1))).toBeNull()
    const problem = dayOf(1000)
    const [first, ...others] = problem.stops
    const withHours = {
      ...problem,
      stops: [{ ...first!, windows: [{ opens: 100, closes: 300 }] }, ...others],
    }
    expect(planRound(withHours, search(1))).toBeNull()
    expect(checkPlan(withHours, planShifts(withHours, search(1))).broken).toEqual([])
  })
})
