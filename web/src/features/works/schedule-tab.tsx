import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './contract.module.css'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { ForecastText } from './forecast-text.tsx'
import { Gantt } from './gantt.tsx'
import { NextMilestones } from './next-milestones.tsx'
import { scheduleMessages } from './schedule-messages.ts'
import { useSchedule } from './use-schedule.ts'

/** The plan as agreed, what is done and what is to come. */
export function ScheduleTab({ view }: { view: ContractView }) {
  const m = useMessages(scheduleMessages)
  const { demonstration } = useMessages(contractMessages)
  const schedule = useSchedule(view)
  if (!schedule) return <EmptyState title={m.none}>{m.noneText}</EmptyState>
  return (
    <>
      <div className={styles.chart}>
        <Gantt
          rows={schedule.rows}
          today={view.on}
          calendar={schedule.calendar}
          notes={view.contract.isDemonstration ? [demonstration] : []}
        />
      </div>
      <div className={styles.columns}>
        <PanelSection title={m.forecast}>
          <ForecastText forecast={schedule.forecast} />
        </PanelSection>
        <NextMilestones rows={schedule.rows} />
      </div>
    </>
  )
}
