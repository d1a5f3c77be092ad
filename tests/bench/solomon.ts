import { readFileSync } from 'node:fs'
import { checkPlan } from '@borne/geodata/itinerary/check-plan'
import { planShifts } from '@borne/geodata/itinerary/plan-shifts'
import type { ShiftPlan, ShiftProblem } from '@borne/geodata/itinerary/types'

const FOLDER = new URL('../fixtures/solomon/', import.meta.url)
/** More than any detour: a customer is never left out to save way. */
const DROP_COST = 1e5

interface BestKnown {
  fleetFirst: { vehicles: number; distance: number }
  distanceOnly: { vehicles: number; distance: number }
}

export function bestKnown(): Record<string, BestKnown> {
  return JSON.parse(readFileSync(new URL('best-known.json', FOLDER), 'utf8')) as Record<string, BestKnown>
}

/** An instance as visits on shifts: each vehicle is a team of one long day, distances are times and costs. */
export function solomonProblem(name: string, vehicles = Infinity): ShiftProblem {
  const lines = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').split(/\r?\n/)
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const numbers = rows.filter((row) => row.every(Number.isFinite))
  const [[fleet, capacity]] = numbers.filter((row) => row.length === 2) as [[number, number]]
  const customers = numbers.filter((row) => row.length === 7) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ][]
  const places = customers.length
  const costs = Float64Array.from({ length: places * places }, (_, leg) => {
    const [from, to] = [customers[Math.floor(leg / places)]!, customers[leg % places]!]
    return Math.hypot(from[1] - to[1], from[2] - to[2])
  })
  const [, , , , , closes] = customers[0]!
  return {
    places,
    matrices: [{ seconds: costs, costs }],
    stops: customers.slice(1).map(([place, , , demand, ready, due, serviceSeconds]) => ({
      place,
      serviceSeconds,
      windows: [{ opens: ready, closes: due }],
      dropCost: DROP_COST,
      demand,
      shifts: null,
      after: null,
    })),
    shifts: Array.from({ length: Math.min(fleet, vehicles) }, (_, team) => ({
      team,
      matrix: 0,
      opens: 0,
      closes,
      capacity,
      maxDriveSeconds: Infinity,
      startPlace: 0,
      endPlaces: [0],
    })),
  }
}

/** Solves within so much processor time by `clock`; the independent checker judges what comes. */
export function solveWithin(
  problem: ShiftProblem,
  seconds: number,
  seed: number,
  starts = 1,
  clock = cpuSeconds,
): ShiftPlan {
  const begun = clock()
  const plan = planShifts(problem, { seed, starts, progress: () => (clock() - begun) / seconds })
  const { broken, cost } = checkPlan(problem, plan)
  if (broken.length > 0 || Math.abs(cost - plan.cost) > 1e-6)
    throw new Error(`a plan breaks ${JSON.stringify(broken[0] ?? { cost, told: plan.cost })}`)
  return plan
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The fewest vehicles that are found within the time: one less again and again, until the known number serves everybody. */
export function fewestVehicles(name: string, known: number, seconds: number, seed: number): number {
  const begun = cpuSeconds()
  let fewest = solomonProblem(name).shifts.length
  while (fewest > known) {
    const plan = solveServingAll(solomonProblem(name, fewest - 1), seconds - (cpuSeconds() - begun), seed)
    if (!plan) break
    fewest = plan.order.filter((stops) => stops.length > 0).length
  }
  return fewest
}

/** Ends as soon as everybody is served. */
function solveServingAll(problem: ShiftProblem, seconds: number, seed: number): ShiftPlan | null {
  const begun = cpuSeconds()
  let served: ShiftPlan | null = null
  planShifts(problem, {
    seed,
    progress: () => (served ? 1 : (cpuSeconds() - begun) / seconds),
    onBetter: (plan) => {
      if (plan.dropped.length === 0) served = plan
    },
  })
  return served
}
