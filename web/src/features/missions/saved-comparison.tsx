import type { MissionPlan } from '@borne/geodata/itinerary/mission-types'
import { IconColumns2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { compareMessages } from './compare-messages.ts'
import { type MapView, type SetMapView, useOwnView } from './map-view.ts'
import styles from './plan.module.css'
import { PlanComparison } from './plan-comparison.tsx'
import { isSamePlan } from './plan-history.ts'
import type { Planner } from './use-planner.ts'

interface SavedComparisonProps {
  planner: Planner
  saved: MissionPlan | null
  view: MapView | null
  onView: SetMapView
}

/** What the plan under the hand changes of the one that is saved; nothing while they are the same. */
export function SavedComparison({ planner, saved, view, onView }: SavedComparisonProps) {
  const { question, desk, timed, history } = planner
  const isOther = saved !== null && history !== null && !isSamePlan(history.present, saved)
  const { data } = useQuery({
    queryKey: ['missions', 'saved-times', question, saved, desk.isHere],
    queryFn: ({ signal }) => desk.time(saved!, signal),
    enabled: isOther,
  })
  if (!isOther || !data || !timed) return null
  return <Comparison planner={planner} saved={data} timed={timed} view={view} onView={onView} />
}

interface ComparisonProps extends Pick<SavedComparisonProps, 'planner' | 'view' | 'onView'> {
  saved: TimedPlan
  timed: TimedPlan
}

function Comparison({ planner, saved, timed, view, onView }: ComparisonProps) {
  const m = useMessages(compareMessages)
  useOwnView('saved', onView)
  const names = [m.saved, m.current] as const
  const isBeside = view?.by === 'saved'
  return (
    <details className={styles.fold}>
      <summary>{m.savedTitle}</summary>
      <PlanComparison
        question={planner.question}
        before={saved.itinerary}
        after={timed.itinerary}
        names={names}
        action={
          <Button
            size="small"
            icon={<IconColumns2 aria-hidden="true" />}
            aria-pressed={isBeside}
            onClick={() => onView(isBeside ? null : { by: 'saved', first: saved, second: 'present', names })}
          >
            {isBeside ? m.besideClose : m.besideOpen}
          </Button>
        }
      />
    </details>
  )
}
