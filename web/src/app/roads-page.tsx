import type { Permission } from '@borne/api/contracts/access'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { ClosuresOnMap } from '../features/road-state/closures-on-map.tsx'
import { DayTab } from '../features/roads/day-tab.tsx'
import { RoadDayOnMap } from '../features/roads/road-day-on-map.tsx'
import { roadDayQuery } from '../features/roads/road-day-query.ts'
import { useSignedIn } from '../platform/session-query.ts'
import { thisDay } from '../ui/days.ts'
import { useMessages } from '../ui/language.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { messages } from './messages.ts'

const ClosuresTab = lazy(async () => ({
  default: (await import('../features/road-state/closures-tab.tsx')).ClosuresTab,
}))

const CompleteTab = lazy(async () => ({
  default: (await import('./complete-tab.tsx')).CompleteTab,
}))

const NetworksTab = lazy(async () => ({
  default: (await import('../features/networks/networks-tab.tsx')).NetworksTab,
}))

const SettingsTab = lazy(async () => ({
  default: (await import('../features/road-state/settings-tab.tsx')).SettingsTab,
}))

/** The state of the roads on a day, what is cut, and what it is computed from. */
export function RoadsPage() {
  const m = useMessages(messages)
  const { tab } = useSearch({ from: '/roads' })
  const navigate = useNavigate({ from: '/roads' })
  const permissions = useSignedIn()?.permissions ?? []
  const tabs = ROAD_TABS.filter(({ needs }) => !needs || permissions.includes(needs))
  return (
    <Panel title={m.roads}>
      <Tabs
        label={m.roadTabs}
        tabs={tabs.map(({ id, panel }) => ({ id, label: m.roadTabNames[id], panel }))}
        selected={tabs.some(({ id }) => id === tab) ? (tab ?? 'day') : 'day'}
        onSelect={(id) =>
          void navigate({
            search: (old) => ({
              ...old,
              tab: id === 'day' ? undefined : id,
              closure: undefined,
              correction: undefined,
              edit: undefined,
              network: undefined,
              track: undefined,
            }),
          })
        }
      />
    </Panel>
  )
}

/** The roads of the day with the signs of what is reported on them. */
function StateOfDay() {
  const { on } = useSearch({ from: '/roads' })
  return (
    <>
      <DayTab />
      <ClosuresOnMap date={on ?? thisDay()} filter="acting" selectedId={null} />
    </>
  )
}

/** The closures over the roads of the day, so that one sees what they do. */
function Closures() {
  const search = useSearch({ from: '/roads' })
  const { data, isPlaceholderData } = useQuery(roadDayQuery(search))
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <ClosuresTab unboundIds={data?.state.unboundClosureIds ?? []} />
      <RoadDayOnMap day={data} shows="state" isStale={isPlaceholderData} chosen={null} />
    </Suspense>
  )
}

function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Skeleton lines={8} />}>{children}</Suspense>
}

interface RoadTab {
  id: 'day' | 'closures' | 'edits' | 'networks' | 'settings'
  /** Without it the tab is not there. */
  needs?: Permission
  panel: ReactNode
}

const ROAD_TABS: readonly RoadTab[] = [
  { id: 'day', panel: <StateOfDay /> },
  { id: 'closures', panel: <Closures /> },
  {
    id: 'edits',
    needs: 'road-edits.propose',
    panel: (
      <Later>
        <CompleteTab />
      </Later>
    ),
  },
  {
    id: 'networks',
    needs: 'networks.read',
    panel: (
      <Later>
        <NetworksTab />
      </Later>
    ),
  },
  {
    id: 'settings',
    panel: (
      <Later>
        <SettingsTab />
      </Later>
    ),
  },
]
