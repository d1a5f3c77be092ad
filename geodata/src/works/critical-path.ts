import { findPlanFaults, type PlanFault } from './find-plan-faults.ts'
import type { Activity } from './types.ts'

/** When one activity can and must be done, in whole units of time since the project began. */
export interface PathTimes {
  readonly code: string
  readonly earlyStart: number
  readonly earlyFinish: number
  readonly lateStart: number
  readonly lateFinish: number
  /** By how much it may slip without the project ending later. */
  readonly totalFloat: number
  /** By how much it may slip without anything else moving. */
  readonly freeFloat: number
  readonly isCritical: boolean
}

export interface CriticalPath {
  /** From the beginning of the project to its end. */
  readonly length: number
  /** In the order of the plan. */
  readonly times: readonly PathTimes[]
}

/** A plan that cannot be scheduled, with the reasons: a cycle is given as its codes. */
export class PlanError extends RangeError {
  readonly faults: readonly PlanFault[]
  constructor(faults: readonly PlanFault[]) {
    super(`the plan cannot be scheduled: ${faults.map(describeFault).join('; ')}`)
    this.faults = faults
  }
}

/** How time is counted: in working days unless told otherwise. */
export interface PathUnits {
  /** Units in a working day, a whole number. */
  readonly unitsPerDay: number
  /** Units from the beginning of the project before which an activity may not start; at least 0, whole. */
  readonly earliestOf: (activity: Activity) => number
}

const WORKING_DAYS: PathUnits = { unitsPerDay: 1, earliestOf: () => 0 }

/**
 * Early and late times, floats and the critical activities of a plan (critical path method, precedence diagram).
 *
 * An activity is done in one go; nothing starts before the project does, and the project ends with its last activity.
 * An activity is critical where its total float is 0. Durations, lags and times are whole, so nothing is rounded.
 *
 * @param activities In any order. Durations and lags in working days; their `notBefore` is left to `units`.
 * @param units For times finer than a working day, and for activities that may not start at once.
 * @throws PlanError (a RangeError) with every fault where the plan is faulty; a cycle of dependencies is in it as its codes.
 * @see Kelley & Walker (1959), Critical-Path Planning and Scheduling; for the four dependencies and lags
 *   Moder, Phillips & Davis (1983), Project Management with CPM, PERT and Precedence Diagramming, 3rd ed.
 */
export function findCriticalPath(
  activities: readonly Activity[],
  { unitsPerDay, earliestOf }: PathUnits = WORKING_DAYS,
): CriticalPath {
  const faults = findPlanFaults(activities)
  if (faults.length > 0) throw new PlanError(faults)
  const rows = new Map(activities.map(({ code }, row) => [code, row]))
  const durations = activities.map(({ durationDays }) => durationDays * unitsPerDay)
  const links = activities.flatMap((activity, to) =>
    activity.predecessors.map(({ code, type, lagDays }) => {
      const from = rows.get(code)!
      // All four types say how far the starts lie apart at least, since durations are fixed.
      const leaves = type === 'FS' || type === 'FF' ? durations[from]! : 0
      const arrives = type === 'FF' || type === 'SF' ? durations[to]! : 0
      return { from, to, apart: leaves - arrives + lagDays * unitsPerDay }
    }),
  )
  const order = orderRows(activities.length, links)
  const into = groupBy(activities.length, links, (link) => link.to)
  const outOf = groupBy(activities.length, links, (link) => link.from)

  const early = activities.map((activity) => earliestOf(activity))
  for (const row of order) {
    for (const { from, apart } of into[row]!) early[row] = Math.max(early[row]!, early[from]! + apart)
  }
  const length = early.reduce((latest, start, row) => Math.max(latest, start + durations[row]!), 0)
  const late = durations.map((duration) => length - duration)
  for (const row of order.toReversed()) {
    for (const { to, apart } of outOf[row]!) late[row] = Math.min(late[row]!, late[to]! - apart)
  }

  const times = activities.map(({ code }, row) => {
    const [earlyStart, lateStart, duration] = [early[row]!, late[row]!, durations[row]!]
    const rooms = outOf[row]!.map(({ to, apart }) => early[to]! - earlyStart - apart)
    return {
      code,
      earlyStart,
      earlyFinish: earlyStart + duration,
      lateStart,
      lateFinish: lateStart + duration,
      totalFloat: lateStart - earlyStart,
      freeFloat: Math.min(length - earlyStart - duration, ...rooms),
      isCritical: lateStart === earlyStart,
    }
  })
  return { length, times }
}

interface Link {
  readonly from: number
  readonly to: number
  /** The start of `to` lies at least so much after that of `from`. */
  readonly apart: number
}

/** Rows such that each comes after all that precede it (Kahn 1962). There is no cycle: the faults were looked for. */
function orderRows(count: number, links: readonly Link[]): number[] {
  const outOf = groupBy(count, links, (link) => link.from)
  const waits = new Array<number>(count).fill(0)
  for (const { to } of links) waits[to]!++
  const order = [...waits.keys()].filter((row) => waits[row] === 0)
  for (const row of order) {
    for (const { to } of outOf[row]!) if (--waits[to]! === 0) order.push(to)
  }
  return order
}

function groupBy(count: number, links: readonly Link[], rowOf: (link: Link) => number): Link[][] {
  const groups = Array.from({ length: count }, (): Link[] => [])
  for (const link of links) groups[rowOf(link)]!.push(link)
  return groups
}

function describeFault(fault: PlanFault): string {
  const row = `row ${fault.row + 1} (${fault.code})`
  switch (fault.kind) {
    case 'duplicate-code':
      return `${row}: code of row ${fault.firstRow + 1} too`
    case 'duration':
      return `${row}: duration ${fault.durationDays} is no whole number of working days`
    case 'lag':
      return `${row}: lag to ${fault.predecessor} is no whole number of working days`
    case 'not-before':
      return `${row}: ${fault.notBefore} is no day`
    case 'unknown-predecessor':
      return `${row}: predecessor ${fault.predecessor} does not exist`
    case 'cycle':
      return `${row}: ${[...fault.codes, fault.codes[0]].join(' → ')} is a cycle`
  }
}
