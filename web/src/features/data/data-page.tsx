import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { MachineRoom } from './machine-room.tsx'
import { messages } from './messages.ts'
import { Sources } from './sources.tsx'

export function DataPage() {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false })
  return (
    <Panel title={m.title} subtitle={m.subtitle}>
      <Tabs
        label={m.tabs}
        tabs={[
          { id: 'sources', label: m.sources, panel: <Sources /> },
          { id: 'machine', label: m.machine, panel: <MachineRoom /> },
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
