import { type Bench, type BenchRow, benchRow } from './bench-row.ts'
import { bestKnown, fewestVehicles, solomonProblem, solveWithin } from './solomon.ts'
import { optima, tsplibProblem } from './tsplib.ts'

const NAME = 'missions'
/** Gap to the best known distance in percent, averaged over the 56 instances; VROOM publishes 1.63 % at 0.36 s. */
const SPANS = [
  { seconds: 0.4, starts: 1, goal: 1.6 },
  { seconds: 1, starts: 2, goal: 1 },
  { seconds: 5, starts: 3, goal: 0.5 },
] as const
const VEHICLES_SECONDS = 5
const SEED = 1

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    const known = bestKnown()
    const names = Object.keys(known)
    solveWithin(solomonProblem(names[0]!), 0.5, SEED)
    const rows: BenchRow[] = []
    for (const { seconds, starts, goal } of SPANS) {
      tell(`${names.length} instances of Solomon, ${seconds} s each`)
      const gaps = names.map((name) => {
        const { cost } = solveWithin(solomonProblem(name), seconds, SEED, starts)
        return 100 * (cost / known[name]!.distanceOnly.distance - 1)
      })
      const span = `Solomon, 56 × 100 customers, ${seconds} s on one core`
      rows.push(
        benchRow(NAME, {
          row: `${span}: average gap to the best known distance`,
          value: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
          unit: '%',
          goal,
        }),
        benchRow(NAME, { row: `${span}: worst gap`, value: Math.max(...gaps), unit: '%' }),
      )
    }
    tell(`fewest vehicles, ${VEHICLES_SECONDS} s each`)
    const missed = names.filter(
      (name) =>
        fewestVehicles(name, known[name]!.fleetFirst.vehicles, VEHICLES_SECONDS, SEED) >
        known[name]!.fleetFirst.vehicles,
    )
    rows.push(
      benchRow(NAME, {
        row: `Solomon, vehicles first, ${VEHICLES_SECONDS} s: instances of 56 with more vehicles than the best known`,
        value: missed.length,
        unit: '',
        goal: 6,
      }),
    )
    tell('41 instances of TSPLIB, 1 s each')
    rows.push(...tsplibRows())
    return rows
  },
}

const TSPLIB_SECONDS = 1

function tsplibRows(): BenchRow[] {
  const gaps = Object.entries(optima()).map(([name, optimum]) => {
    const { cost } = solveWithin(tsplibProblem(name), TSPLIB_SECONDS, SEED)
    return 100 * (cost / optimum - 1)
  })
  const row = `TSPLIB, ${gaps.length} × 51 to 442 nodes, ${TSPLIB_SECONDS} s on one core`
  return [
    benchRow(NAME, {
      row: `${row}: average gap to the optimum`,
      value: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
      unit: '%',
    }),
    benchRow(NAME, { row: `${row}: worst gap`, value: Math.max(...gaps), unit: '%', goal: 1 }),
  ]
}
