import type { PunchItem } from '@borne/geodata/works/state'
import { IconPlus } from '@tabler/icons-react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { ContractView } from './contract-view.ts'
import { InspectionList } from './inspection-list.tsx'
import styles from './punch.module.css'
import { PunchLine } from './punch-line.tsx'
import { type PunchState, punchMessages } from './punch-messages.ts'
import { useContractSearch } from './use-works-search.ts'

/** From what is to be mended to what is done. */
const STATES = ['open', 'corrected', 'checked', 'lifted'] as const satisfies readonly PunchState[]
const SEVERITIES = ['blocking', 'major', 'minor'] as const

/** The réserves and nonconformities, and the inspections that find some of them. */
export function PunchTab({ view }: { view: ContractView }) {
  return (
    <>
      <PunchList view={view} />
      <InspectionList view={view} />
    </>
  )
}

/** By state, the gravest and most urgent first. */
function PunchList({ view }: { view: ContractView }) {
  const m = useMessages(punchMessages)
  const { change } = useContractSearch()
  const mayManage = usePermission('works.manage') && !view.isPast
  const { punchItems } = view.state
  const add = mayManage && (
    <Button icon={<IconPlus aria-hidden="true" />} onClick={() => change({ form: 'punch' })}>
      {m.add}
    </Button>
  )
  if (punchItems.length === 0) {
    return (
      <EmptyState title={m.none} action={add}>
        {m.noneText}
      </EmptyState>
    )
  }
  return (
    <>
      {add && <div className={styles.tools}>{add}</div>}
      {STATES.map((state) => {
        const items = punchItems.filter((item) => item.state === state).sort(byUrgency)
        if (items.length === 0) return null
        return (
          <PanelSection key={state} title={m.groups[state](items.length)}>
            <ul className={styles.list}>
              {items.map((item) => (
                <PunchLine key={item.id} item={item} view={view} />
              ))}
            </ul>
          </PanelSection>
        )
      })}
    </>
  )
}

function byUrgency(a: PunchItem, b: PunchItem): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  return severity || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.on.localeCompare(b.on)
}
