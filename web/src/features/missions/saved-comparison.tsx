import type { MissionPlan } from '@borne/geodata/itinerary/mission-types'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../ui/language.tsx'
import { compareMessages } from './compare-messages.ts'
import styles from './plan.module.css'
import { PlanComparison } from './plan-comparison.tsx'
import { isSamePlan } from './plan-history.ts'
import type { Planner } from './use-planner.ts'

interface SavedComparisonProps {
  planner: Planner
  saved: MissionPlan | null
}

/** What the plan under the hand changes of the one that is saved; nothing while they are the same. */
export function SavedComparison({ planner, saved }: SavedComparisonProps) {
  const m = useMessages(compareMessages)
  const { question, desk, timed, history } = planner
  const isOther = saved !== null && history !== null && !isSamePlan(history.present, saved)
  const { data } = useQuery({
    queryKey: ['missions', 'saved-times', question, saved, desk.isHere],
    queryFn: ({ signal }) => desk.time(saved!, signal),
    enabled: isOther,
  })
  if (!isOther || !data || !timed) return null
  return (
    <details className={styles.fold}>
      <summary>{m.savedTitle}</summary>
      <PlanComparison
        question={question}
        before={data.itinerary}
        after={timed.itinerary}
        names={[m.saved, m.current]}
      />
    </details>
  )
}
