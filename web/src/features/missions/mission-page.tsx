import type { Mission } from '@borne/api/contracts/missions'
import { IconArrowLeft, IconLayoutSidebarLeftExpand, IconMap, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { ApiProblem } from '../../platform/api.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { missionsMessages } from './messages.ts'
import own from './missions.module.css'
import { missionQuery } from './missions-queries.ts'
import { planMessages } from './plan-messages.ts'
import { PlanTab } from './plan-tab.tsx'
import { MISSION_TABS, type MissionTab } from './search.ts'

const route = getRouteApi('/missions/$missionId')

const LOADERS = {
  demand: () => import('./demand-tab.tsx'),
  day: () => import('./day/day-tab.tsx'),
  documents: () => import('./documents-tab.tsx'),
  costs: () => import('./costs-tab.tsx'),
}
const DemandTab = lazy(async () => ({ default: (await LOADERS.demand()).DemandTab }))
const DayTab = lazy(async () => ({ default: (await LOADERS.day()).DayTab }))
const DocumentsTab = lazy(async () => ({ default: (await LOADERS.documents()).DocumentsTab }))
const CostsTab = lazy(async () => ({ default: (await LOADERS.costs()).CostsTab }))

/** Loads every part of the page, so that it opens without a network. */
export async function loadMissionParts(): Promise<void> {
  await Promise.all(Object.values(LOADERS).map((load) => load()))
}

/** The parts of a mission; each is given the mission and finds the rest itself. */
const TAB_PANELS: Partial<Record<MissionTab, ComponentType<{ mission: Mission }>>> = {
  plan: PlanTab,
  demand: DemandTab,
  costs: CostsTab,
  documents: DocumentsTab,
  day: DayTab,
}

/** One mission: its plan first. */
export function MissionPage() {
  const m = useMessages(planMessages)
  const words = useMessages(missionsMessages)
  const { missionId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: mission, error, refetch } = useQuery(missionQuery(missionId))
  const isWide = search.view === 'table'
  return (
    <Panel
      title={mission?.title ?? m.loadFailed}
      subtitle={mission && <MissionSubtitle mission={mission} />}
      back={
        <Link to="/missions" className={own.back} aria-label={words.back} title={words.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
      actions={
        mission && (
          <>
            <IconButton
              label={isWide ? m.narrow : m.wide}
              icon={isWide ? <IconMap /> : <IconLayoutSidebarLeftExpand />}
              tip="below-end"
              onClick={() =>
                void navigate({
                  search: (old) => ({ ...old, view: isWide ? undefined : 'table' }),
                  replace: true,
                })
              }
            />
            <IconButton
              label={m.print}
              icon={<IconPrinter />}
              tip="below-end"
              onClick={() => window.print()}
            />
          </>
        )
      }
    >
      {error && !mission && <MissionMissing error={error} onRetry={() => void refetch()} />}
      {!error && !mission && <Skeleton lines={10} />}
      {mission && (
        <Tabs
          label={m.tabs}
          tabs={MISSION_TABS.flatMap((id) => {
            const TabPanel = TAB_PANELS[id]
            if (!TabPanel) return []
            const panel = (
              <Suspense fallback={<Skeleton lines={8} />}>
                <TabPanel key={mission.id} mission={mission} />
              </Suspense>
            )
            return [{ id, label: m.tabNames[id], panel }]
          })}
          selected={search.tab ?? 'plan'}
          onSelect={(tab) =>
            void navigate({
              search: (old) => ({ ...old, tab: tab === 'plan' ? undefined : tab }),
              replace: true,
            })
          }
        />
      )}
    </Panel>
  )
}

function MissionSubtitle({ mission }: { mission: Mission }) {
  const words = useMessages(missionsMessages)
  const formats = useFormats()
  return (
    <>
      {mission.reference} · {words.fromTo(formats.day(mission.from), formats.day(mission.until))} ·{' '}
      <span className={own.status} data-status={mission.status}>
        {words.statuses[mission.status]}
      </span>
      {mission.isDemonstration && <span className={own.demo}>{words.demonstration}</span>}
    </>
  )
}

/** Without a network it is told which missions are on the device, and how others come there. */
function MissionMissing({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const m = useMessages(planMessages)
  const isSilence = error instanceof ApiProblem && error.problem.status === 0
  if (!isSilence) return <ErrorState problem={error} what={m.loadFailed} onRetry={onRetry} />
  return (
    <EmptyState title={m.notHereTitle} action={<Button onClick={onRetry}>{m.notHereRetry}</Button>}>
      <p>{m.notHereText}</p>
    </EmptyState>
  )
}
