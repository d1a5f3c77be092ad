import { measureCandidates } from '@borne/geodata/coverage/measure-candidates'
import { seeded } from '@borne/geodata/itinerary/seeded'
import { loadHighs } from '@borne/geodata/siting/load-highs'
import type { MipSolver } from '@borne/geodata/siting/mip-solver'
import { solveSiting } from '@borne/geodata/siting/solve-siting'
import type { SitingAnswer, SitingModel, SitingProblem } from '@borne/geodata/siting/types'
import { type Bench, type BenchRow, benchRow } from './bench-row.ts'
import { openCoverageCase } from './coverage-case.ts'
import { cpuMs } from './cpu-time.ts'
import { publishedRows } from './published-siting.ts'
import { median } from './stopwatch.ts'

const NAME = 'coverage'
const DEMAND = 1000
const CANDIDATES = 200
const SITES = 10
const POSTS = 4
const SEEDS = [1, 2, 3, 4, 5]
const GOAL_SECONDS = 5
/** Wall time that one siting may take; what is not proven by then counts as such. */
const LIMIT_SECONDS = 60
const MODELS = ['covering', 'median', 'centre'] as const

/** Siting on made and real problems, in processor time, beside the greedy with its bound. */
export const bench: Bench = {
  name: NAME,
  async run(tell) {
    const solver = await loadHighs()
    const rows: BenchRow[] = []
    for (const model of MODELS) {
      tell(`siting, ${model}: ${SEEDS.length} problems of ${DEMAND} × ${CANDIDATES}`)
      const sited: Sited[] = []
      for (const seed of SEEDS) sited.push(await site(makeProblem(seed, model), solver))
      rows.push(...rowsOf(model, `${DEMAND} × ${CANDIDATES}, ${SITES} sites`, sited))
    }
    tell('siting on the bundled network')
    for (const model of MODELS) {
      const real = await realProblem(model)
      const size = `border of Guidimakha, ${real.weights.length} pieces × ${real.seconds.length} settlements, ${SITES} sites`
      rows.push(...rowsOf(model, size, [await site(real, solver)]))
    }
    tell('published instances')
    return [...rows, ...(await publishedRows(NAME, solver))]
  },
}

interface Sited {
  /** Processor seconds until the sites were proven, and until runner-up and curve were too. */
  sitesSeconds: number
  allSeconds: number
  greedySeconds: number
  /** By how much the greedy is worse than the best, and how far off its bound says it may be; shares. */
  greedyBehind: number
  greedyGap: number
  isAllProven: boolean
}

async function site(problem: SitingProblem, solver: MipSolver): Promise<Sited> {
  const greedy = await cpuMs(() => solve(problem, null))
  const begun = process.cpuUsage()
  const cpuSeconds = () => {
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1e6
  }
  let sitesSeconds = 0
  const best = solve(problem, solver, ({ stage }) => {
    if (stage === 'sites') sitesSeconds = cpuSeconds()
  })
  const behind = Math.abs(greedy.result.value.objective! - best.value.objective!) / best.value.objective!
  const isCurveProven = best.curve.every(({ isOptimal }) => isOptimal)
  return {
    sitesSeconds,
    allSeconds: cpuSeconds(),
    greedySeconds: greedy.ms / 1000,
    greedyBehind: behind,
    greedyGap: greedy.result.gap,
    isAllProven: best.isOptimal && best.runnerUp?.isOptimal === true && isCurveProven,
  }
}

function solve(problem: SitingProblem, solver: MipSolver | null, tell?: (answer: SitingAnswer) => void) {
  const answer = solveSiting(problem, { solver, seconds: LIMIT_SECONDS, tell })
  if (answer.kind === 'refused') throw new Error(answer.refusal.code)
  return answer
}

function rowsOf(model: SitingModel, size: string, sited: readonly Sited[]): BenchRow[] {
  const row = (what: string) => `siting, ${model}, ${size}: ${what}`
  const of = (read: (one: Sited) => number) => median(sited.map(read))
  const peer = { name: 'greedy, exchanges and bound, all of it', value: of((one) => one.greedySeconds) }
  const percent = (read: (one: Sited) => number) => 100 * Math.max(...sited.map(read))
  return [
    benchRow(NAME, {
      row: row('sites proven'),
      value: of((one) => one.sitesSeconds),
      unit: 's',
      goal: GOAL_SECONDS,
    }),
    benchRow(NAME, {
      row: row('with runner-up and curve'),
      value: of((one) => one.allSeconds),
      unit: 's',
      goal: GOAL_SECONDS,
      peer,
    }),
    benchRow(NAME, {
      row: row(`not all proven, of ${sited.length}`),
      value: sited.filter(({ isAllProven }) => !isAllProven).length,
      unit: '',
      goal: 0,
    }),
    benchRow(NAME, {
      row: row('greedy behind the best, worst'),
      value: percent((one) => one.greedyBehind),
      unit: '%',
    }),
    benchRow(NAME, {
      row: row('gap that the greedy tells, worst'),
      value: percent((one) => one.greedyGap),
      unit: '%',
    }),
  ]
}

/** Points in a region of 150 × 120 km, 30 km/h over ways 1.3 times the straight line; weights from 1 to 400. */
function makeProblem(seed: number, model: SitingModel): SitingProblem {
  const random = seeded(seed)
  const places = (length: number) =>
    Array.from({ length }, () => [random() * 150_000, random() * 120_000] as const)
  const demand = places(DEMAND)
  const candidates = places(CANDIDATES)
  const posts = places(POSTS)
  const weights = Array.from({ length: DEMAND }, () => Math.round(Math.exp(random() * 6)))
  const timesFrom = ([x, y]: readonly [number, number]) =>
    Float32Array.from(demand, ([toX, toY]) => (Math.hypot(toX - x, toY - y) * 1.3 * 3.6) / 30)
  return {
    ...LIMITS,
    model,
    weights,
    seconds: candidates.map(timesFrom),
    fixedSeconds: posts.map(timesFrom),
  }
}

const LIMITS = {
  costs: null,
  count: SITES,
  budget: null,
  withinSeconds: 1800,
  unreachedSeconds: null,
  curveTo: null,
}

/** The border of Guidimakha to be reached from settlements, beside four of the posts of the case. */
async function realProblem(model: SitingModel): Promise<SitingProblem> {
  const { network, posts, question } = await openCoverageCase()
  const candidates = network.settlements
    .filter(({ iso3 }) => iso3 === 'MRT')
    .slice(0, CANDIDATES)
    .map(({ id, name, position }) => ({ id, name, kind: 'settlement' as const, position, cost: 1 }))
  const ask = { demand: 'border' as const, posts: posts.slice(0, POSTS), unknownPopulation: 0 }
  const measured = measureCandidates(network, candidates, question, ask)
  return {
    ...LIMITS,
    model,
    weights: measured.demand.map(({ weight }) => weight),
    seconds: measured.seconds,
    fixedSeconds: measured.fixedSeconds,
  }
}
