import { postAt } from '@borne/geodata/coverage/coverage.fixture'
import type { CoverageQuestion, SitingCandidate } from '@borne/geodata/coverage/coverage-types'
import { measureCandidates } from '@borne/geodata/coverage/measure-candidates'
import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import { rankCriticalLinks } from '@borne/geodata/coverage/rank-critical-links'
import { type Bench, type BenchRow, benchRow } from './bench-row.ts'
import { type CoverageCase, openCoverageCase } from './coverage-case.ts'
import { measureInBrowser } from './coverage-in-browser.ts'
import { measurePgCoverage, type PgCoverage } from './coverage-pgrouting.ts'
import { cpuMs } from './cpu-time.ts'
import { median } from './stopwatch.ts'

const NAME = 'coverage'
const STEP_GOAL_MS = 50
const MATRIX_GOAL_MS = 2000
const LENGTH_GOAL_PERCENT = 0.5
/** As a hand moves the slider. */
const SLIDER = Array.from({ length: 47 }, (_, i) => 10 + 5 * i)
const ASKED_OF_PG = [30, 60, 90, 120]
const SITES = 200
const MOVES = 20
const ON_FOOT = { maxMetres: 2000, kmh: 4 }

/** Coverage of the bundled network by twenty posts, in processor time; the length in reach beside PostGIS and pgRouting. */
export const bench: Bench = {
  name: NAME,
  async run(tell) {
    tell('the bundled network with twenty posts')
    const coverage = await openCoverageCase()
    const { steps, ...first } = await ownTimes(coverage)
    tell('Chromium’s worker')
    const inBrowser = await measureInBrowser(NAME, coverage)
    tell('PostGIS and pgRouting on the same roads')
    const peer = await measurePgCoverage(coverage, ASKED_OF_PG)
    return [
      ...(await ownRows(coverage, steps, first)),
      ...inBrowser,
      ...('missing' in peer
        ? [benchRow(NAME, { row: `PostGIS and pgRouting: ${peer.missing}`, value: null, unit: '' })]
        : peerRows(coverage, peer, steps)),
    ]
  },
}

interface OwnTimes {
  steps: number[]
  /** The first question of a state of the roads. */
  stateMs: number
  /** One of the posts stands elsewhere. */
  movedMs: number
}

async function ownTimes({ network, posts, question }: CoverageCase): Promise<OwnTimes> {
  const ask = (asked: Partial<CoverageQuestion<null>>, some = posts) =>
    cpuMs(() => measureCoverage(network, some, { ...question, ...asked }))
  // The first state meets cold code, which no user meets twice.
  await ask({ access: ON_FOOT })
  const { ms: stateMs } = await ask({})
  const moved: number[] = []
  for (const { id, position } of candidatesOf(network).slice(0, MOVES)) {
    moved.push((await ask({}, [...posts.slice(1), postAt(id, position)])).ms)
  }
  for (const minutes of SLIDER) await ask({ minutes })
  const steps: number[] = []
  for (const minutes of SLIDER.toReversed()) steps.push((await ask({ minutes })).ms)
  return { steps, stateMs, movedMs: median(moved) }
}

async function ownRows(
  { network, posts, question }: CoverageCase,
  steps: readonly number[],
  { stateMs, movedMs }: Omit<OwnTimes, 'steps'>,
): Promise<BenchRow[]> {
  const links = await cpuMs(() =>
    rankCriticalLinks(network, posts, { ...question, minutes: 90 }, { mayClose: [] }),
  )
  const matrix = await cpuMs(() =>
    measureCandidates(network, candidatesOf(network), question, {
      demand: 'border',
      posts,
      unknownPopulation: 0,
    }),
  )
  const { result } = matrix
  const step = `a step of the minutes, ${posts.length} posts, gaps and drawn roads included`
  const row = (name: string, value: number, goal?: number) =>
    benchRow(NAME, { row: name, value, unit: 'ms', ...(goal === undefined ? {} : { goal }) })
  return [
    row(step, median(steps), STEP_GOAL_MS),
    row(`${step}: the slowest of ${steps.length}`, Math.max(...steps), STEP_GOAL_MS),
    row(`a post moved, ${posts.length} posts`, movedMs),
    row(`another state of the roads or access, ${posts.length} posts`, stateMs),
    row(`critical links, ${links.result.triedCount} tried`, links.ms),
    row(
      `siting matrix, ${result.candidates.length} sites × ${result.demand.length} pieces`,
      matrix.ms,
      MATRIX_GOAL_MS,
    ),
  ]
}

function candidatesOf({ settlements }: CoverageCase['network']): SitingCandidate[] {
  return settlements
    .filter(({ iso3 }) => iso3 === 'MRT')
    .slice(0, SITES)
    .map(({ id, name, position }) => ({ id, name, kind: 'settlement', position, cost: 1 }))
}

function peerRows(
  { network, posts, question }: CoverageCase,
  peer: PgCoverage,
  steps: readonly number[],
): BenchRow[] {
  const own = ASKED_OF_PG.map((minutes) => measureCoverage(network, posts, { ...question, minutes }))
  const apart = own.map(({ reachedBorderMetres }, i) =>
    Math.abs(100 * (reachedBorderMetres / peer.reachedMetres[i]! - 1)),
  )
  const wholeApart = Math.abs(100 * (own[0]!.borderMetres / peer.borderMetres - 1))
  const percent = (row: string, value: number) =>
    benchRow(NAME, { row, value, unit: '%', goal: LENGTH_GOAL_PERCENT })
  return [
    benchRow(NAME, {
      row: 'a step of the minutes, all figures, beside the border in reach alone',
      value: median(steps),
      unit: 'ms',
      peer: { name: 'pgr_drivingDistance, ST_DWithin', value: peer.wholeMs },
      goalRatio: 0.1,
    }),
    benchRow(NAME, {
      row: 'the same, the times of the nodes being kept there',
      value: median(steps),
      unit: 'ms',
      peer: { name: 'ST_DWithin', value: peer.borderMs },
      goalRatio: 0.1,
    }),
    percent(
      `length in reach at ${ASKED_OF_PG.join(', ')} minutes, farthest from PostGIS`,
      Math.max(...apart),
    ),
    percent('length of the border, from PostGIS', wholeApart),
  ]
}
