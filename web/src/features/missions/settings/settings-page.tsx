import type { MissionSettings } from '@borne/api/contracts/missions'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePermission } from '../../../platform/use-permission.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import own from '../missions.module.css'
import { missionSettingsQuery } from '../missions-queries.ts'
import { SettingForm } from './setting-form.tsx'
import { SETTING_TABS, type SettingKind } from './setting-kind.ts'
import { SettingList } from './setting-list.tsx'
import { settingMessages } from './setting-messages.ts'
import { SettingsOnMap } from './settings-on-map.tsx'
import { useSettingKinds } from './use-setting-kinds.ts'

const route = getRouteApi('/missions/settings')
const NEW = 'new'

/** What stands around the missions: rules, areas, places, vehicles, requests, rates, prices. */
export function MissionSettingsPage() {
  const m = useMessages(settingMessages)
  const { data: settings, error, refetch } = useQuery(missionSettingsQuery)
  return (
    <Panel
      title={m.title}
      back={
        <Link to="/missions" className={own.back} aria-label={m.back} title={m.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
    >
      {error && !settings && (
        <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />
      )}
      {!error && !settings && <Skeleton lines={8} />}
      {settings && <SettingTabs settings={settings} />}
    </Panel>
  )
}

function SettingTabs({ settings }: { settings: MissionSettings }) {
  const m = useMessages(settingMessages)
  const { part = SETTING_TABS[0], row } = route.useSearch()
  const navigate = route.useNavigate()
  const kinds = useSettingKinds(settings)
  const open = (rowId: string | undefined) => void navigate({ search: (old) => ({ ...old, row: rowId }) })
  return (
    <>
      <SettingsOnMap settings={settings} openId={row ?? null} />
      <Tabs
        label={m.tabs}
        tabs={SETTING_TABS.map((id) => ({
          id,
          label: m.tabNames[id],
          panel: <SettingPart kind={kinds[id]} rowId={row} onOpen={open} />,
        }))}
        selected={part}
        onSelect={(id) =>
          void navigate({
            search: (old) => ({ ...old, part: id === SETTING_TABS[0] ? undefined : id, row: undefined }),
            replace: true,
          })
        }
      />
    </>
  )
}

interface SettingPartProps {
  kind: SettingKind
  rowId: string | undefined
  onOpen(rowId: string | undefined): void
}

function SettingPart({ kind, rowId, onOpen }: SettingPartProps) {
  const mayChange = usePermission(kind.permission)
  const row = kind.rows.find(({ id }) => id === rowId) ?? null
  if (mayChange && (row || rowId === NEW))
    return <SettingForm key={rowId} kind={kind} row={row} onClose={() => onOpen(undefined)} />
  return <SettingList kind={kind} onOpen={(chosen) => onOpen(chosen?.id ?? NEW)} />
}
