import { Worker } from 'node:worker_threads'
import { type Bench, type BenchRow, benchRow } from './bench-row.ts'
import { forcedWayRows } from './forced-ways.ts'
import { realMissionRows } from './real-missions.ts'
import { bestKnown, fewestVehicles, solomonProblem, solveWithin } from './solomon.ts'
import type { SolomonWork } from './solomon-worker.ts'
import { OPTIMA, tsplibProblem } from './tsplib.ts'

const NAME = 'missions'
/** Gap to the best known distance in percent, averaged over the 56 instances; VROOM publishes 1.63 % at 0.36 s. */
const SPANS = [
  { seconds: 0.4, starts: 1, goal: 1.6 },
  { seconds: 1, starts: 2, goal: 1 },
  { seconds: 5, starts: 3, goal: 0.5 },
] as const
const CORES = 2
const CORE_SPAN = SPANS[2]
const VEHICLES_SECONDS = 5
/** The best known number is to be found in at least 50 of 56. */
const VEHICLES_MISSED = 6
const TSPLIB_SECONDS = 1
const SEED = 1
/** `BORNE_BENCH_SAMPLE=8` takes each eighth instance: a few minutes instead of a quarter of an hour. */
const EACH = Number(process.env.BORNE_BENCH_SAMPLE ?? 1)
/** The instances of TSPLIB are not ours to pass on: a folder that holds them is named, or they are left out. */
const TSPLIB_FOLDER = process.env.BORNE_BENCH_TSPLIB

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    tell('real missions')
    const rows = [...(await realMissionRows(NAME)), ...(await forcedWayRows(NAME))]
    const names = sample(Object.keys(bestKnown()))
    solveWithin(solomonProblem(names[0]!), 0.5, SEED)
    for (const { seconds, starts, goal } of SPANS) {
      tell(`${names.length} instances of Solomon, ${seconds} s each`)
      const costs = names.map((name) => solveWithin(solomonProblem(name), seconds, SEED, starts).cost)
      rows.push(...gapRows(names, costs, `${seconds} s on one core`, goal))
    }
    tell(`${names.length} instances of Solomon, ${CORE_SPAN.seconds} s each on ${CORES} cores`)
    const onCores = await Promise.all(
      Array.from({ length: CORES }, (_, core) =>
        solveInWorker({ ...CORE_SPAN, names, seed: SEED + 100 * core }),
      ),
    )
    const best = names.map((_, index) => Math.min(...onCores.map((costs) => costs[index]!)))
    rows.push(...gapRows(names, best, `${CORE_SPAN.seconds} s on ${CORES} cores`, CORE_SPAN.goal))
    tell(`fewest vehicles, ${VEHICLES_SECONDS} s each`)
    rows.push(vehiclesRow(names))
    if (!TSPLIB_FOLDER) {
      tell('left out: TSPLIB; BORNE_BENCH_TSPLIB names no folder with its instances')
      return rows
    }
    const tours = sample(Object.keys(OPTIMA))
    tell(`${tours.length} instances of TSPLIB, ${TSPLIB_SECONDS} s each`)
    rows.push(...tsplibRows(TSPLIB_FOLDER, tours))
    return rows
  },
}

function sample(names: readonly string[]): string[] {
  return names.filter((_, index) => index % EACH === 0)
}

function gapRows(names: readonly string[], costs: readonly number[], span: string, goal: number): BenchRow[] {
  const known = bestKnown()
  const gaps = names.map((name, index) => 100 * (costs[index]! / known[name]!.distanceOnly.distance - 1))
  const row = `Solomon, ${names.length} × 100 customers, ${span}`
  return [
    benchRow(NAME, {
      row: `${row}: average gap to the best known distance`,
      value: average(gaps),
      unit: '%',
      goal,
    }),
    benchRow(NAME, { row: `${row}: worst gap`, value: Math.max(...gaps), unit: '%' }),
  ]
}

function solveInWorker(work: SolomonWork): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('solomon-worker.ts', import.meta.url), { workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function vehiclesRow(names: readonly string[]): BenchRow {
  const known = bestKnown()
  const missed = names.filter((name) => {
    const { vehicles } = known[name]!.fleetFirst
    return fewestVehicles(name, vehicles, VEHICLES_SECONDS, SEED) > vehicles
  })
  return benchRow(NAME, {
    row: `Solomon, vehicles first, ${VEHICLES_SECONDS} s: instances of ${names.length} with more vehicles than the best known`,
    value: missed.length,
    unit: '',
    ...(EACH === 1 ? { goal: VEHICLES_MISSED } : {}),
  })
}

function tsplibRows(folder: string, names: readonly string[]): BenchRow[] {
  const gaps = names.map((name) => {
    const { cost } = solveWithin(tsplibProblem(folder, name), TSPLIB_SECONDS, SEED)
    return 100 * (cost / OPTIMA[name]! - 1)
  })
  const row = `TSPLIB, ${gaps.length} × 51 to 442 nodes, ${TSPLIB_SECONDS} s on one core`
  return [
    benchRow(NAME, { row: `${row}: average gap to the optimum`, value: average(gaps), unit: '%' }),
    benchRow(NAME, { row: `${row}: worst gap`, value: Math.max(...gaps), unit: '%', goal: 1 }),
  ]
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
