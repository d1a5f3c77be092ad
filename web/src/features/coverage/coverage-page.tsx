import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { useSettling } from '../../ui/use-settling.ts'
import styles from './coverage-page.module.css'
import { messages } from './messages.ts'
import { ReachActions } from './reach-actions.tsx'
import { ReachControls } from './reach-controls.tsx'
import { ReachOnMap } from './reach-on-map.tsx'
import { DEFAULT_MINUTES, reachQuery } from './reach-query.ts'
import { ReachResult } from './reach-result.tsx'
import type { CoverageQuestion } from './search.ts'

const route = getRouteApi('/coverage')

/** Choose posts and a time, read what lies in reach. All that is asked is in the address. */
export function CoveragePage() {
  const m = useMessages(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const reach = useQuery(reachQuery(search))
  const shown = reach.isError ? undefined : reach.data
  const change = (next: Partial<CoverageQuestion>, replace = false) =>
    navigate({ search: (old) => ({ ...old, ...next }), replace })
  const time = useSettling(search.minutes ?? DEFAULT_MINUTES, (minutes) =>
    change({ minutes: minutes === DEFAULT_MINUTES ? undefined : minutes }, true),
  )
  const isStale = reach.isPlaceholderData || time.isMoving
  return (
    <Panel title={m.title} subtitle={m.intro}>
      <ReachControls
        search={search}
        onChange={(next) => change(next)}
        minutes={time.value}
        onMinutes={time.move}
      />
      <div className={styles.result}>
        {reach.isPending && <Skeleton lines={8} />}
        {reach.isError && (
          <ErrorState problem={reach.error} what={m.title} onRetry={() => void reach.refetch()} />
        )}
        {shown && (
          <StaleVeil isStale={isStale}>
            <ReachResult
              reach={shown}
              isEveryPost={!search.posts}
              onCountUnconfirmed={() => change({ includeUnconfirmed: true })}
            />
            <ReachActions reach={shown} />
          </StaleVeil>
        )}
      </div>
      <ReachOnMap reach={shown} isStale={isStale} />
    </Panel>
  )
}
