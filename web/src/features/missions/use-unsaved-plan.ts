import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { useEffect, useState } from 'react'
import { useSignedIn } from '../../platform/session-query.ts'
import { keepPlan, keptPlan } from './kept-plans.ts'
import { beginHistory, isSamePlan, replacePlan } from './plan-history.ts'
import { dropStoredPlan, isPlanFor, type StoredPlan, storedPlan, storePlan } from './stored-plans.ts'

interface Planned {
  readonly planKey: string
  readonly question: MissionQuestion
  readonly missionId: string
  readonly saved: MissionPlan | null
  readonly isFixed: boolean
}

export interface UnsavedPlan {
  /** What the device kept from before the page was left. */
  readonly offered: StoredPlan | null
  take(): void
  drop(): void
}

/**
 * Keeps the plan under the hand on the device until it is saved, and offers back what was kept when the page was left.
 * Whoever changes the plan instead has answered no.
 */
export function useUnsavedPlan(
  { planKey, question, missionId, saved, isFixed }: Planned,
  present: MissionPlan | null,
  onTakenUp: () => void,
): UnsavedPlan {
  const accountId = useSignedIn()?.accountId ?? ''
  const [offered, setOffered] = useState(() => {
    const stored = isFixed ? null : storedPlan({ accountId, missionId })
    // Another tab or another layout shows the page anew: the plan under the hand is then the stored one.
    const shown = keptPlan(planKey)?.present ?? saved
    const isOther = stored && !(shown && isSamePlan(stored.plan, shown))
    return isOther && isPlanFor(question, stored.plan) ? stored : null
  })
  useEffect(() => {
    if (present === null || isFixed) return
    if (!(saved && isSamePlan(present, saved))) {
      storePlan({ accountId, missionId }, present)
      setOffered(null)
    } else if (!offered) dropStoredPlan({ accountId, missionId })
  }, [accountId, missionId, present, saved, isFixed, offered])
  return {
    offered,
    take() {
      if (!offered) return
      keepPlan(planKey, saved ? replacePlan(beginHistory(saved), offered.plan) : beginHistory(offered.plan))
      onTakenUp()
    },
    drop() {
      dropStoredPlan({ accountId, missionId })
      setOffered(null)
    },
  }
}
