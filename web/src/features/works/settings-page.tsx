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
  const { part, from } = useSearch({ from: '/works/settings' })
  const maySet = usePermission('works.settings')
  const mayManage = usePermission('works.manage')
  const tabs = WORKS_SETTINGS_TABS.filter((tab) => (tab === 'archived' ? mayManage : maySet))
  const [first] = tabs
  if (!first) return null
  return (
    <Panel title={m.title} back={<BackFromSettings contractId={from} />}>
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

/** To the contract from which one came, else to the portfolio. */
function BackFromSettings({ contractId }: { contractId: string | undefined }) {
  const m = useMessages(settingsMessages)
  const label = contractId ? m.backToContract : m.back
  const look = { className: styles.back, 'aria-label': label, title: label }
  const search = ({ part: _, from: __, ...old }: Record<string, unknown>) => old as never
  const icon = <IconArrowLeft aria-hidden="true" />
  return contractId ? (
    <Link to="/works/$contractId" params={{ contractId }} search={search} {...look}>
      {icon}
    </Link>
  ) : (
    <Link to="/works" search={search} {...look}>
      {icon}
    </Link>
  )
}
