import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'

/** A plan that was not saved when the page was left, as this device keeps it. */
export interface StoredPlan {
  readonly accountId: string
  readonly missionId: string
  readonly plan: MissionPlan
  /** ISO 8601. */
  readonly keptAt: string
}
type Owner = Pick<StoredPlan, 'accountId' | 'missionId'>

const NAME = 'borne.plans'
const MOST_KEPT = 10

/** Keeps the latest plan of a mission; of too many the oldest goes. A device that keeps nothing keeps no plan. */
export function storePlan(owner: Owner, plan: MissionPlan): void {
  write([{ ...owner, plan, keptAt: new Date().toISOString() }, ...readAll().filter(isOther(owner))])
}

export function storedPlan({ accountId, missionId }: Owner): StoredPlan | null {
  return readAll().find((one) => one.accountId === accountId && one.missionId === missionId) ?? null
}

export function dropStoredPlan(owner: Owner): void {
  const all = readAll()
  const others = all.filter(isOther(owner))
  if (others.length < all.length) write(others)
}

/** Whether a plan has the days, the visits and the places of a question: with other rules or hours it can be timed all the same. */
export function isPlanFor({ dates, teams, visits, places }: MissionQuestion, plan: MissionPlan): boolean {
  const days = plan.days.map(({ teamId, date }) => `${teamId} ${date}`)
  const asked = teams.flatMap(({ id }) => dates.map((date) => `${id} ${date}`))
  const planned = [...plan.days.flatMap(({ visitIds }) => visitIds), ...plan.droppedVisitIds]
  return (
    isSameSet(days, asked) &&
    isSameSet(
      planned,
      visits.map(({ id }) => id),
    ) &&
    plan.days.every(({ endPlaceId }) => places.some(({ id }) => id === endPlaceId))
  )
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others)
  return (
    some.length === known.size && new Set(some).size === some.length && some.every((one) => known.has(one))
  )
}

function isOther({ accountId, missionId }: Owner) {
  return (one: StoredPlan) => one.accountId !== accountId || one.missionId !== missionId
}

function readAll(): StoredPlan[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isStored) : []
  } catch {
    return []
  }
}

function isStored(value: unknown): value is StoredPlan {
  const { accountId, missionId, plan, keptAt } = (value ?? {}) as Partial<StoredPlan>
  return (
    [accountId, missionId, keptAt].every((text) => typeof text === 'string') &&
    Array.isArray(plan?.days) &&
    Array.isArray(plan.droppedVisitIds)
  )
}

function write(all: readonly StoredPlan[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(all.slice(0, MOST_KEPT)))
  } catch {
    // Storage is full, or switched off: the plan stays in the page.
  }
}
