import { isDay } from './days.ts'
import type { Activity } from './types.ts'

/** What makes a plan unreadable. `row` counts the activities from 0. */
export type PlanFault =
  | {
      readonly kind: 'duplicate-code'
      readonly row: number
      readonly code: string
      readonly firstRow: number
    }
  | { readonly kind: 'duration'; readonly row: number; readonly code: string; readonly durationDays: number }
  | { readonly kind: 'lag'; readonly row: number; readonly code: string; readonly predecessor: string }
  | { readonly kind: 'not-before'; readonly row: number; readonly code: string; readonly notBefore: string }
  | {
      readonly kind: 'unknown-predecessor'
      readonly row: number
      readonly code: string
      readonly predecessor: string
    }
  /** Each code precedes the next one, and the last one the first. */
  | { readonly kind: 'cycle'; readonly row: number; readonly code: string; readonly codes: readonly string[] }

/**
 * Everything that keeps a plan from being scheduled; empty where it can be.
 *
 * @param activities Durations and lags in whole working days, durations at least 0.
 * @returns Faults in the order of the activities: a code used twice, a duration that is negative or not whole, a lag
 *   that is not whole, a `notBefore` that is no day, a predecessor that does not exist. Where none of these is found, at
 *   most one cycle of dependencies, of whatever types, from the first activity on that lies on one.
 */
export function findPlanFaults(activities: readonly Activity[]): PlanFault[] {
  const rows = new Map<string, number>()
  activities.forEach(({ code }, row) => {
    if (!rows.has(code)) rows.set(code, row)
  })
  const faults = activities.flatMap((activity, row) => faultsOf(activity, row, rows))
  if (faults.length > 0) return faults
  const codes = findCycle(activities, rows)
  return codes === null ? [] : [{ kind: 'cycle', row: rows.get(codes[0]!)!, code: codes[0]!, codes }]
}

function faultsOf(activity: Activity, row: number, rows: ReadonlyMap<string, number>): PlanFault[] {
  const { code, durationDays, notBefore, predecessors } = activity
  const faults: PlanFault[] = []
  const firstRow = rows.get(code)!
  if (firstRow !== row) faults.push({ kind: 'duplicate-code', row, code, firstRow })
  if (!Number.isInteger(durationDays) || durationDays < 0) {
    faults.push({ kind: 'duration', row, code, durationDays })
  }
  if (notBefore !== null && !isDay(notBefore)) faults.push({ kind: 'not-before', row, code, notBefore })
  for (const { code: predecessor, lagDays } of predecessors) {
    if (!rows.has(predecessor)) faults.push({ kind: 'unknown-predecessor', row, code, predecessor })
    if (!Number.isInteger(lagDays)) faults.push({ kind: 'lag', row, code, predecessor })
  }
  return faults
}

/** Walks back along the predecessors; without recursion, since a plan may be one chain of thousands. */
function findCycle(activities: readonly Activity[], rows: ReadonlyMap<string, number>): string[] | null {
  const seen = new Set<number>()
  for (let first = 0; first < activities.length; first++) {
    if (seen.has(first)) continue
    const trail = [{ row: first, next: 0 }]
    const onTrail = new Set([first])
    while (trail.length > 0) {
      const here = trail.at(-1)!
      const predecessor = activities[here.row]!.predecessors[here.next++]
      if (predecessor === undefined) {
        seen.add(here.row)
        onTrail.delete(here.row)
        trail.pop()
        continue
      }
      const row = rows.get(predecessor.code)!
      if (onTrail.has(row))
        return cycleOf(
          activities,
          trail.map((step) => step.row),
          row,
        )
      if (seen.has(row)) continue
      trail.push({ row, next: 0 })
      onTrail.add(row)
    }
  }
  return null
}

/** The trail runs against the dependencies, so it is turned round; the cycle begins with its first activity of the plan. */
function cycleOf(activities: readonly Activity[], trail: readonly number[], row: number): string[] {
  const cycle = trail.slice(trail.indexOf(row)).reverse()
  const turn = cycle.indexOf(Math.min(...cycle))
  return [...cycle.slice(turn), ...cycle.slice(0, turn)].map((member) => activities[member]!.code)
}
