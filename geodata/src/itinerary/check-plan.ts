import type { ShiftPlan, ShiftProblem } from './types.ts'

/** A rule that a plan breaks, the shift and the stop where it does, and by how much in the unit of the rule. */
export interface BrokenRule {
  readonly rule:
    | 'served-twice'
    | 'not-counted'
    | 'no-way'
    | 'window'
    | 'shift-end'
    | 'driving'
    | 'litres'
    | 'capacity'
    | 'pinned-shift'
    | 'order'
    | 'night-place'
  readonly shift: number | null
  readonly stop: number | null
  readonly excess: number
}

/**
 * Reads a plan from its first departure to its last arrival, and names every rule that it breaks.
 *
 * Written apart from the search and sharing nothing with it, so that it can judge it.
 *
 * @returns Broken rules in the order in which they are met, and the cost of travel and dropped stops computed anew.
 */
export function checkPlan(
  problem: ShiftProblem,
  plan: Pick<ShiftPlan, 'order' | 'endPlace' | 'dropped'>,
): { broken: BrokenRule[]; cost: number } {
  const broken: BrokenRule[] = []
  const report = (rule: BrokenRule['rule'], shift: number | null, stop: number | null, excess = 1) => {
    broken.push({ rule, shift, stop, excess })
  }
  const servedIn = new Map<number, { shift: number; position: number }>()
  let cost = 0
  let used = 0
  for (const stop of plan.dropped) cost += problem.stops[stop]!.dropCost
  for (const [index, shift] of problem.shifts.entries()) {
    const previous = problem.shifts[index - 1]
    const start = previous?.team === shift.team ? plan.endPlace[index - 1]! : shift.startPlace
    const end = plan.endPlace[index]!
    if (!shift.endPlaces.includes(end)) report('night-place', index, null)
    const { seconds, costs, driveSeconds = seconds, litres } = problem.matrices[shift.matrix]!
    if (previous?.team !== shift.team) used = 0
    let [place, time, driven, load] = [start, shift.opens, 0, 0]
    const travelTo = (next: number, stop: number | null) => {
      const leg = seconds[place * problem.places + next]!
      if (leg === Infinity) report('no-way', index, stop, Infinity)
      time += leg
      driven += driveSeconds[place * problem.places + next]!
      used += litres?.[place * problem.places + next] ?? 0
      const { maxLitres = Infinity } = shift
      if (used > maxLitres) report('litres', index, stop, used - maxLitres)
      if (problem.refuels?.[next]) used = 0
      cost += costs[place * problem.places + next]!
      place = next
    }
    for (const [position, stop] of plan.order[index]!.entries()) {
      const demand = problem.stops[stop]!
      if (servedIn.has(stop)) report('served-twice', index, stop)
      servedIn.set(stop, { shift: index, position })
      if (demand.shifts && !demand.shifts.includes(index)) report('pinned-shift', index, stop)
      travelTo(demand.place, stop)
      const window = demand.windows.find(({ closes }) => time <= closes)
      if (window) time = Math.max(time, window.opens)
      else if (demand.windows.length > 0) report('window', index, stop, time - demand.windows.at(-1)!.closes)
      time += demand.serviceSeconds
      load += demand.demand
    }
    travelTo(end, null)
    if (time > shift.closes) report('shift-end', index, null, time - shift.closes)
    if (driven > shift.maxDriveSeconds) report('driving', index, null, driven - shift.maxDriveSeconds)
    if (load > shift.capacity) report('capacity', index, null, load - shift.capacity)
  }
  for (const [stop, { after }] of problem.stops.entries()) {
    const [own, first] = [servedIn.get(stop), after === null ? undefined : servedIn.get(after)]
    if (!own && !plan.dropped.includes(stop)) report('not-counted', null, stop)
    if (own && plan.dropped.includes(stop)) report('served-twice', own.shift, stop)
    if (!own || after === null) continue
    const isAfter =
      first !== undefined &&
      problem.shifts[own.shift]!.team === problem.shifts[first.shift]!.team &&
      (first.shift < own.shift || (first.shift === own.shift && first.position < own.position))
    if (!isAfter) report('order', own.shift, stop)
  }
  return { broken, cost }
}
