import { IconArrowLeft } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { WORKS_SETTINGS_TABS, type WorksSettingsTab } from './search.ts'
import styles from './settings.module.css'
import { ArchivedPart } from './settings-archived.tsx'
import { CalendarsPart } from './settings-calendars.tsx'
import { ChecklistsPart } from './settings-checklists.tsx'
import { settingsMessages } from './settings-messages.ts'
import { ContractorsPart, DonorsPart } from './settings-parties.tsx'
import { ProjectsPart } from './settings-projects.tsx'
import { RatesPart } from './settings-rates.tsx'
import { TemplatesPart } from './settings-templates.tsx'

const PARTS: Record<WorksSettingsTab, ComponentType> = {
  projects: ProjectsPart,
  donors: DonorsPart,
  contractors: ContractorsPart,
  rates: RatesPart,
  calendars: CalendarsPart,
  checklists: ChecklistsPart,
  templates: TemplatesPart,
  archived: ArchivedPart,
}

/** What stands around the contracts, each part for who may change it. */
export function WorksSettingsPage() {
  const m = useMessages(settingsMessages)
  const navigate = useNavigate()
  const { part } = useSearch({ from: '/works/settings' })
  const maySet = usePermission('works.settings')
  const mayManage = usePermission('works.manage')
  const tabs = WORKS_SETTINGS_TABS.filter((tab) => (tab === 'archived' ? mayManage : maySet))
  const [first] = tabs
  if (!first) return null
  return (
    <Panel
      title={m.title}
      back={
        <Link
          to="/works"
          search={({ part: _, ...old }) => old as never}
          className={styles.back}
          aria-label={m.back}
          title={m.back}
        >
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
    >
      <Tabs
        label={m.tabs}
        tabs={tabs.map((id) => {
          const Part = PARTS[id]
          return {
            id,
            label: m.tabNames[id],
            panel: (
              <div className={styles.page}>
                <Part />
              </div>
            ),
          }
        })}
        selected={part && tabs.includes(part) ? part : first}
        onSelect={(id) =>
          void navigate({
            to: '/works/settings',
            search: (old) => ({ ...old, part: id === first ? undefined : id }) as never,
            replace: true,
          })
        }
      />
    </Panel>
  )
}
