import type { SearchOptions } from './plan-shifts.ts'
import { seeded } from './seeded.ts'
import { shortestRound } from './shortest-round.ts'
import type { ShiftPlan, ShiftProblem } from './types.ts'

/**
 * Plans a round: one team's one day without hours or an order to keep to, for which there is a better search than
 * that of `planShifts`.
 *
 * @returns null where the problem is not of that kind, or the round is too long, too thirsty or too dear to serve everybody.
 */
export function planRound(problem: ShiftProblem, options: SearchOptions): ShiftPlan | null {
  if (!isRound(problem)) return null
  const { stops, shifts, matrices, places } = problem
  const [{ startPlace, endPlaces, matrix }] = shifts as [ShiftProblem['shifts'][number]]
  const { costs } = matrices[matrix]!
  const passed = [startPlace, ...stops.map(({ place }) => place), endPlaces[0]!]
  const leastDrop = Math.min(...stops.map(({ dropCost }) => dropCost))
  let best: ShiftPlan | null = null
  shortestRound(passed, (from, to) => costs[from * places + to]!, {
    random: seeded(options.seed),
    progress: options.progress,
    onBetter: (order) => {
      const way = order.map((index) => passed[index]!)
      const cost = sumOf(way, places, costs)
      if (cost > leastDrop || !fits(problem, way)) return
      best = {
        order: [order.slice(1, -1).map((index) => index - 1)],
        endPlace: [endPlaces[0]!],
        dropped: [],
        cost,
      }
      options.onBetter?.(best)
    },
  })
  return best
}

function isRound({ stops, shifts, matrices, places }: ShiftProblem): boolean {
  const [shift, ...others] = shifts
  if (!shift || others.length > 0 || shift.endPlaces.length !== 1) return false
  const demand = stops.reduce((sum, stop) => sum + stop.demand, 0)
  if (stops.length < 2 || demand > shift.capacity) return false
  const isFree = stops.every(
    ({ windows, after, shifts: allowed }) => windows.length === 0 && after === null && allowed?.length !== 0,
  )
  const passed = [shift.startPlace, shift.endPlaces[0]!, ...stops.map(({ place }) => place)]
  const { costs, seconds } = matrices[shift.matrix]!
  return (
    isFree &&
    passed.every((from) =>
      passed.every((to) => costs[from * places + to]! + seconds[from * places + to]! < Infinity),
    )
  )
}

function fits({ stops, shifts, matrices, places }: ShiftProblem, way: readonly number[]): boolean {
  const { opens, closes, maxDriveSeconds, maxLitres = Infinity, matrix } = shifts[0]!
  const { seconds, driveSeconds = seconds, litres } = matrices[matrix]!
  const service = stops.reduce((sum, { serviceSeconds }) => sum + serviceSeconds, 0)
  return (
    opens + service + sumOf(way, places, seconds) <= closes &&
    sumOf(way, places, driveSeconds) <= maxDriveSeconds &&
    (litres ? sumOf(way, places, litres) : 0) <= maxLitres
  )
}

function sumOf(way: readonly number[], places: number, values: Float64Array): number {
  let sum = 0
  for (let i = 1; i < way.length; i++) sum += values[way[i - 1]! * places + way[i]!]!
  return sum
}
