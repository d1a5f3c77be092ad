import { useQuery } from '@tanstack/react-query'
import { isSilence } from '../../platform/parse-problem.ts'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'
import { thisDay } from '../../ui/days.ts'
import { useMessages } from '../../ui/language.tsx'
import { HereMark, RoadsLoading, RoadsOffer } from '../../ui/roads-here-note.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { useNearestAnswer } from '../../ui/use-nearest-answer.ts'
import styles from './coverage-page.module.css'
import { messages } from './messages.ts'
import { ReachActions } from './reach-actions.tsx'
import { ReachControls } from './reach-controls.tsx'
import { ReachOnMap } from './reach-on-map.tsx'
import { reachHereQuery, reachQuery } from './reach-query.ts'
import { ReachResult } from './reach-result.tsx'
import type { CoverageQuestion } from './search.ts'

export interface CoveragePartProps {
  search: CoverageQuestion
  onChange(change: Partial<CoverageQuestion>): void
  /** The time under the hand: it runs ahead of the address while it is dragged. */
  minutes: number
  isMoving: boolean
  onMinutes(minutes: number): void
}

/** The border, the roads and the settlements that lie in reach of the posts. */
export function ReachPart({ search, onChange, minutes, isMoving, onMinutes }: CoveragePartProps) {
  const m = useMessages(messages)
  const reach = useQuery(reachQuery(search))
  const day = search.on ?? thisDay()
  const roads = useRoadsHere(day)
  const reachHere = useQuery({
    ...reachHereQuery({ ...search, minutes }, roads.edition),
    enabled: roads.answers(day),
  })
  const { answer: shown, isStale, isHere, isRefused } = useNearestAnswer(reach, reachHere, isMoving)
  return (
    <>
      <ReachControls
        search={search}
        onChange={onChange}
        minutes={minutes}
        onMinutes={(next) => {
          roads.prepare()
          onMinutes(next)
        }}
      />
      <div className={styles.result}>
        <RoadsLoading here={roads.here} />
        {isHere && isSilence(reach.error) && <HereMark />}
        {!shown && !isRefused && <Skeleton lines={8} />}
        {isRefused && (
          <ErrorState problem={reach.error} what={m.title} onRetry={() => void reach.refetch()} />
        )}
        {shown && (
          <StaleVeil isStale={isStale}>
            <ReachResult
              reach={shown}
              isHere={isHere}
              isEveryPost={!search.posts}
              onCountUnconfirmed={() => onChange({ includeUnconfirmed: true })}
            />
            <ReachActions reach={shown} />
          </StaleVeil>
        )}
        <RoadsOffer here={roads.here} />
      </div>
      <ReachOnMap reach={shown} isStale={isStale} />
    </>
  )
}
