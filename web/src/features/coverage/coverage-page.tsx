import { getRouteApi } from '@tanstack/react-router'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useSettling } from '../../ui/use-settling.ts'
import { CatchmentPart } from './catchment-part.tsx'
import styles from './coverage-page.module.css'
import { IsochronePart } from './isochrone-part.tsx'
import { messages } from './messages.ts'
import { ReachPart } from './reach-part.tsx'
import { DEFAULT_MINUTES } from './reach-query.ts'
import type { CoverageQuestion } from './search.ts'

const route = getRouteApi('/coverage')
const VIEWS = ['reach', 'isochrones', 'nearest'] as const
const PARTS = { reach: ReachPart, isochrones: IsochronePart, nearest: CatchmentPart }

/** What lies in reach of the posts, how far one gets from a point, which post is nearest. All asked is in the address. */
export function CoveragePage() {
  const m = useMessages(messages)
  const search: CoverageQuestion = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: Partial<CoverageQuestion>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace })
  const time = useSettling(search.minutes ?? DEFAULT_MINUTES, (minutes) =>
    change({ minutes: minutes === DEFAULT_MINUTES ? undefined : minutes }, true),
  )
  const view = search.question ?? 'reach'
  const Part = PARTS[view]
  return (
    <Panel title={m.title} subtitle={m.intro}>
      <div className={styles.view}>
        <Segmented
          label={m.view}
          options={VIEWS.map((one) => ({ value: one, label: m.views[one] }))}
          value={view}
          onChange={(next) => change({ question: next === 'reach' ? undefined : next })}
        />
      </div>
      <Part
        search={search}
        onChange={change}
        minutes={time.value}
        isMoving={time.isMoving}
        onMinutes={time.move}
      />
    </Panel>
  )
}
