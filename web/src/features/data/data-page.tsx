import { useNavigate, useSearch } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { MachineRoom } from './machine-room.tsx'
import { messages } from './messages.ts'
import { Sources } from './sources.tsx'

export function DataPage() {
  const m = useMessages(messages)
  const seesMachine = usePermission('system.read')
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false })
  return (
    <Panel title={m.title} subtitle={seesMachine ? m.subtitle : m.subtitleSources}>
      <Tabs
        label={m.tabs}
        tabs={[
          { id: 'sources' as const, label: m.sources, panel: <Sources /> },
          ...(seesMachine ? [{ id: 'machine' as const, label: m.machine, panel: <MachineRoom /> }] : []),
        ]}
        selected={tab ?? 'sources'}
        onSelect={(id) =>
          void navigate({
            to: '.',
            search: (old) => ({ ...old, tab: id === 'machine' ? id : undefined, run: undefined }),
            replace: true,
          })
        }
      />
    </Panel>
  )
}
