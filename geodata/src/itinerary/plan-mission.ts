import { checkPlan } from './check-plan.ts'
import { compileMission } from './compile-mission.ts'
import { findFirstNights } from './find-first-nights.ts'
import type { MissionPlan, MissionQuestion, TravelOf } from './mission-types.ts'
import { planShifts } from './plan-shifts.ts'
import type { ShiftPlan } from './types.ts'

export interface PlanningOptions {
  /** The same seed and the same progress by steps give the same plan. */
  readonly seed: number
  /** Share of the search that is done after so many steps; at 1 it ends. Where it is left out, `seconds` count. */
  readonly progress?: (steps: number) => number
  readonly seconds?: number
  /** Searches from scratch one after the other in the same span. */
  readonly starts?: number
  /** Told each time a better plan is there; the first comes at once. */
  readonly onBetter?: (plan: MissionPlan) => void
}

const SECONDS = 2
const STARTS = 2

/**
 * Plans who visits what on which day in what order, and where each night is spent: required visits first, then priorities,
 * then time on the road, then kilometres. No plan breaks a rule that forbids.
 *
 * @returns The best plan found; null where some team can spend its days in no way that the rules allow, whatever it
 *   visits: `findConflict` tells why.
 * @throws RangeError when the question names something that it lacks.
 */
export function planMission(
  question: MissionQuestion,
  travelOf: TravelOf,
  options: PlanningOptions,
): MissionPlan | null {
  const { problem, toPlan } = compileMission(question, travelOf)
  if (!findFirstNights(problem)) return null
  const keepsRules = (plan: ShiftPlan) => checkPlan(problem, plan).broken.length === 0
  const begun = performance.now()
  const seconds = options.seconds ?? SECONDS
  const plan = planShifts(problem, {
    seed: options.seed,
    starts: options.starts ?? STARTS,
    progress: options.progress ?? (() => (performance.now() - begun) / (1000 * seconds)),
    onBetter: (better) => {
      if (options.onBetter && keepsRules(better)) options.onBetter(toPlan(better))
    },
  })
  return keepsRules(plan) ? toPlan(plan) : null
}
