import type { IsoDate } from '../road-state/types.ts'
import type { Itinerary, TimedDay } from './mission-types.ts'

export interface VisitTime {
  readonly teamId: string
  readonly date: IsoDate
  readonly beginsAt: string
}

/** What becomes of a plan: of the visits, of the nights, and in sums (after less before). */
export interface PlanDifference {
  /** Visited before, left out after. */
  readonly fallen: readonly string[]
  /** Left out before, visited after. */
  readonly added: readonly string[]
  /** By another team, on another day, or elsewhere in the order of the day. */
  readonly moved: readonly {
    readonly visitId: string
    readonly before: VisitTime
    readonly after: VisitTime
  }[]
  /** At the same place in the plan, but earlier or later: seconds, positive = later. */
  readonly shifted: readonly { readonly visitId: string; readonly laterSeconds: number }[]
  readonly nights: readonly {
    readonly teamId: string
    readonly date: IsoDate
    readonly before: string | null
    readonly after: string | null
  }[]
  readonly driveSeconds: number
  readonly waitSeconds: number
  readonly metres: number
  readonly litres: number
}

/** What differs between two itineraries of one question, such as before and after the wadis close. */
export function comparePlans(before: Itinerary, after: Itinerary): PlanDifference {
  const [then, now] = [visitTimes(before), visitTimes(after)]
  const kept = [...then.keys()].filter((id) => now.has(id))
  const moved = new Set(kept.filter((id) => !isSameDay(then.get(id)!, now.get(id)!)))
  for (const day of before.days) {
    const counterpart = after.days.find((other) => isSameDay(day, other))
    if (counterpart) for (const id of reordered(day, counterpart)) moved.add(id)
  }
  const laterBy = (id: string) =>
    (Date.parse(now.get(id)!.beginsAt) - Date.parse(then.get(id)!.beginsAt)) / 1000
  const total = (key: 'driveSeconds' | 'waitSeconds' | 'metres' | 'litres') =>
    sum(after.days.map((day) => day[key])) - sum(before.days.map((day) => day[key]))
  return {
    fallen: [...then.keys()].filter((id) => !now.has(id)),
    added: [...now.keys()].filter((id) => !then.has(id)),
    moved: kept
      .filter((id) => moved.has(id))
      .map((visitId) => ({ visitId, before: then.get(visitId)!, after: now.get(visitId)! })),
    shifted: kept
      .filter((id) => !moved.has(id) && laterBy(id) !== 0)
      .map((visitId) => ({ visitId, laterSeconds: laterBy(visitId) })),
    nights: changedNights(before, after),
    driveSeconds: total('driveSeconds'),
    waitSeconds: total('waitSeconds'),
    metres: total('metres'),
    litres: total('litres'),
  }
}

function visitTimes({ days }: Itinerary): Map<string, VisitTime> {
  return new Map(
    days.flatMap(({ teamId, date, visits }) =>
      visits.map(({ visitId, beginsAt }) => [visitId, { teamId, date, beginsAt }] as const),
    ),
  )
}

function isSameDay(a: Pick<TimedDay, 'teamId' | 'date'>, b: Pick<TimedDay, 'teamId' | 'date'>): boolean {
  return a.teamId === b.teamId && a.date === b.date
}

/** Fewest visits of a day whose moving explains the other order: all but a longest run that kept its order. */
function reordered(before: TimedDay, after: TimedDay): string[] {
  const places = new Map(after.visits.map(({ visitId }, place) => [visitId, place]))
  const common = before.visits.map(({ visitId }) => visitId).filter((id) => places.has(id))
  const runs: string[][] = []
  for (const id of common) {
    const longest = runs
      .filter((run) => places.get(run.at(-1)!)! < places.get(id)!)
      .reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, id])
  }
  const kept = runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
  return common.filter((id) => !kept.includes(id))
}

function changedNights(before: Itinerary, after: Itinerary): PlanDifference['nights'] {
  const all = [
    ...before.days,
    ...after.days.filter((day) => !before.days.some((other) => isSameDay(day, other))),
  ]
  return all.flatMap(({ teamId, date }) => {
    const nightOf = ({ days }: Itinerary) =>
      days.find((day) => isSameDay(day, { teamId, date }))?.endPlaceId ?? null
    const [then, now] = [nightOf(before), nightOf(after)]
    return then === now ? [] : [{ teamId, date, before: then, after: now }]
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
