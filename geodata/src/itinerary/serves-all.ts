import { findFirstNights } from './find-first-nights.ts'
import { planShifts } from './plan-shifts.ts'
import type { ShiftProblem } from './types.ts'

export interface ServingOptions {
  readonly seed: number
  readonly steps: number
}

const STARTS = 2

/**
 * Whether a plan is found that serves all of some stops, whatever becomes of the others. What has to be served before one of
 * them is served too. Deterministic for a seed; that none is found is no proof.
 */
export function servesAll(problem: ShiftProblem, asked: Iterable<number>, options: ServingOptions): boolean {
  if (!findFirstNights(problem)) return false
  const kept = withPredecessors(problem, asked)
  const stops = kept.map((stop) => {
    const { after, ...rest } = problem.stops[stop]!
    return { ...rest, after: after === null ? null : kept.indexOf(after) }
  })
  let isServed = false
  planShifts(
    { ...problem, stops },
    {
      seed: options.seed,
      starts: STARTS,
      progress: (steps) => (isServed ? 1 : steps / options.steps),
      onBetter: ({ dropped }) => {
        isServed ||= dropped.length === 0
      },
    },
  )
  return isServed
}

function withPredecessors({ stops }: ShiftProblem, asked: Iterable<number>): number[] {
  const kept = new Set<number>()
  for (const stop of asked) {
    for (let each: number | null = stop; each !== null && !kept.has(each); each = stops[each]!.after)
      kept.add(each)
  }
  return [...kept].sort((a, b) => a - b)
}
