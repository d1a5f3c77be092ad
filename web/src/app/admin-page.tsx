import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { AccountsTab } from '../features/accounts/accounts-tab.tsx'
import { SettingsTab } from '../features/accounts/settings-tab.tsx'
import { BackupsTab } from '../features/backups/backups-tab.tsx'
import { useSignedIn } from '../platform/session-query.ts'
import { useMessages } from '../ui/language.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { ADMIN_TABS, type AdminTab } from './admin-permissions.ts'
import { messages } from './messages.ts'

const JournalTab = lazy(async () => ({
  default: (await import('../features/audit/journal-tab.tsx')).JournalTab,
}))

const PANELS: Record<AdminTab, ReactNode> = {
  accounts: <AccountsTab />,
  journal: <JournalTab />,
  settings: <SettingsTab />,
  backups: <BackupsTab />,
}

/** Who may come in, what was done, what holds for all, and what is saved. Each tab asks for its own permission. */
export function AdminPage() {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const { tab } = useSearch({ from: '/admin' })
  const permissions = useSignedIn()?.permissions ?? []
  const tabs = (Object.keys(ADMIN_TABS) as AdminTab[]).filter((one) => permissions.includes(ADMIN_TABS[one]))
  const [first] = tabs
  if (!first) return null
  return (
    <Panel title={m.administration}>
      <Tabs
        label={m.adminTabs}
        tabs={tabs.map((id) => ({
          id,
          label: m.adminTabNames[id],
          panel: <Suspense fallback={<Skeleton lines={8} />}>{PANELS[id]}</Suspense>,
        }))}
        selected={tab && tabs.includes(tab) ? tab : first}
        onSelect={(id) => void navigate({ to: '/admin', search: { tab: id === first ? undefined : id } })}
      />
    </Panel>
  )
}
