import { onCallerChange } from '../../platform/caller.ts'
import type { PlanHistory } from './plan-history.ts'

/** Plans under the hand, by what they answer: another tab of the mission is looked at, and they are still there. */
const kept = new Map<string, PlanHistory>()
onCallerChange(() => kept.clear())

const MOST_KEPT = 10

export function keptPlan(key: string): PlanHistory | null {
  return kept.get(key) ?? null
}

export function keepPlan(key: string, history: PlanHistory): void {
  kept.delete(key)
  kept.set(key, history)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
}
