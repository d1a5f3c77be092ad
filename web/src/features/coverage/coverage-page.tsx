import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isSilence } from '../../platform/parse-problem.ts'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'
import { thisDay } from '../../ui/days.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DEFAULT_VEHICLE } from '../../ui/road-state-choice.tsx'
import { RoadsHereNote } from '../../ui/roads-here-note.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { useNearestAnswer } from '../../ui/use-nearest-answer.ts'
import { useSettling } from '../../ui/use-settling.ts'
import styles from './coverage-page.module.css'
import { messages } from './messages.ts'
import { ReachActions } from './reach-actions.tsx'
import { ReachControls } from './reach-controls.tsx'
import { ReachOnMap } from './reach-on-map.tsx'
import { DEFAULT_MINUTES, reachHereQuery, reachQuery } from './reach-query.ts'
import { ReachResult } from './reach-result.tsx'
import type { CoverageQuestion } from './search.ts'

const route = getRouteApi('/coverage')

/** Choose posts and a time, read what lies in reach. All that is asked is in the address. */
export function CoveragePage() {
  const m = useMessages(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const reach = useQuery(reachQuery(search))
  const day = search.on ?? thisDay()
  const roads = useRoadsHere({ date: day, vehicle: search.vehicle ?? DEFAULT_VEHICLE })
  const change = (next: Partial<CoverageQuestion>, replace = false) =>
    navigate({ search: (old) => ({ ...old, ...next }), replace })
  const time = useSettling(search.minutes ?? DEFAULT_MINUTES, (minutes) =>
    change({ minutes: minutes === DEFAULT_MINUTES ? undefined : minutes }, true),
  )
  const reachHere = useQuery({
    ...reachHereQuery({ ...search, minutes: time.value }, roads.edition),
    enabled: roads.answers(day) && (time.isMoving || isSilence(reach.error)),
  })
  const { answer: shown, isStale, isHere, isRefused } = useNearestAnswer(reach, reachHere, time.isMoving)
  return (
    <Panel title={m.title} subtitle={m.intro}>
      <ReachControls
        search={search}
        onChange={(next) => change(next)}
        minutes={time.value}
        onMinutes={(minutes) => {
          roads.prepare()
          time.move(minutes)
        }}
      />
      <div className={styles.result}>
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
              onCountUnconfirmed={() => change({ includeUnconfirmed: true })}
            />
            <ReachActions reach={shown} />
          </StaleVeil>
        )}
        <RoadsHereNote here={roads.here} />
      </div>
      <ReachOnMap reach={shown} isStale={isStale} />
    </Panel>
  )
}
