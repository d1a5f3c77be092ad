import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useSettling } from '../../ui/use-settling.ts'
import { CatchmentPart } from './catchment-part.tsx'
import { IsochronePart } from './isochrone-part.tsx'
import { MeasurePart } from './measure/measure-part.tsx'
import { DEFAULT_MINUTES } from './measure/measure-query.ts'
import { messages } from './messages.ts'
import type { CoverageQuestion } from './search.ts'

const route = getRouteApi('/coverage')
const ScenarioPart = lazy(async () => ({
  default: (await import('./scenarios/scenario-part.tsx')).ScenarioPart,
}))
const SitingPart = lazy(async () => ({ default: (await import('./siting/siting-part.tsx')).SitingPart }))
const EvidencePart = lazy(async () => ({
  default: (await import('./evidence/evidence-part.tsx')).EvidencePart,
}))
const PARTS = {
  measure: MeasurePart,
  scenarios: ScenarioPart,
  siting: SitingPart,
  evidence: EvidencePart,
  isochrones: IsochronePart,
  nearest: CatchmentPart,
}
const VIEWS = ['measure', 'scenarios', 'siting', 'evidence', 'isochrones', 'nearest'] as const

/** How much of the border is in reach of the posts, and what would change it. All asked is in the address. */
export function CoveragePage() {
  const m = useMessages(messages)
  const search: CoverageQuestion = route.useSearch()
  const navigate = route.useNavigate()
  // A sheet on a phone has no room for what explains itself.
  const isPhone = useMediaQuery('(max-width: 720px)')
  const change = (next: Partial<CoverageQuestion>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace })
  const time = useSettling(search.minutes ?? DEFAULT_MINUTES, (minutes) =>
    change({ minutes: minutes === DEFAULT_MINUTES ? undefined : minutes }, true),
  )
  const part = {
    search,
    onChange: change,
    minutes: time.value,
    isMoving: time.isMoving,
    onMinutes: time.move,
  }
  return (
    <Panel title={m.title} {...(isPhone ? {} : { subtitle: m.intro })}>
      <Tabs
        label={m.view}
        tabs={VIEWS.map((view) => {
          const Part = PARTS[view]
          const panel = (
            <Suspense fallback={<Skeleton lines={8} />}>
              <Part {...part} />
            </Suspense>
          )
          return { id: view, label: m.views[view], panel }
        })}
        selected={VIEWS.find((view) => view === search.question) ?? 'measure'}
        onSelect={(view) => change({ question: view === 'measure' ? undefined : view })}
      />
    </Panel>
  )
}
